"""The line on top of the log."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from companion.ui.line import Line


class QuickLine(Line):
    """The line on top of the log; enter keeps it."""

    class Pasted(Message):
        """Several lines were pasted: with what stands in the line already, that is no line any more."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Keep", id="log.keep-line"),
        Binding("escape", "screen.leave_field", "To the entries", id="log.leave-line"),
        Binding("down", "screen.leave_field", "To the entries", id="log.below-line", show=False),
    ]

    def on_paste(self, event: events.Paste) -> None:
        """Put the pasted words in at the cursor; hand on several lines, as they are."""
        if len(event.text.strip().splitlines()) > 1:
            event.prevent_default()
            event.stop()
            start, end = sorted(self.selection)
            self.post_message(self.Pasted(f"{self.value[:start]}{event.text.strip()}{self.value[end:]}"))
