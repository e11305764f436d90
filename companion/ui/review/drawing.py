"""What a page shows: lines, and the spots in them that one can move to and open."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from companion.domain.content import Link
from companion.domain.entry import Entry
from companion.domain.review.period import Period
from companion.domain.review.section import Counted, Told
from companion.text.plain import one_line
from companion.text.wrapping import wrap
from companion.ui.review.line import Line, sentence
from companion.ui.rows import MARGIN

MEASURE = 72
"""Sentences are no wider than this, in cells."""

_LEAST = 8
_BELOW = "  "
"""Before all lines of a row but its first, so that one sees without colours, too, where the next begins."""


class HourOfWeek(NamedTuple):
    """An hour of a weekday, 0 for Monday."""

    weekday: int
    hour: int


Target = Counted | Told | Entry | Link | Period | date | HourOfWeek
"""What a spot opens: the entries behind it, or what a link leads to."""


@dataclass(frozen=True)
class Spot:
    """A place on the page to stand on."""

    line: int
    start: int
    """The first cell, and the one behind the last."""
    end: int
    target: Target
    said: str = ""
    """What it is, in words, where the page itself does not say it."""
    is_row: bool = False
    """Whether it is a row of its own, with a pointer before it; else a mark in a picture."""
    height: int = 1
    """Lines to bring into view with it."""

    @property
    def stands_for(self) -> object:
        """What makes it the same spot, whatever is counted or told there by then."""
        match self.target:
            case Counted():
                return self.target.terms
            case Told():
                return self.target.name, self.target.entries[:1]
            case Entry():
                return self.target.id
        return self.target


@dataclass
class Drawing:
    """The lines of a page for a width, from the top."""

    width: int
    lines: list[Line] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    down: int = 1
    """How many spots further the one below is."""
    right: int = 0
    """How many spots further the one to the right is; 0 if there is none."""
    at: int = 0
    """The spot to begin at."""

    @property
    def measure(self) -> int:
        """Cells of a sentence."""
        return min(MEASURE, self.width)

    def say(self, *sentences: str, look: str = "text") -> None:
        """Add sentences, each on lines of its own."""
        for each in filter(None, sentences):
            self.lines += sentence(one_line(each), self.measure, look)

    def add(self, *lines: Line) -> None:
        """Add lines as they are."""
        self.lines += lines

    def gap(self) -> None:
        """Add a blank line, unless there is one or nothing above."""
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def row(self, line: Line, target: Target, said: str = "", below: Sequence[Line] = ()) -> None:
        """Add a row to move to, with the lines that belong to it below."""
        end = len(MARGIN) + cell_len(line[0][0])
        self.spots.append(Spot(len(self.lines), 0, end, target, said, is_row=True, height=1 + len(below)))
        self.lines += [[(MARGIN, "text"), *each] for each in (line, *below)]

    def told(self, sentences: Sequence[str], target: Target | None) -> None:
        """Add a row of sentences, the first as its head; one that leads nowhere is only said."""
        room = max(_LEAST, self.measure - len(MARGIN) - len(_BELOW))
        wrapped = [(line, number) for number, each in enumerate(sentences) for line in wrap(one_line(each), room)]
        lines: list[Line] = [
            [(f"{_BELOW if at else ''}{line}", "quiet" if number else "text")]
            for at, (line, number) in enumerate(wrapped)
        ]
        if target is not None and lines:
            self.row(lines[0], target, below=lines[1:])
        else:
            self.lines += [[(MARGIN, "text"), *line] for line in lines]
