"""Help and safety: the safety page at once, with a few ways on."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.messages import Follow
from companion.ui.reader.manner import Manner
from companion.ui.reading_screen import ReadingScreen

FIRST = "safety-first"
"""The page that comes before everything else."""

_WAYS = {
    "s": ("find-support", _("find support")),
    "p": ("privacy", "privacy"),
    "a": ("about", "about"),
    "o": ("for-the-other-side", _("for the other side")),
    "i": ("if-you-are-the-one-who-scares-them", _("if you are the one who scares them")),
}
"""The ways on: key, page and words."""

_LAST = _(" · **w** passphrase and locking")


class HelpScreen(ReadingScreen):
    """Opens from anywhere with one key and leaves no trace."""

    CSS_PATH = [STYLES / "help.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"open('{slug}')", words.capitalize(), id=f"help.{slug}", show=key == "s")
            for key, (slug, words) in _WAYS.items()
        ),
        Binding("w", "app.privacy", "Passphrase", id="help.passphrase", show=False),
    ]

    first_keys: ClassVar[tuple[str, ...]] = ("help.find-support", *ReadingScreen.first_keys)

    place = None
    is_help = True
    """Help is open already: `f1` puts no second one on top."""

    def __init__(self, store: Store, library: Library, clock: Clock, manner: Manner | None = None) -> None:
        super().__init__(store, clock, manner)
        self._library = library

    def on_mount(self) -> None:
        """Show the safety page; the ways on stand at its end, as links."""
        page = self._library.pages[FIRST]
        ways = " · ".join(f"**{key}** [{words}](/pages/{slug})" for key, (slug, words) in _WAYS.items())
        self.reader.show(f"# {page.title}\n\n{page.text}\n{ways}{_LAST}\n", "pages")
        self.focus_first()

    def action_open(self, slug: str) -> None:
        """Open one of the pages."""
        self.post_message(Follow(Link("pages", slug)))
