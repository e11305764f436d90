"""The line on top of the log."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.ui.line import Line


class QuickLine(Line):
    """The line on top of the log; enter keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Keep", id="log.keep-line"),
        Binding("escape", "screen.leave_field", "To the entries", id="log.leave-line"),
        Binding("down", "screen.leave_field", "To the entries", id="log.below-line", show=False),
    ]
