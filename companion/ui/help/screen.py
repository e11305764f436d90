"""Help and safety: the safety page at once, with a few ways on."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.plain import escaped
from companion.ui.bindings import Key, key_of, with_keys
from companion.ui.messages import Follow
from companion.ui.reader.manner import Manner
from companion.ui.reading_screen import ReadingScreen

FIRST = "safety-first"
"""The page that comes before everything else."""

_WAYS = {
    "s": ("find-support", _("find support")),
    "p": ("privacy", _("privacy")),
    "a": ("about", _("about")),
    "o": ("for-the-other-side", _("for the other side")),
    "i": ("if-you-are-the-one-who-scares-them", _("if you are the one who scares them")),
}
"""The ways on: key, page and words."""

_MORE_WAYS = (
    ("help.passphrase", "w", _("passphrase and locking")),
    ("help.keys", "question_mark", _("keys")),
)
"""Ways that are no pages: binding, key and words."""

_KEYS_HERE, _KEYS_EVERYWHERE = _("Keys here"), _("Keys everywhere")


class HelpScreen(ReadingScreen):
    """Opens from anywhere with one key and leaves no trace."""

    CSS_PATH = [STYLES / "help.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"open('{slug}')", words.capitalize(), id=f"help.{slug}", show=key == "s")
            for key, (slug, words) in _WAYS.items()
        ),
        Binding("w", "app.privacy", "Passphrase", id="help.passphrase", show=False),
        Binding("question_mark", "keys", "Keys", id="help.keys", show=False),
    ]

    first_keys: ClassVar[tuple[str, ...]] = ("help.find-support", *ReadingScreen.first_keys)

    place = None
    is_help = True
    """Help is open already: `f1` puts no second one on top."""

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Clock,
        manner: Manner | None = None,
        keys: tuple[list[Key], list[Key]] = ([], []),
    ) -> None:
        """Make it.

        Args:
            store: The store.
            library: The library.
            clock: The clock.
            manner: How texts are shown.
            keys: Those of where one comes from, and those that work everywhere.
        """
        super().__init__(store, clock, manner)
        self._library = library
        self._keys = keys

    def on_mount(self) -> None:
        """Show the safety page; the ways on stand at its end, as links."""
        page = self._library.pages[FIRST]
        keys = {slug: escaped(key_of(f"help.{slug}", key)) for key, (slug, _words) in _WAYS.items()}
        pages = (f"**{keys[slug]}** [{words}](/pages/{slug})" for slug, words in _WAYS.values())
        more = (f"**{escaped(key_of(id, key))}** {words}" for id, key, words in _MORE_WAYS)
        ways = " · ".join((*pages, *more))
        here, everywhere = self._keys
        listed = f"## {_KEYS_HERE}\n\n{_list(here)}\n\n## {_KEYS_EVERYWHERE}\n\n{_list(everywhere)}"
        self.reader.show(f"# {page.title}\n\n{with_keys(page.text)}\n{ways}\n\n{listed}\n", "pages")
        self.focus_first()

    def action_open(self, slug: str) -> None:
        """Open one of the pages."""
        self.post_message(Follow(Link("pages", slug)))

    def action_keys(self) -> None:
        """Go down to the keys."""
        self.reader.when_whole(self._go_to_keys)

    def _go_to_keys(self) -> None:
        self.reader.go_to_block(next(each.block for each in self.reader.contents if each.words == _KEYS_HERE))


def _list(keys: list[Key]) -> str:
    """Return the keys as a list: each, and what it does."""
    return "\n".join(f"- **{escaped(key.said)}** {escaped(key.what)}" for key in keys)
