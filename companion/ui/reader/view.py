"""The reader: one widget that draws the lines of a text which are on the screen."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from companion.text.blocks import Way
from companion.text.flow import Flow
from companion.ui.messages import Follow
from companion.ui.reader.pen import Pen

_MEASURE = 72
"""The widest line; longer ones are hard to come back from."""
_MARGIN = 1
_AHEAD = 2
"""Screenfuls that are laid out below the top before anything is drawn."""
_SLICE = 200
"""Lines laid out between two frames, until the text is whole; a few milliseconds."""


class Reader(ScrollView, can_focus=True, inherit_bindings=False):
    """A Markdown text at a readable measure; its links post Follow."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*Pen.LOOKS.values(), Pen.LINK, Pen.LINK_HERE}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("pageup,shift+space", "page(-1)", "Page up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "Top", show=False),
        Binding("end", "edge(1)", "End", show=False),
        Binding("tab", "way(1)", "Links", id="reader.next-link"),
        Binding("shift+tab", "way(-1)", "Link before", id="reader.link-before", show=False),
        Binding("enter", "follow", "Open the link", id="reader.follow", show=False),
    ]

    class Moved(Message):
        """Another part of the text is on the screen."""

    class EndSeen(Message):
        """The end of the text has been on the screen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._flow = Flow("")
        self._wanted = 0
        self._end: int | None = None
        self._end_seen = False
        self._width = 0
        self._here: Way | None = None
        self._strips: dict[int, Strip] = {}
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
        self._flow = Flow(text, home)
        self._wanted, self._end, self._end_seen, self._here = place, end, False, None
        if self._width:
            self._lay_out()

    @property
    def place(self) -> int:
        """The source line of the paragraph at the top."""
        return self._flow.source_at(self.scroll_offset.y) if self._flow.lines else self._wanted

    @property
    def share(self) -> float:
        """How far down the text the screen stands, 0 to 1."""
        below = self._last_line + 1 - self.size.height
        return min(1.0, self.scroll_offset.y / below) if below > 0 else 1.0

    @property
    def laid_out(self) -> int:
        """How many lines are laid out so far."""
        return len(self._flow.lines)

    def scroll_to_source(self, line: int) -> None:
        """Bring the paragraph with that source line to the top."""
        self._flow.lay_to(line)
        self._go(self._flow.line_of(line))

    @property
    def _last_line(self) -> int:
        """The last line of the text proper; a guess while it is not laid out."""
        lines = self._flow.lines
        if self._end is not None and lines and lines[-1].source > self._end:
            return self._flow.line_of(self._end + 1) - 1
        return self._flow.height - 1

    # -- laying out

    @property
    def _room(self) -> int:
        """The cells beside the scroll bar."""
        return self.scrollable_content_region.width

    def on_resize(self) -> None:
        """Lay out for the new width, the same paragraph at the top."""
        width = max(1, min(_MEASURE, self._room - 2 * _MARGIN))
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
        self._flow.fit(self._width)
        if self._wanted:
            self._flow.lay_to(self._wanted)
        top = self._flow.line_of(self._wanted) if self._wanted else 0
        self._flow.lay(top + _AHEAD * max(1, self.size.height))
        self._grow()
        self._go(top)
        self.refresh()
        if not self._flow.is_whole:
            self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        """Lay out one more slice."""
        self._flow.lay(self.laid_out + _SLICE)
        if not self._flow.is_whole:
            self.call_after_refresh(self._go_on)
            return
        self._grow()
        self._watch_end()
        self.refresh_bindings()

    def _grow(self) -> None:
        """Let the scroll bar know how long the text is."""
        self.virtual_size = Size(self._room, self._flow.height)

    # -- moving

    def _go(self, line: int) -> None:
        """Bring a line to the top."""
        self._flow.lay(line + _AHEAD * max(1, self.size.height))
        if self.virtual_size.height < self.laid_out:
            self._grow()
        self.scroll_to(y=line, animate=False, immediate=True, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes into view, however it came there."""
        super().watch_scroll_y(old_value, new_value)
        self._flow.lay(round(new_value) + _AHEAD * self.size.height)
        self.post_message(self.Moved())
        self._watch_end()

    def _watch_end(self) -> None:
        """Say once that the end has been seen."""
        if self._end_seen or not self.laid_out or not self.size.height:
            return
        is_there = self._flow.is_whole or (self._end is not None and self._flow.lines[-1].source > self._end)
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
            self._flow.lay()
            self._grow()
        self._go(0 if step < 0 else max(0, self.laid_out - self.size.height))

    # -- links

    def action_way(self, step: int) -> None:
        """Stand on the next link, wherever it is; after the last comes the first."""
        self._flow.lay()
        self._grow()
        top, height = self.scroll_offset.y, self.size.height
        found = self._flow.next_way(self._here, step, top, height)
        if found is None:
            return
        line, self._here = found
        self._strips.clear()
        if not top <= line < top + height:
            self._go(max(0, line - height // 3))
        self.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave enter to the screen while no link is stood on, and tab if there are none."""
        if action == "way":
            return bool(self._flow.ways) or not self._flow.is_whole
        return action != "follow" or self._here is not None

    def action_follow(self) -> None:
        """Open the link that is stood on."""
        if self._here:
            self.post_message(Follow(self._here.link))

    def on_click(self, event: events.Click) -> None:
        """Open the link that was clicked."""
        at, x = event.y + self.scroll_offset.y, event.x - self._left
        for text, _, way in self._flow.lines[at].runs if at < self.laid_out else ():
            if way and 0 <= x < cell_len(text):
                self.post_message(Follow(way.link))
            x -= cell_len(text)

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
            self._strips[at] = self._pen.draw(self._flow.lines[at], self._left, width, self._here)
        return self._strips[at]

    def notify_style_update(self) -> None:
        """Draw again in the new colours."""
        super().notify_style_update()
        self._strips.clear()
        self._pen.forget()
        self.refresh()
