"""A text flowing down the screen: only the lines that are seen are drawn, and only those near are laid out."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message

from companion.domain.settings import MEASURE
from companion.text.flow import Flow
from companion.text.spans import Spot
from companion.ui.reader.text_view import MARGIN, TextView

_AHEAD = 2
"""Screenfuls that are laid out below the top before anything is drawn."""
_SLICE = 200
"""Lines laid out between two frames, until the text is whole; a few milliseconds."""
_MOMENT = 0.03
"""Seconds laid out between two frames while somebody waits for the whole text; keys are heard in between."""


class _Stood(NamedTuple):
    """A spot, and how far down the screen stood with it; as long as nobody has moved, it is still meant."""

    y: int
    spot: Spot


class FlowView(TextView, can_focus=True, inherit_bindings=False):
    """A Markdown text at a readable measure, that can be scrolled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", id="text.up", show=False, system=True),
        Binding("down", "step(1)", "Down", id="text.down", show=False, system=True),
        Binding("pageup,shift+space", "page(-1)", "Page up", id="text.page-up", show=False, system=True),
        Binding("pagedown,space", "page(1)", "Page down", id="text.page-down", show=False, system=True),
        Binding("home", "edge(-1)", "Top", id="text.top", show=False, system=True),
        Binding("end", "edge(1)", "End", id="text.end", show=False, system=True),
    ]

    class Moved(Message):
        """Another part of the text is on the screen."""

    class EndSeen(Message):
        """The end of the text has been on the screen."""

    class Waiting(Message):
        """A key waits until all of the text is laid out, or does so no more."""

        def __init__(self, is_over: bool) -> None:
            super().__init__()
            self.is_over = is_over

    def __init__(self, *, measure: int = MEASURE, id: str | None = None) -> None:
        """Make it with no text yet; its lines are at most as wide as the measure."""
        super().__init__(id=id)
        self._measure = measure
        self._wanted = 0
        self._end: int | None = None
        self._end_seen = False
        self._top: _Stood | None = None
        self._seen: _Stood | None = None
        self._awaiting: Callable[[], object] | None = None

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
        self._top = self._seen = self._awaiting = None
        self._painting.clear()
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
    def has_room(self) -> bool:
        """Whether its lines can be as wide as the measure."""
        return self._width == self._measure

    def set_measure(self, cells: int) -> None:
        """Let lines be at most that wide, the same words at the top."""
        self._measure = cells
        if self._width:
            self.on_resize()

    def on_resize(self) -> None:
        """Lay out for the new width, the same words at the top; a spot brought into view stays there."""
        self._width = max(1, min(self._measure, self._room - 2 * MARGIN))
        widths = self._width, self._code_width
        y = self.scroll_offset.y
        seen = self._seen.spot if self._seen and self._seen.y == y else None
        if widths != self.flow.widths:
            top = self._top.spot if self._top and self._top.y == y else self.top_spot if self.laid_out else None
            self._lay_out(top)
            self._top = _Stood(self.scroll_offset.y, top) if top else None
        else:
            self._grow()
            self._go(y)
        if seen:
            self.reveal(seen)
        self._watch_end()

    def _lay_out(self, at: Spot | None = None) -> None:
        """Lay out what is about to be seen, and the rest after the next frame."""
        self._strips.clear()
        self.flow.fit(self._width, self._code_width)
        if at:
            top = self.flow.lay_spot(at)[0] if at > Spot(0, 0) else 0
        elif self._wanted and not self.flow.is_long:
            self.flow.lay_to(self._wanted)
            top = self.flow.line_of(self._wanted)
        else:
            top = 0
        self.flow.lay(top + _AHEAD * max(1, self.size.height))
        self._grow()
        self._go(top)
        self.refresh()
        self.post_message(self.Moved())
        if self._wanted and not at and self.flow.is_long:
            self.when_whole(partial(self.scroll_to_source, self._wanted))
        if not self.flow.is_whole:
            self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        """Lay out one more slice."""
        if self._awaiting:
            self.flow.lay_for(_MOMENT)
        else:
            self.flow.lay(self.laid_out + _SLICE)
        if not self.flow.is_whole:
            self.call_after_refresh(self._go_on)
            return
        self._grow()
        self._watch_end()
        self.post_message(self.Moved())
        self.refresh_bindings()
        if then := self._awaiting:
            self.wait_no_more()
            then()

    def when_whole(self, then: Callable[[], object]) -> None:
        """Do what needs all of the text: at once if that is soon laid out, else then, if no key has come meanwhile."""
        if self.flow.lay_for(_MOMENT):
            self._grow()
            then()
        else:
            self._awaiting = then
            self.post_message(self.Waiting(is_over=False))

    def wait_no_more(self) -> None:
        """Let go of what waits for all of the text."""
        if self._awaiting:
            self._awaiting = None
            self.post_message(self.Waiting(is_over=True))

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
        if step < 0:
            self._go(0)
        else:
            self.when_whole(lambda: self._go(max(0, self.laid_out - self.size.height)))

    def reveal(self, spot: Spot) -> None:
        """Bring a spot into view, a third down the screen if it was out of sight."""
        line, _ = self.flow.lay_spot(spot)
        self._grow()
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if not top <= line < top + height:
            self._go(max(0, line - height // 3))
        self._seen = _Stood(self.scroll_offset.y, spot)
