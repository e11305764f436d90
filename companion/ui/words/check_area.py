"""A text to write in whose marked words stand out, in colour or without."""

from bisect import bisect_right
from typing import ClassVar

from rich.text import Text
from textual.reactive import reactive
from textual.widgets.text_area import Selection

from companion.text.plain import drawable
from companion.ui.area import Area


class CheckArea(Area):
    """The draft, with marks under some of its words."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"check--mark"}

    marks: reactive[tuple[tuple[int, int], ...]] = reactive[tuple[tuple[int, int], ...]](())
    """First characters and the places behind the last."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._marked: dict[int, list[tuple[int, int]]] = {}

    def watch_marks(self) -> None:
        """Find the lines of the marks, and draw them again."""
        self._marked = {}
        starts = self._line_starts()
        for start, end in self.marks:
            for line, first in enumerate(starts):
                if first < end and start < first + len(self.document.get_line(line)):
                    self._marked.setdefault(line, []).append((max(0, start - first), end - first))
        self.notify_style_update()
        self.refresh()

    def _line_starts(self) -> list[int]:
        """Return the place of each line's first character."""
        starts, at = [], 0
        for line in self.document.lines:
            starts.append(at)
            at += len(line) + len(self.document.newline)
        return starts

    def get_line(self, line_index: int) -> Text:
        """Return a line to draw: marked, and without what would steer the terminal."""
        line = super().get_line(line_index)
        line.plain = "\t".join(map(drawable, line.plain.split("\t")))
        style = self.get_component_rich_style("check--mark", partial=True)
        for start, end in self._marked.get(line_index, ()):
            line.stylize(style, start, end)
        return line

    def stand_on(self, start: int, end: int) -> None:
        """Select the words between two places, and go there."""
        self.selection = Selection(self._location(start), self._location(end))
        self.focus()

    def _location(self, place: int) -> tuple[int, int]:
        """Return the line of a place in the text, and how far into it that is."""
        starts = self._line_starts()
        line = bisect_right(starts, place) - 1
        return line, place - starts[line]
