"""The rows of a table: side by side where there is room, else as lines of `head: cell`."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from rich.cells import cell_len

from companion.text.blocks import Look, Run, Table
from companion.text.filling import fill, words

TAB = "\t"
"""Stands between two cells of a row's words."""
_BETWEEN = " │ "
_LEAST = 8
"""Cells below which no column is squeezed, unless it needs no more."""
_WORD = 20
"""Cells of a word that may be cut: addresses."""
_NUMBER = 2
"""Cells that the number behind a link takes."""


def table_of(rows: Sequence[Sequence[Sequence[Run]]], aligns: Iterable[str], *, is_spoken: bool) -> Table:
    """Return what the rows share; the first are the heads. Each row is its cells, each cell its runs."""
    heads = tuple("".join(run.text for run in cell).strip() for cell in rows[0])
    columns = list(zip(*rows, strict=True))
    widths = [max(_width(cell) for cell in column) for column in columns]
    longest = [max(_longest(cell) for cell in column) for column in columns]
    return Table(heads, tuple(aligns), tuple(widths), tuple(longest), is_spoken)


def row_of(cells: Iterable[Sequence[Run]]) -> tuple[Run, ...]:
    """Return a row's runs, a tab between its cells."""
    return tuple(run for cell in cells for run in (Run(TAB), *cell))[1:]


def lay_out_row(table: Table, runs: Sequence[Run], room: int, *, is_head: bool) -> Iterator[list[Run]]:
    """Yield the lines of a row; its runs know where they begin."""
    widths = None if table.is_spoken else _fit(table, room)
    cells = list(_cells(runs))
    if widths is None and is_head:
        yield from fill(_listed(cells), room)
    elif widths is None:
        yield []
        for head, cell in zip(table.heads, cells, strict=True):
            if cell:
                called = [[Run(word, Look.MARK)] for word in f"{head}:".split()] if head else []
                yield from fill([*called, *words(cell)], room)
    else:
        yield from _beside(table, cells, widths)
        if is_head or sum(widths) < sum(table.widths):  # rows of several lines are told apart
            yield [Run(_line(widths, "─" if is_head else "┄"), Look.MARK)]


def _line(widths: Iterable[int], sign: str) -> str:
    """Return the line below a row."""
    return f"{sign}┼{sign}".join(sign * width for width in widths)


def _cells(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield the cells of a row."""
    cell: list[Run] = []
    for run in runs:
        if run.text == TAB:
            yield cell
            cell = []
        else:
            cell.append(run)
    yield cell


def _listed(cells: Iterable[Sequence[Run]]) -> Iterator[list[Run]]:
    """Yield the words of the heads, one after the other."""
    for number, cell in enumerate(cells):
        if number:
            yield [Run("·", Look.MARK)]
        yield from words(cell)


def _beside(table: Table, cells: Sequence[Sequence[Run]], widths: Sequence[int]) -> Iterator[list[Run]]:
    """Yield the lines of a row whose cells stand side by side."""
    filled = [list(fill(words(cell), width)) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*filled, fillvalue=()) if any(filled) else [[()] * len(widths)]:
        line: list[Run] = []
        for number, (part, width, align) in enumerate(zip(parts, widths, table.aligns, strict=True)):
            left, right = _blanks(width - sum(cell_len(run.text) for run in part), align)
            line += [Run(_BETWEEN, Look.MARK)] * bool(number)
            line += [Run(" " * left)] * bool(left) + [*part]
            line += [Run(" " * right)] * (right > 0 and number + 1 < len(widths))
        yield line


def _blanks(left: int, align: str) -> tuple[int, int]:
    """Return how many of the cells left over stand before the words, and how many after."""
    before = {"right": left, "center": left // 2}.get(align, 0)
    return before, left - before


@lru_cache(maxsize=4)
def _fit(table: Table, room: int) -> Sequence[int] | None:
    """Return the width of each column, the widest squeezed first; None if words would have to be cut."""
    room -= len(_BETWEEN) * (len(table.widths) - 1)
    least = [
        min(width, max(_LEAST, min(_WORD, longest))) for width, longest in zip(table.widths, table.longest, strict=True)
    ]
    if sum(least) > room:
        return None
    widths = list(table.widths)
    for cap in range(room, 0, -1):
        if sum(widths) <= room:
            break
        widths = [max(low, min(width, cap)) for width, low in zip(widths, least, strict=True)]
    return widths


def _width(cell: Iterable[Run]) -> int:
    return max(1, sum(cell_len(run.text) + (_NUMBER if run.way else 0) for run in cell))


def _longest(cell: Sequence[Run]) -> int:
    return max((cell_len(word) for word in "".join(run.text for run in cell).split()), default=0)
