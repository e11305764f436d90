"""Help and safety: the safety page at once, with a few ways on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from companion.domain.content import Link
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.library import Library
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.reader.view import Reader

FIRST = "safety-first"
"""The page that comes before everything else."""

_WAYS = {
    "s": ("find-support", "find support"),
    "p": ("privacy", "privacy"),
    "a": ("about", "about"),
    "o": ("for-the-other-side", "for the other side"),
    "i": ("if-you-are-the-one-who-scares-them", "if you are the one who scares them"),
}
"""The ways on: key, page and words."""

_LAST = " · **w** passphrase and locking"


class HelpScreen(PlaceScreen):
    """Opens from anywhere with one key and leaves no trace."""

    CSS_PATH = [STYLES / "help.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"open('{slug}')", words.capitalize(), id=f"help.{slug}", show=key == "s")
            for key, (slug, words) in _WAYS.items()
        ),
        Binding("w", "app.privacy", "Passphrase", id="help.passphrase", show=False),
        Binding("escape", "back", "Back", id="help.back"),
    ]

    place = None
    is_help = True
    """Help is open already: `f1` puts no second one on top."""

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._library = library

    def compose_place(self) -> ComposeResult:
        """The safety page; the ways on stand at its end, as links."""
        yield Reader(id="text")

    def on_mount(self) -> None:
        """Show the safety page."""
        page = self._library.pages[FIRST]
        ways = " · ".join(f"**{key}** [{words}](/pages/{slug})" for key, (slug, words) in _WAYS.items())
        reader = self.query_one(Reader)
        reader.show(f"# {page.title}\n\n{page.text}\n{ways}{_LAST}\n", "pages")
        reader.focus()

    def focus_first(self) -> None:
        """Focus the text."""
        self.query_one(Reader).focus()

    def action_open(self, slug: str) -> None:
        """Open one of the pages."""
        self.post_message(Follow(Link("pages", slug)))

    def action_back(self) -> None:
        """Go back to where one was."""
        self.dismiss()
