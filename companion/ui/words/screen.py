"""Words."""

from textual.app import ComposeResult
from textual.widgets import Static

from companion.domain.times import Clock
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place


class WordsScreen(PlaceScreen):
    """Words."""

    place = Place.WORDS

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)

    def compose_place(self) -> ComposeResult:
        """Stub."""
        yield Static("WordsScreen")
