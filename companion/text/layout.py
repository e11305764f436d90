"""Blocks to lines, none wider than asked for."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from companion.text.blocks import Block, Look, Run
from companion.text.filling import fill, fold, placed, words
from companion.text.tables import lay_out_row

_LEAST = 8
"""Cells that text has at least, however deep its list is nested."""


class Line(NamedTuple):
    """One line as it is drawn."""

    source: int
    """The source line of the block that it belongs to, from 0."""
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The line without its looks."""
        return "".join(run.text for run in self.runs)


def lay_out(block: Block, width: int) -> Iterator[Line]:
    """Yield the lines of a block, the line above it first; none is wider than `width` cells."""
    cut = max(0, cell_len(block.rest) - max(0, width - _LEAST))  # of what stands before; its outer part goes
    if block.gap is not None:
        gap = block.gap[cut:]
        yield Line(block.line, (Run(gap, Look.MARK),) if gap else ())
    before, rest = block.first[cut:], block.rest[cut:]
    room = max(1, width - cell_len(rest))
    for runs in _filled(block, room) or [[]] * bool(before.strip()):
        yield Line(block.line, (Run(before, Look.MARK), *runs) if before else tuple(runs))
        before = rest


def _filled(block: Block, room: int) -> list[list[Run]]:
    """Return the lines of a block without what stands before them."""
    runs = list(placed(block.runs))
    if block.table:
        return list(lay_out_row(block.table, runs, room, is_head=block.is_head))
    return [line for run in runs for line in fold(run, room)] if block.verbatim else list(fill(words(runs), room))
