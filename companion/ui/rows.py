"""Rows laid out in lines: what a list shows, apart from the widget that draws it."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import overload

import msgspec
from rich.cells import cell_len, set_cell_size

from companion.text.plain import measurable, one_line
from companion.text.wrapping import wrap

POINTER, MARGIN = "❯ ", "  "
"""Before the row under the cursor, and before all others."""

_GAP = "  "
_LEAST_WIDTH, _LEAST_ROOM = 8, 4
_LEAST_BESIDE = 12
"""Cells of a text that must be left beside a tail; else the tail goes under it."""
_LEAST_COLUMN = 16
"""Cells of a text that must be left beside a lead; else the lead begins it."""


class Row(msgspec.Struct, frozen=True):
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
    marked: tuple[str, ...] = ()
    """Words of text and help that stand out."""


class LazyRows(Sequence[Row], ABC):
    """Rows of one line each, made when they are looked at: twenty thousand cost as much as a screenful."""

    @abstractmethod
    def number_of(self, row_id: str) -> int | None:
        """Return the number of the row with that id, if there is one."""


@lru_cache(maxsize=256)
def marking(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds the words in a line, each whole where its script has spaces (those have capitals, mostly)."""
    if not words:
        return None
    bounded = (
        rf"(?<!\w){re.escape(word)}(?!\w)" if word.lower() != word.upper() else re.escape(word) for word in words
    )
    return re.compile("|".join(bounded))


class Look(StrEnum):
    """How a line is drawn: the names of the list's component classes."""

    TEXT = "rows--text"
    QUIET = "rows--quiet"
    HEADING = "rows--heading"
    MARK = "rows--mark"


class Line(msgspec.Struct, frozen=True):
    """One line of a row."""

    row: int
    """The row's number."""
    part: int
    """0 for its first line."""


class _FlatLines(Sequence[Line]):
    """A line for each row."""

    def __init__(self, count: int) -> None:
        self._numbers = range(count)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        numbers = self._numbers[at]
        return Line(numbers, 0) if isinstance(numbers, int) else [Line(number, 0) for number in numbers]


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
        is_flat = isinstance(rows, LazyRows)
        lines: list[Line] = []
        first_lines: list[int] = []
        for number, row in enumerate(() if is_flat else rows):
            first_lines.append(len(lines))
            height = self.height(number) if wrapped or row.help or row.indent else 1
            lines.extend(Line(number, part) for part in range(height))
        self.lines: Sequence[Line] = _FlatLines(len(rows)) if is_flat else lines
        """All lines, from the top."""
        self.first_lines: Sequence[int] = range(len(rows)) if is_flat else first_lines
        """The number of each row's first line."""

    def height(self, number: int) -> int:
        """Return how many lines a row takes."""
        return len(self.texts(number))

    def texts(self, number: int) -> list[tuple[str, Look]]:
        """Return the lines of a row, each with its look."""
        if number not in self._texts:
            self._texts[number] = self._break(self._rows[number])
        return self._texts[number]

    def lead(self, row: Row) -> str:
        """Return what stands before a row's text, with its gap; nothing if it would leave a mere column beside it."""
        said = row.lead + _GAP if row.lead else ""
        is_long = cell_len(said) * 3 > self._width
        is_column = self._wrapped and is_long and self._width - cell_len(MARGIN + said) < _LEAST_COLUMN
        return "" if is_column else said

    def tail(self, row: Row) -> str:
        """Return what stands at the right edge of a row; nothing if it stands under it."""
        room = self._width - cell_len(MARGIN + self.lead(row) + _GAP + row.tail)
        is_beside = not self._wrapped or room >= min(_LEAST_BESIDE, cell_len(row.text))
        return row.tail if is_beside else ""

    def _break(self, row: Row) -> list[tuple[str, Look]]:
        beside = self.tail(row)
        led = self.lead(row)
        before = cell_len(MARGIN + led)
        tail = cell_len(beside + _GAP) if beside else 0
        room = max(_LEAST_ROOM, self._width - before - tail)
        text = row.text if led or not row.lead else f"{row.lead}{_GAP}{row.text}"
        is_broken = self._wrapped or row.indent
        pieces = _lines(text, room) if is_broken else (cut(measurable(one_line(text)), room),)
        look = Look.TEXT if row.id is not None else Look.QUIET if row.indent else Look.HEADING
        under = [row.help] if beside else [row.tail, row.help]
        helped = [line for each in under for line in _lines(each, max(_LEAST_ROOM, self._width - before))]
        return [(piece, look) for piece in pieces or ("",)] + [(piece, Look.QUIET) for piece in helped]


@lru_cache(maxsize=512)
def _lines(text: str, room: int) -> tuple[str, ...]:
    """Return a text in lines; while somebody types, most of what is found was found by the letter before."""
    return tuple(wrap(measurable(one_line(text)), room))


def number_of(rows: Sequence[Row], row_id: str | None) -> int | None:
    """Return the number of the row with that id, if there is one."""
    if not row_id:
        return None
    if isinstance(rows, LazyRows):
        return rows.number_of(row_id)
    return next((number for number, row in enumerate(rows) if row.id == row_id), None)


def cut(text: str, room: int) -> str:
    """Return the text cut to that many cells, with an ellipsis if anything is missing."""
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(0, room - 1)).rstrip() + "…" if room > 0 else ""
