"""What every step of coming back shares: the pause it works on, and where one starts in it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget

from companion.domain.pause import Pause
from companion.domain.returning import ReturnStep


class ReturnPart(VerticalScroll):
    """One step. It changes its own copy of the pause; who holds it keeps that."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_field", "Leave the field", id="returned.leave-field"),
    ]

    step: ClassVar[ReturnStep]
    """Which step it is."""

    heading: ClassVar[str]
    """What it is called on the screen."""

    class Written(Message):
        """Something was chosen or typed: the part's pause is another one now."""

    class GoOn(Message):
        """This step is done with."""

    def __init__(self, pause: Pause, is_locked: bool) -> None:
        super().__init__()
        self.pause = pause
        self.is_locked = is_locked

    @property
    def first(self) -> Widget:
        """What the keys move in when the step is shown."""
        return self

    def show(self, pause: Pause) -> None:
        """Show the pause as it is on reaching this step."""
        self.pause = pause
        self.draw()

    def draw(self) -> None:
        """Draw what depends on the pause."""

    def hold_back(self) -> bool:
        """Show what has to be said before the next step, if anything has; return whether it is shown now."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a field only from within one: elsewhere the key is for who holds the part."""
        focused = self.screen.focused
        return action != "leave_field" or (focused is not None and focused.check_consume_key("a", "a"))

    def action_leave_field(self) -> None:
        """Take the focus out of the field, so that letters are keys again."""
        self.focus()

    def write(self, pause: Pause) -> None:
        """Take a changed pause and say so."""
        if pause != self.pause:
            self.pause = pause
            self.post_message(self.Written())
