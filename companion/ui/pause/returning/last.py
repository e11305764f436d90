"""The ends of the steps: an entry to keep or to drop, and the one where safety comes first."""

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.returning import ReturnStep, log_note
from companion.text.plain import one_line
from companion.ui.bindings import key_of
from companion.ui.pause.returning.part import ReturnPart

_WAYS = _("enter keeps it · {open} opens it in the log, to change it\n{drop} drops it")
_LOCKED_ENTRY = _("The entry is kept sealed; what is locked can be added to it later.")
_PUT_AWAY = _(
    "The steps for the two of you are put away for this pause.\n\n"
    "Your safety comes first. You do not have to talk it out. {help} is help, from anywhere."
)


class EntryWish(StrEnum):
    """What becomes of the entry about the return."""

    KEEP = "keep"
    OPEN = "open"
    """It is opened in the log, to be changed first."""
    DROP = "drop"


class LogPart(ReturnPart):
    """What would stand in the entry."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take('keep')", "Keep it", id="returned.keep"),
        Binding("l", "take('open')", "Open it", id="returned.log"),
        Binding("d", "take('drop')", "Drop it", id="returned.drop"),
    ]

    step = ReturnStep.LOG
    heading = _("An entry about it")

    class Taken(Message):
        """It was said what becomes of the entry."""

        def __init__(self, wish: EntryWish) -> None:
            super().__init__()
            self.wish = wish

    def compose(self) -> ComposeResult:
        """What is prefilled, and the ways on."""
        yield Static("", classes="words", markup=False)
        ways = _(_WAYS, open=key_of("returned.log", "l"), drop=key_of("returned.drop", "d"))
        yield Static(ways, classes="quiet", markup=False)
        if self.is_locked:
            yield Static(_LOCKED_ENTRY, classes="quiet", markup=False)

    def draw(self) -> None:
        """Show what is known already."""
        strength = self.pause.strength_after
        note = "" if self.is_locked else log_note(self.pause)
        lines = (_("Back after a break"), strength is not None and _("strength {strength}", strength=strength), note)
        self.query_one(".words", Static).update("\n".join(one_line(line) for line in lines if line))

    def action_take(self, wish: str) -> None:
        """Say what becomes of it."""
        self.post_message(self.Taken(EntryWish(wish)))


class SafePart(ReturnPart):
    """Nothing more to do together."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "close", "Close", id="returned.close")]

    step = ReturnStep.DONE
    heading = _("Safety first")

    def compose(self) -> ComposeResult:
        """That the steps are put away."""
        yield Static(_(_PUT_AWAY, help=key_of("app.help", "f1")), markup=False)

    def action_close(self) -> None:
        """Leave."""
        self.post_message(self.GoOn())
