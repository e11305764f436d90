"""Rows laid out in lines: what a list shows, apart from the widget that draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len, set_cell_size

from companion.text.plain import one_line
from companion.text.wrapping import wrap

POINTER, MARGIN = "❯ ", "  "
"""Before the row under the cursor, and before all others."""

_GAP = "  "
_LEAST_WIDTH, _LEAST_ROOM = 8, 4


@dataclass(frozen=True)
class Row:
    """One row. Without an id it can't be chosen: it is a heading, or, indented, a line that only says something."""

    text: str
    id: str | None = None
    lead: str = ""
    """Before the text, quieter."""
    tail: str = ""
    """At the right edge, quieter."""
    help: str = ""
    """Under the text, quieter; wrapped."""
    indent: bool = False
    """Whether it is a row that only says something, not a heading."""


class Look(StrEnum):
    """How a line is drawn: the names of the list's component classes."""

    TEXT = "rows--text"
    QUIET = "rows--quiet"
    HEADING = "rows--heading"


@dataclass(frozen=True)
class Line:
    """One line of a row."""

    row: int
    """The row's number."""
    part: int
    """0 for its first line."""


class RowLayout:
    """Which line belongs to which row at a width; texts are broken when they are first asked for."""

    def __init__(self, rows: Sequence[Row], width: int, wrapped: bool) -> None:
        """Lay out rows.

        Args:
            rows: The rows.
            width: Cells of a line.
            wrapped: Whether long texts go on in the next line; else they are cut with an ellipsis.
        """
        self._rows = rows
        self._width = max(_LEAST_WIDTH, width)
        self._wrapped = wrapped
        self._texts: dict[int, list[tuple[str, Look]]] = {}
        self.lines: list[Line] = []
        """All lines, from the top."""
        self.first_lines: list[int] = []
        """The number of each row's first line."""
        for number, row in enumerate(rows):
            self.first_lines.append(len(self.lines))
            height = self.height(number) if wrapped or row.help else 1
            self.lines.extend(Line(number, part) for part in range(height))

    def height(self, number: int) -> int:
        """Return how many lines a row takes."""
        return len(self.texts(number))

    def texts(self, number: int) -> list[tuple[str, Look]]:
        """Return the lines of a row, each with its look."""
        if number not in self._texts:
            self._texts[number] = self._break(self._rows[number])
        return self._texts[number]

    def _break(self, row: Row) -> list[tuple[str, Look]]:
        before = cell_len(MARGIN + lead(row))
        tail = cell_len(row.tail + _GAP) if row.tail else 0
        room = max(_LEAST_ROOM, self._width - before - tail)
        text = one_line(row.text)
        pieces = wrap(text, room) if self._wrapped else [cut(text, room)]
        look = Look.TEXT if row.id is not None else Look.QUIET if row.indent else Look.HEADING
        helped = wrap(one_line(row.help), max(_LEAST_ROOM, self._width - before))
        return [(piece, look) for piece in pieces or [""]] + [(piece, Look.QUIET) for piece in helped]


def lead(row: Row) -> str:
    """Return what stands before a row's text, with its gap."""
    return row.lead + _GAP if row.lead else ""


def cut(text: str, room: int) -> str:
    """Return the text cut to that many cells, with an ellipsis if anything is missing."""
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(0, room - 1)).rstrip() + "…" if room > 0 else ""
