"""The ends of the steps: an entry to keep or to drop, and the one where safety comes first."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from companion.domain.returning import ReturnStep, log_note
from companion.text.plain import one_line
from companion.ui.pause.returning.part import ReturnPart

_LOCKED_ENTRY = "The entry is kept sealed; what is locked can be added to it later."
_PUT_AWAY = (
    "The steps for the two of you are put away for this pause.\n\n"
    "Your safety comes first. You do not have to talk it out. f1 is help, from anywhere."
)


class LogPart(ReturnPart):
    """What would stand in the entry."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "log", "Keep it", id="returned.log"),
        Binding("enter", "drop", "Drop it", id="returned.drop"),
    ]

    step = ReturnStep.LOG
    heading = "An entry about it"

    class Logged(Message):
        """The entry is wanted."""

    def compose(self) -> ComposeResult:
        """What is prefilled, and the two ways on."""
        yield Static("", classes="words", markup=False)
        yield Static("l opens it in the log, to keep or to change · enter drops it", classes="quiet", markup=False)
        if self.is_locked:
            yield Static(_LOCKED_ENTRY, classes="quiet", markup=False)

    def draw(self) -> None:
        """Show what is known already."""
        strength = self.pause.strength_after
        note = "" if self.is_locked else log_note(self.pause)
        lines = ("Back after a break", strength is not None and f"strength {strength}", note)
        self.query_one(".words", Static).update("\n".join(one_line(line) for line in lines if line))

    def action_log(self) -> None:
        """Ask for the entry."""
        self.post_message(self.Logged())

    def action_drop(self) -> None:
        """Go on without one."""
        self.post_message(self.GoOn())


class SafePart(ReturnPart):
    """Nothing more to do together."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "close", "Close", id="returned.close")]

    step = ReturnStep.DONE
    heading = "Safety first"

    def compose(self) -> ComposeResult:
        """That the steps are put away."""
        yield Static(_PUT_AWAY, markup=False)

    def action_close(self) -> None:
        """Leave."""
        self.post_message(self.GoOn())
