"""What every screen shares: the bar on top, the keys at the bottom, and the app's tick."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from companion.catalogue import _
from companion.domain.pause import Pause, PauseState
from companion.domain.times import Clock, say_clock, say_digits
from companion.storage.errors import StoreError
from companion.ui.dismissing import LeftOnce
from companion.ui.key_bar import KeyBar
from companion.ui.place_bar import PlaceBar
from companion.ui.places import Place

_FEW = 8
"""Lines; on fewer, a text takes those of the bar."""


class PlaceScreen(LeftOnce[None]):
    """A screen of a place. The app sets `pause` and calls `tick`; the screen draws."""

    AUTO_FOCUS: ClassVar[str | None] = None
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide"), (110, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_field", "Leave the field", id="place.leave-field", show=False),
        Binding("escape", "come_back", "Back", id="place.back"),
    ]

    place: ClassVar[Place | None]
    """The place it belongs to; None for what lies beside them all, such as help."""

    pause: reactive[Pause | None] = reactive[Pause | None](None)
    """The open pause, if any; set by the app."""

    is_locked: reactive[bool] = reactive(False)
    """Whether what was written is locked; set by the app."""

    came_from = ""
    """Where a link led here: the name of that place; `esc` goes back."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock

    @property
    def is_shown(self) -> bool:
        """Whether its widgets are there: it has been made, and is not going."""
        return self.is_mounted and not self._pruning

    def compose(self) -> ComposeResult:
        """Bar, the place's own widgets, keys."""
        self._fit(self.app.size)
        yield PlaceBar(self.place)
        yield from self.compose_place()
        yield KeyBar()

    def _fit(self, size: Size) -> None:
        """Know how wide and how tall it is before there are widgets to be styled anew by it."""
        sides = ((size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS))
        self.add_class(*(max(each for each in points or [(0, "")] if each[0] <= side)[1] for side, points in sides))

    @on(events.Resize)
    def _leave_room(self, event: events.Resize) -> None:
        """Know whether only few lines are there: a text takes those of the bar, too."""
        self.set_class(event.size.height < _FEW, "-few")

    def compose_place(self) -> ComposeResult:
        """Yield the place's own widgets."""
        yield from ()

    def reload(self) -> None:
        """Read the store again: on being shown, and when another process wrote."""

    def reveal(self, slug: str) -> None:
        """Show the piece of that name; a place that has none ignores it."""

    def tick(self) -> None:
        """Draw what depends on the time; called each second while a pause is open."""
        if self.is_shown:
            bar = self.query_one(PlaceBar)
            bar.chip, bar.is_locked = self.chip(), self.is_locked

    def chip(self) -> str:
        """Return what the bar shows of an open pause: `⏸ 17:42 → 20:40`."""
        if self.pause is None:
            return ""
        now = self.clock()
        if self.pause.state(now) is PauseState.OVERDUE:
            return _("⏸ past {clock}", clock=say_clock(self.pause.due, now))
        return f"⏸ {say_digits(self.pause.left(now))} → {say_clock(self.pause.due, now)}"

    def watch_pause(self) -> None:
        """Show or take away the chip."""
        self.tick()

    def watch_is_locked(self) -> None:
        """Show or take away the word."""
        self.tick()

    def show_present(self) -> None:
        """Read the store again, and the clock."""
        self.reload()
        self.tick()

    def did(self, change: Callable[[], object]) -> bool:
        """Make a change, or say why it did not reach the disk; return whether it did."""
        try:
            change()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return False
        return True

    def scroll_to_center(self, widget: Widget, animate: bool = False, **how: Any) -> None:
        """Bring the focused field into view at once; a key is not to be waited for."""
        super().scroll_to_center(widget, animate, **how)

    @property
    def _is_in_field(self) -> bool:
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back where a link led here."""
        goes_back = bool(self.came_from) and not self._is_in_field
        return {"come_back": goes_back, "leave_field": not goes_back}.get(action, True)

    def action_leave_field(self) -> None:
        """Take the focus out of a field, so that digits and letters are keys again."""
        if self._is_in_field:
            self.focus_first()

    def action_come_back(self) -> None:
        """Go back to where a link led here."""
        self.app.switch_mode(self.came_from)

    def on_screen_suspend(self) -> None:
        """Know no way back any more, once one leaves for another place."""
        if self.app.current_mode != self.place:
            self.came_from = ""

    def focus_first(self) -> None:
        """Focus what the keys move in; a place with a list focuses it."""
        self.set_focus(None)
