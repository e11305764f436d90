"""What every screen shares: the bar on top, the keys at the bottom, and the app's tick."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Footer, Input, TextArea

from companion.domain.pause import Pause, PauseState
from companion.domain.times import Clock, say_clock, say_digits
from companion.ui.place_bar import PlaceBar
from companion.ui.places import Place


class PlaceScreen(Screen[None]):
    """A screen of a place. The app sets `pause` and calls `tick`; the screen draws."""

    AUTO_FOCUS: ClassVar[str | None] = None
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-narrow"), (70, "-wide"), (110, "-roomy")]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-low"), (18, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_field", "Leave the field", id="place.leave-field", show=False),
    ]

    place: ClassVar[Place]

    pause: reactive[Pause | None] = reactive[Pause | None](None)
    """The open pause, if any; set by the app."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock

    def compose(self) -> ComposeResult:
        """Bar, the place's own widgets, keys."""
        yield PlaceBar(self.place)
        yield from self.compose_place()
        yield Footer(show_command_palette=False, compact=True)

    def compose_place(self) -> ComposeResult:
        """Yield the place's own widgets."""
        yield from ()

    def reload(self) -> None:
        """Read the store again: on being shown, and when another process wrote."""

    def tick(self) -> None:
        """Draw what depends on the time; called each second while a pause is open."""
        if self.is_mounted:
            self.query_one(PlaceBar).chip = chip(self.pause, self.clock)

    def watch_pause(self) -> None:
        """Show or take away the chip."""
        self.tick()

    def on_screen_resume(self) -> None:
        """Show what is true now."""
        self.reload()
        self.tick()

    def action_leave_field(self) -> None:
        """Take the focus out of a field, so that digits and letters are keys again."""
        if isinstance(self.focused, Input | TextArea):
            self.focus_first()

    def focus_first(self) -> None:
        """Focus what the keys move in; a place with a list focuses it."""
        self.set_focus(None)


def chip(pause: Pause | None, clock: Clock) -> str:
    """Return what the bar shows of an open pause: `⏸ 17:42 → 20:40`."""
    if pause is None:
        return ""
    now = clock()
    if pause.state(now) is PauseState.OVERDUE:
        return f"⏸ past {say_clock(pause.due, now)}"
    return f"⏸ {say_digits(pause.left(now))} → {say_clock(pause.due, now)}"
