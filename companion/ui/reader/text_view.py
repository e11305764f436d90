"""The lines of a text on the screen: only those that are seen are drawn."""

from collections.abc import Iterable
from typing import ClassVar

from textual.scroll_view import ScrollView
from textual.strip import Strip

from companion.text.blocks import Way
from companion.text.flow import Flow
from companion.text.spans import Paint, painted
from companion.ui.reader.painting import OnBlock, Painting
from companion.ui.reader.pen import Pen

MARGIN = 1
"""Blank cells at least at either side of the text."""


class TextView(ScrollView):
    """Draws what is laid out of a text, and what is painted over it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = Pen.CLASSES

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.flow = Flow("")
        """The text; what is painted on it goes by its blocks."""
        self._width = 0
        self._here: Way | None = None
        self._strips: dict[int, Strip] = {}
        self._painting = Painting()
        self._pen = Pen(self)

    @property
    def laid_out(self) -> int:
        """How many lines are laid out so far."""
        return len(self.flow.lines)

    @property
    def _room(self) -> int:
        """The cells beside the scroll bar."""
        return self.scrollable_content_region.width

    @property
    def _code_width(self) -> int:
        """The cells of a line of code: up to the edge of the screen."""
        return self._room - self._left - MARGIN

    @property
    def _left(self) -> int:
        return (self._room - self._width) // 2

    @property
    def column(self) -> tuple[int, int]:
        """The first cell of its lines on the screen, and the one after the last."""
        first = self.region.x + self._left
        return first, first + self._width

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at, width = y + self.scroll_offset.y, self._room
        if at >= self.laid_out:
            return Strip.blank(width, self.rich_style)
        if at not in self._strips:
            line, block = self.flow.lines[at], self.flow.block_at(at)
            paints = list(self._painting.on(block))
            if paints:
                line = line._replace(runs=tuple(painted(line.runs, block, paints)))
            self._strips[at] = self._pen.draw(line, self._left, width, self._here)
        return self._strips[at]

    def redraw(self) -> None:
        """Draw the lines anew."""
        self._strips.clear()
        self.refresh()

    def paint(self, layer: str, paints: Iterable[Paint] | OnBlock) -> None:
        """Let stretches of the text stand out.

        Args:
            layer: What they are about; those of the same layer before are taken away, others stay.
            paints: The stretches, or what gives those of a block.
        """
        self._painting.lay(layer, paints)
        self.redraw()

    def notify_style_update(self) -> None:
        """Draw again in the new colours."""
        super().notify_style_update()
        self._strips.clear()
        self._pen.forget()
        self.refresh()
