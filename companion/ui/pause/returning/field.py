"""A line to write in, on a step."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.ui.line import Line


class StepLine(Line):
    """A field whose key stands in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Next", id="returned.take")]
