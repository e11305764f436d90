"""A screen that holds the steps after coming back alone, and keeps what they hand on."""

from collections.abc import Callable

from textual.app import App, ComposeResult
from textual.message import Message

from companion.resources import STYLES
from companion.ui.pause.returned import SHEET, ReturnedPause
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.themes import DUSK
from tests.conftest import MovableClock

LONG = "ab cd " * 2000


class PauseScreen(PlaceScreen):
    """Holds the steps; its name is the one that the sheet is for."""

    CSS_PATH = [STYLES / "pause.tcss", SHEET]
    place = Place.PAUSE

    def __init__(self, part: ReturnedPause, clock: MovableClock) -> None:
        super().__init__(clock)
        self._part = part

    def compose_place(self) -> ComposeResult:
        yield self._part


class Host(App[None]):
    """Notes what is handed on."""

    CSS_PATH = [STYLES / "base.tcss", STYLES / "shared.tcss"]

    def __init__(self, part: ReturnedPause, clock: MovableClock) -> None:
        super().__init__()
        self._screen = PauseScreen(part, clock)
        self.told: list[Message] = []
        self.kept = part._kept

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DUSK.variables

    def on_mount(self) -> None:
        self.push_screen(self._screen)

    def note(self, message: Message) -> None:
        self.told.append(message)

    def on_returned_pause_changed(self, message: ReturnedPause.Changed) -> None:
        self.kept = message.over(self.kept)

    on_returned_pause_rebook = on_returned_pause_done = note
    on_returned_pause_turn_over = on_follow = on_go_to = note

    def has(self, kind: type[Message]) -> bool:
        return any(isinstance(message, kind) for message in self.told)


HostOf = Callable[..., Host]
