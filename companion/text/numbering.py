"""Small numbers behind the links of a text, so that one can be named without walking to it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from companion.text.blocks import Block, Look, Run, Way
from companion.text.layout import Line, lay_out

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Numbering:
    """Numbers links in the order of the text, notes aside; a link keeps its number at every width."""

    def __init__(self) -> None:
        self.numbers: dict[Way, int] = {}
        """The links that have been laid out so far, from 1."""

    def lay_out(self, block: Block, width: int) -> Iterator[Line]:
        """Yield the lines of a block with the numbers in them; they are drawn by us and shift no words."""
        runs: list[Run] = []
        starts: list[int] = []  # where each number begins among the words
        shifts = [0]  # and how long all are together that begin before
        end = 0
        for run, following in pairwise((*block.runs, Run(""))):
            runs.append(run)
            end += len(run.text)
            if run.way and run.way.source < 0 and following.way is not run.way:
                number = str(self.numbers.setdefault(run.way, len(self.numbers) + 1)).translate(_RAISED)
                runs.append(Run(number, Look.MARK))
                starts.append(end)
                shifts.append(shifts[-1] + len(number))
                end += len(number)
        if not starts:
            yield from lay_out(block, width)
            return
        for line in lay_out(replace(block, runs=tuple(runs)), width):
            yield line._replace(runs=tuple(run._replace(at=_where(run.at, starts, shifts)) for run in line.runs))


def _where(at: int, starts: list[int], shifts: list[int]) -> int:
    """Return where a run begins without the numbers; -1 for a number."""
    before = bisect_right(starts, at)
    if before and at < starts[before - 1] + shifts[before] - shifts[before - 1]:
        return -1
    return at - shifts[before]
