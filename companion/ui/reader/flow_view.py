"""A text flowing down the screen: only the lines that are seen are drawn, and only those near are laid out."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from companion.text.blocks import Way
from companion.text.flow import Flow
from companion.text.spans import Paint, Spot, painted
from companion.ui.reader.pen import Pen

MEASURE = 72
"""The widest line; longer ones are hard to come back from."""
_MARGIN = 1
_AHEAD = 2
"""Screenfuls that are laid out below the top before anything is drawn."""
_SLICE = 200
"""Lines laid out between two frames, until the text is whole; a few milliseconds."""


class FlowView(ScrollView, can_focus=True, inherit_bindings=False):
    """A Markdown text at a readable measure, that can be scrolled and painted on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = Pen.CLASSES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("pageup,shift+space", "page(-1)", "Page up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "Top", show=False),
        Binding("end", "edge(1)", "End", show=False),
    ]

    class Moved(Message):
        """Another part of the text is on the screen."""

    class EndSeen(Message):
        """The end of the text has been on the screen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.flow = Flow("")
        """The text; what is painted on it goes by its blocks."""
        self._measure = MEASURE
        self._wanted = 0
        self._end: int | None = None
        self._end_seen = False
        self._width = 0
        self._here: Way | None = None
        self._strips: dict[int, Strip] = {}
        self._paints: dict[str, tuple[Paint, ...]] = {}
        self._pen = Pen(self)

    # -- what is shown, and how far

    def show(self, text: str, home: str = "", *, place: int = 0, end: int | None = None) -> None:
        """Show a text.

        Args:
            text: Markdown.
            home: The folder it lies in.
            place: The source line to begin at.
            end: The source line with which the text proper ends, if more is printed after it.
        """
        self.flow = Flow(text, home)
        self._wanted, self._end, self._end_seen, self._here = place, end, False, None
        self._paints.clear()
        if self._width:
            self._lay_out()

    @property
    def place(self) -> int:
        """The source line of the paragraph at the top."""
        return self.flow.source_at(self.scroll_offset.y) if self.flow.lines else self._wanted

    @property
    def top_spot(self) -> Spot:
        """The spot at the top left."""
        return self.flow.spot_at(self.scroll_offset.y, 0)

    @property
    def share(self) -> float:
        """How far down the text the screen stands, 0 to 1."""
        below = self._last_line + 1 - self.size.height
        return min(1.0, self.scroll_offset.y / below) if below > 0 else 1.0

    @property
    def laid_out(self) -> int:
        """How many lines are laid out so far."""
        return len(self.flow.lines)

    def scroll_to_source(self, line: int) -> None:
        """Bring the paragraph with that source line to the top."""
        self.flow.lay_to(line)
        self._go(self.flow.line_of(line))

    @property
    def _last_line(self) -> int:
        """The last line of the text proper; a guess while it is not laid out."""
        lines = self.flow.lines
        if self._end is not None and lines and lines[-1].source > self._end:
            return self.flow.line_of(self._end + 1) - 1
        return self.flow.height - 1

    # -- laying out

    @property
    def _room(self) -> int:
        """The cells beside the scroll bar."""
        return self.scrollable_content_region.width

    def on_resize(self) -> None:
        """Lay out for the new width, the same paragraph at the top."""
        width = max(1, min(self._measure, self._room - 2 * _MARGIN))
        if width != self._width:
            self._wanted = self.place
            self._width = width
            self._lay_out()
        else:
            self._grow()
            self._go(self.scroll_offset.y)
        self._watch_end()

    def _lay_out(self) -> None:
        """Lay out what is about to be seen, and the rest after the next frame."""
        self._strips.clear()
        self.flow.fit(self._width)
        if self._wanted:
            self.flow.lay_to(self._wanted)
        top = self.flow.line_of(self._wanted) if self._wanted else 0
        self.flow.lay(top + _AHEAD * max(1, self.size.height))
        self._grow()
        self._go(top)
        self.refresh()
        if not self.flow.is_whole:
            self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        """Lay out one more slice."""
        self.flow.lay(self.laid_out + _SLICE)
        if not self.flow.is_whole:
            self.call_after_refresh(self._go_on)
            return
        self._grow()
        self._watch_end()
        self.refresh_bindings()

    def _grow(self) -> None:
        """Let the scroll bar know how long the text is."""
        self.virtual_size = Size(self._room, self.flow.height)

    # -- moving

    def _go(self, line: int) -> None:
        """Bring a line to the top."""
        self.flow.lay(line + _AHEAD * max(1, self.size.height))
        if self.virtual_size.height < self.laid_out:
            self._grow()
        self.scroll_to(y=line, animate=False, immediate=True, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes into view, however it came there."""
        super().watch_scroll_y(old_value, new_value)
        self.flow.lay(round(new_value) + _AHEAD * self.size.height)
        self.post_message(self.Moved())
        self._watch_end()

    def _watch_end(self) -> None:
        """Say once that the end has been seen."""
        if self._end_seen or not self.laid_out or not self.size.height:
            return
        is_there = self.flow.is_whole or (self._end is not None and self.flow.lines[-1].source > self._end)
        if is_there and self.scroll_offset.y + self.size.height > self._last_line:
            self._end_seen = True
            self.post_message(self.EndSeen())

    def action_step(self, step: int) -> None:
        """Move by a line."""
        self._go(max(0, self.scroll_offset.y + step))

    def action_page(self, step: int) -> None:
        """Move by a screenful; one line stays."""
        self._go(max(0, self.scroll_offset.y + step * max(1, self.size.height - 1)))

    def action_edge(self, step: int) -> None:
        """Go to the top or the end."""
        if step > 0:
            self.flow.lay()
            self._grow()
        self._go(0 if step < 0 else max(0, self.laid_out - self.size.height))

    # -- drawing

    @property
    def _left(self) -> int:
        return (self._room - self._width) // 2

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at, width = y + self.scroll_offset.y, self._room
        if at >= self.laid_out:
            return Strip.blank(width, self.rich_style)
        if at not in self._strips:
            line = self.flow.lines[at]
            paints = [paint for layer in self._paints.values() for paint in layer]
            if paints:
                line = line._replace(runs=tuple(painted(line.runs, self.flow.block_at(at), paints)))
            self._strips[at] = self._pen.draw(line, self._left, width, self._here)
        return self._strips[at]

    def redraw(self) -> None:
        """Draw the lines anew."""
        self._strips.clear()
        self.refresh()

    def paint(self, layer: str, paints: Iterable[Paint]) -> None:
        """Let stretches of the text stand out.

        Args:
            layer: What they are about; those of the same layer before are taken away, others stay.
            paints: The stretches.
        """
        self._paints[layer] = tuple(paints)
        self.redraw()

    def reveal(self, spot: Spot) -> None:
        """Bring a spot into view, a third down the screen if it was out of sight."""
        line, _ = self.flow.lay_spot(spot)
        self._grow()
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if not top <= line < top + height:
            self._go(max(0, line - height // 3))

    def notify_style_update(self) -> None:
        """Draw again in the new colours."""
        super().notify_style_update()
        self._strips.clear()
        self._pen.forget()
        self.refresh()
