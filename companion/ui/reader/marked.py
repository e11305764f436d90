"""The reader with marks at the edge of its paragraphs, in which the mouse selects by dragging."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from companion.text.spans import Span, Spot
from companion.ui.reader.view import Reader

_EDGE = "▎"
_QUIET = "reader--quiet"
_PULLS_A_SECOND = 20
"""Lines that go by while the mouse is held beyond the edge."""


class _Cell(NamedTuple):
    """A cell under the mouse: the spots at its left and its right."""

    left: Spot
    right: Spot


class MarkedReader(Reader):
    """A text with marks in its margin; what is dragged over and what is clicked is told."""

    ALLOW_SELECT: ClassVar[bool] = False

    class Dragged(Message):
        """The mouse was dragged over a stretch."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    class Touched(Message):
        """A spot was clicked."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    def __init__(self, *, measure: int, id: str | None = None) -> None:
        super().__init__(measure=measure, id=id)
        self._edges: frozenset[int] = frozenset()
        self._held: _Cell | None = None
        self._is_dragged = False
        self._mouse = (0, 0)
        self._pull: Timer | None = None

    def mark_edges(self, blocks: Iterable[int]) -> None:
        """Let a mark stand at the edge of those blocks."""
        self._edges = frozenset(blocks)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line, and the mark beside it."""
        strip, at = super().render_line(y), y + self.scroll_offset.y
        if not self._edges or at >= self.laid_out or self.flow.block_at(at) not in self._edges:
            return strip
        if not any(run.at >= 0 for run in self.flow.lines[at].runs):
            return strip
        edge, left = Segment(_EDGE, self.get_component_rich_style(_QUIET)), max(0, self._left - 1)
        return Strip.join([strip.crop(0, left), Strip([edge]), strip.crop(left + 1)])

    @property
    def stood_on(self) -> Spot | None:
        """Where the link begins that is stood on, if it is seen."""
        here = self._here
        line = next((line for line, way in self.flow.ways if way is here), None)
        if line is None or not 0 <= line - self.scroll_offset.y < self.size.height:
            return None
        return Spot(self.flow.block_at(line), next(run.at for run in self.flow.lines[line].runs if run.way is here))

    # -- the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Hold on to where it was pressed."""
        if event.button == 1 and self.laid_out:
            self._held, self._is_dragged = self._cell(event.x, event.y), False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what has been dragged over; held beyond the edge, go on there."""
        if self._held is None:
            return
        self._mouse = event.x, event.y
        if 0 <= event.y < self.size.height:
            self._stop_pulling()
        elif self._pull is None:
            self._pull = self.set_interval(1 / _PULLS_A_SECOND, self._pull_on)
        self._drag()

    def on_mouse_up(self) -> None:
        """Let go."""
        self._held = None
        self._stop_pulling()
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Tell which spot was clicked; the end of a drag is no click, and follows no link."""
        if self._is_dragged:
            event.prevent_default()
        elif self.laid_out:
            self.post_message(self.Touched(self._cell(event.x, event.y).left))

    def _pull_on(self) -> None:
        self.action_step(-1 if self._mouse[1] < 0 else 1)
        self._drag()

    def _stop_pulling(self) -> None:
        if self._pull is not None:
            self._pull.stop()
            self._pull = None

    def _drag(self) -> None:
        here = self._cell(*self._mouse)
        if self._held is not None and (self._is_dragged or here != self._held):
            self._is_dragged = True
            self.post_message(self.Dragged(Span(min(here.left, self._held.left), max(here.right, self._held.right))))

    def _cell(self, x: int, y: int) -> _Cell:
        """Return the cell under the mouse; beyond the edge, the nearest one that is seen."""
        line = self.scroll_offset.y + max(0, min(y, self.size.height - 1))
        cell = max(0, x - self._left)
        return _Cell(self.flow.spot_at(line, cell), self.flow.spot_at(line, cell + 1))
