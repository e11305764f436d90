"""The days of a week: rows below each other, or side by side where there is room."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.strip import Strip

from companion.text.plain import measurable, one_line
from companion.text.wrapping import wrap
from companion.ui.row_list import RowList
from companion.ui.rows import MARGIN, POINTER, Look, Row, cut

ROOM = 100
"""Cells of a screen on which the days stand side by side."""
_MOST_HELP = 3
"""Lines of a note that are shown."""


class _Piece(NamedTuple):
    """One line of a day."""

    row: int | None
    """The number of its row; None for what belongs to none."""
    text: str = ""
    look: Look = Look.TEXT
    is_first: bool = False
    """Whether it is the first line of its row."""


class WeekDays(RowList):
    """Rows of which each with something in its lead begins a day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "aside(-1)", "Day before", id="week.day-before", show=False, system=True),
        Binding("right", "aside(1)", "Day after", id="week.day-after", show=False, system=True),
    ]

    side_by_side = False
    """Whether the days stand side by side; set it before `show`."""
    _days: tuple[tuple[_Piece, ...], ...] = ()

    # -- laying out

    def _lay_out(self) -> None:
        """Find out which line belongs to which row."""
        super()._lay_out()
        if self.side_by_side:
            self._days = tuple(tuple(self._pieces(day)) for day in self._by_day())
            self.virtual_size = Size(self._width, max(map(len, self._days), default=0))

    def _by_day(self) -> list[list[int]]:
        """Return the numbers of the rows of each day."""
        days: list[list[int]] = []
        for number, row in enumerate(self._rows):
            if row.lead.strip():
                days.append([])
            days[-1].append(number)
        return days

    @property
    def _day_width(self) -> int:
        return self._width // max(1, len(self._by_day()))

    def _pieces(self, day: list[int]) -> Iterator[_Piece]:
        """Yield the lines of a day."""
        yield _Piece(None, self._rows[day[0]].lead.strip(), Look.HEADING)
        for number in day:
            yield _Piece(None)
            lines = self._wrapped_row(self._rows[number])
            yield from (_Piece(number, text, look, not at) for at, (text, look) in enumerate(lines))

    def _wrapped_row(self, row: Row) -> Iterator[tuple[str, Look]]:
        room = self._day_width - len(MARGIN)
        said = cut(one_line(row.help), room * _MOST_HELP)
        parts = [(text, Look.TEXT) for text in (row.text, *row.tail.splitlines())]
        for text, look in (*parts, (said, Look.QUIET)):
            yield from ((piece, look) for piece in wrap(measurable(text), room) if piece)

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line through all days."""
        if not self.side_by_side:
            return super().render_line(y)
        at, width = y + self.scroll_offset.y, self._day_width
        pieces = [day[at] if at < len(day) else _Piece(None) for day in self._days]
        strips = [self._draw(piece).adjust_cell_length(width, self.rich_style) for piece in pieces]
        return Strip.join(strips).adjust_cell_length(self._width, self.rich_style)

    def _draw(self, piece: _Piece) -> Strip:
        is_here = piece.row is not None and piece.row == self.cursor
        cursor = "rows--cursor" if self.has_focus else "rows--cursor-blurred"
        style = self.get_component_rich_style(cursor if is_here and piece.look is Look.TEXT else piece.look)
        before = POINTER if is_here and piece.is_first else MARGIN
        return Strip([Segment(before, style), Segment(piece.text, style)])

    def _keep_in_view(self) -> None:
        """Scroll so that the row under the cursor is seen; the day above its first row too."""
        if not self.side_by_side:
            return super()._keep_in_view()
        for day in self._days:
            lines = [at for at, piece in enumerate(day) if piece.row is not None and piece.row == self.cursor]
            if lines:
                top = lines[0] if any(piece.row is not None for piece in day[: lines[0]]) else 0
                self.scroll_to_region(Region(0, top, 1, lines[-1] + 1 - top), animate=False, force=True)

    # -- moving

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go aside only where something is there."""
        return self.side_by_side if action == "aside" else super().check_action(action, parameters)

    def action_aside(self, days: int) -> None:
        """Move to another day, as far down as before."""
        here, column = next((day, number) for number, day in enumerate(self._by_day()) if self.cursor in day)
        there = self._by_day()[max(0, min(column + days, len(self._by_day()) - 1))]
        self.cursor = there[min(here.index(self.cursor or 0), len(there) - 1)]

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked; where they stand below each other the list does so itself."""
        if not self.side_by_side:
            return
        event.prevent_default()
        line, column = event.y + self.scroll_offset.y, event.x // max(1, self._day_width)
        day = self._days[column] if column < len(self._days) else ()
        if line < len(day) and (number := day[line].row) is not None:
            self.cursor = number
            self.action_choose()
