"""A list of rows drawn line by line: as quick with 3,000 rows as with eight."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from companion.ui.rows import MARGIN, POINTER, Look, Row, RowLayout, cut, marking, number_of


class RowList(ScrollView, can_focus=True):
    """Rows to move over and choose from."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--text", "rows--quiet", "rows--heading", "rows--mark", "rows--cursor", "rows--cursor-blurred",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", id="rows.up", show=False, system=True),
        Binding("down", "step(1)", "Down", id="rows.down", show=False, system=True),
        Binding("pageup", "page(-1)", "Page up", id="rows.page-up", show=False, system=True),
        Binding("pagedown,space", "page(1)", "Page down", id="rows.page-down", show=False, system=True),
        Binding("home", "edge(-1)", "First", id="rows.first", show=False, system=True),
        Binding("end", "edge(1)", "Last", id="rows.last", show=False, system=True),
        Binding("enter", "choose", "Open", id="rows.open", show=False, system=True),
    ]

    class Chosen(Message):
        """A row was chosen with enter or a click."""

        def __init__(self, rows: "RowList", row: Row) -> None:
            super().__init__()
            self.rows = rows
            self.row = row

        @property
        def control(self) -> "RowList":
            """The list, for `@on` selectors."""
            return self.rows

    class Moved(Message):
        """The cursor moved to another row, or to none."""

        def __init__(self, rows: "RowList", row: Row | None) -> None:
            super().__init__()
            self.rows = rows
            self.row = row

        @property
        def control(self) -> "RowList":
            """The list, for `@on` selectors."""
            return self.rows

    cursor: reactive[int | None] = reactive[int | None](None)

    def __init__(self, *rows: Row, wrapped: bool = False, id: str | None = None) -> None:
        """Make a list.

        Args:
            rows: What it shows at first.
            wrapped: Whether long texts go on in the next line; else they are cut with an ellipsis.
            id: Textual's id.
        """
        super().__init__(id=id)
        self._wrapped = wrapped
        self._rows: Sequence[Row] = rows
        self._layout = RowLayout((), 0, wrapped)
        self.set_reactive(RowList.cursor, self._next_choice(0, 1))

    # -- what is shown

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, as they were given."""
        return self._rows

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return None if self.cursor is None else self._rows[self.cursor]

    def show(self, rows: Sequence[Row], at: str | None = None) -> None:
        """Show other rows, the cursor on the row with that id, else where it was.

        Args:
            rows: The rows.
            at: The id to stand on; by default the one it stands on now.
        """
        wanted = at if at is not None else (self.chosen.id if self.chosen else None)
        before = self.cursor or 0
        self._rows = rows
        found = number_of(rows, wanted)
        if found is None:
            found = self._next_choice(min(before, max(0, len(rows) - 1)), 1)
        if found is None:
            found = self._next_choice(len(rows) - 1, -1)
        self.set_reactive(RowList.cursor, found)
        self._lay_out()
        self._keep_in_view()
        self.post_message(self.Moved(self, self.chosen))

    @property
    def _width(self) -> int:
        """The cells that a line may take, beside the scrollbar."""
        return self.scrollable_content_region.width

    def _lay_out(self) -> None:
        """Find out which line belongs to which row."""
        self._layout = RowLayout(self._rows, self._width, self._wrapped)
        self.virtual_size = Size(self._width, len(self._layout.lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at, width = y + self.scroll_offset.y, self._width
        if at >= len(self._layout.lines):
            return Strip.blank(width, self.rich_style)
        line = self._layout.lines[at]
        row, here = self._rows[line.row], line.row == self.cursor
        text, look = self._layout.texts(line.row)[line.part]
        cursor = "rows--cursor" if self.has_focus else "rows--cursor-blurred"
        style = self.get_component_rich_style(cursor if here and look is Look.TEXT else look)
        quiet, led = self.get_component_rich_style(Look.QUIET), self._layout.lead(row)
        if line.part:
            segments = [Segment(MARGIN + " " * cell_len(led), quiet), *self._marked(row, text, style)]
        else:
            begin = [Segment(POINTER if here else MARGIN, style), Segment(led, quiet)]
            segments = [*begin, *self._marked(row, text, style)]
            room = max(0, width - sum(cell_len(segment.text) for segment in segments))
            tail = cut(self._layout.tail(row), room)
            segments.append(Segment(" " * (room - cell_len(tail)) + tail, quiet))
        return Strip(segments).adjust_cell_length(width, quiet)

    def _marked(self, row: Row, text: str, style: Style) -> Iterator[Segment]:
        """Yield a line of a row, the words that stand out in a style of their own."""
        end = 0
        if pattern := marking(row.marked):
            mark = style + self.get_component_rich_style(Look.MARK)
            for match in pattern.finditer(text):
                yield Segment(text[end : match.start()], style)
                yield Segment(match[0], mark)
                end = match.end()
        yield Segment(text[end:], style)

    # -- moving

    def _next_choice(self, start: int, step: int) -> int | None:
        """Return the nearest row from start that can be chosen."""
        number = start
        while 0 <= number < len(self._rows):
            if self._rows[number].id is not None:
                return number
            number += step
        return None

    def action_step(self, step: int) -> None:
        """Move the cursor to the next row that can be chosen; without one, scroll."""
        start = 0 if self.cursor is None else self.cursor + step
        found = self._next_choice(start, step)
        if found is not None:
            self.cursor = found
        elif step < 0:
            self.scroll_home(animate=False)

    def action_page(self, step: int) -> None:
        """Move the cursor by a screenful."""
        if self.cursor is None:
            return
        start = min(len(self._rows) - 1, max(0, self.cursor + step * max(1, self.size.height - 1)))
        found = self._next_choice(start, step)
        if found is None:
            found = self._next_choice(start, -step)
        self.cursor = found

    def action_edge(self, step: int) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor = self._next_choice(0, 1) if step < 0 else self._next_choice(len(self._rows) - 1, -1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.chosen:
            self.post_message(self.Chosen(self, self.chosen))

    def watch_cursor(self) -> None:
        """Follow the cursor and say where it is."""
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved(self, self.chosen))

    def _keep_in_view(self) -> None:
        """Scroll so that the row under the cursor is seen; above the first one, its headings too."""
        if self.cursor is None or not self._layout.lines:
            return
        top, height = self._layout.first_lines[self.cursor], self._layout.height(self.cursor)
        if self.cursor == self._next_choice(0, 1) and top + height <= self.size.height:
            top, height = 0, top + height
        self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    # -- events

    def on_resize(self) -> None:
        """Lay out again for the new width."""
        self._lay_out()
        self._keep_in_view()

    def on_focus(self) -> None:
        """Show the cursor as the focused one."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as the resting one."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw again in the new colours."""
        super().notify_style_update()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        at = event.y + self.scroll_offset.y
        if at < len(self._layout.lines):
            number = self._layout.lines[at].row
            if self._rows[number].id is not None:
                self.cursor = number
                self.action_choose()
