"""A text flowing into lines of a width, no further than somebody looks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter
from time import monotonic

from rich.cells import cell_len

from companion.text.blocks import Block, Way
from companion.text.headings import Heading, headings
from companion.text.layout import Line
from companion.text.numbering import Numbering
from companion.text.spans import Spot

_SOURCE = attrgetter("source")
_LONG = 500_000
"""Characters; about half a second."""


class Flow:
    """The lines of one text. Blocks are read once; lines are laid out anew for each width."""

    def __init__(self, text: str, home: str = "") -> None:
        """Take a text; nothing is read yet.

        Args:
            text: Markdown.
            home: The folder it lies in, seen from the library's root.
        """
        self._text = text
        self._home = home
        self._unread: Iterator[Block] | None = None
        self._read: list[Block] = []
        self._is_read = False
        self._firsts: list[int] = []  # for each block laid out, its first line
        self.widths = 0, 0
        """The cells of a line, and of one of code."""
        self.lines: list[Line] = []
        """What is laid out so far."""
        self.ways: list[tuple[int, Way]] = []
        """The links in those lines, each with the line that it begins on."""
        self._numbering = Numbering()

    def fit(self, width: int, code_width: int = 0) -> None:
        """Begin anew with that width; lines of code may be longer."""
        self.widths = width, max(width, code_width)
        self._firsts = []
        self.lines = []
        self.ways = []

    @property
    def is_long(self) -> bool:
        """Whether laying out all of it takes so long that nobody should be kept waiting for it."""
        return len(self._text) > _LONG

    @property
    def is_whole(self) -> bool:
        """Whether everything is laid out."""
        return self._is_read and len(self._firsts) == len(self._read)

    @property
    def height(self) -> int:
        """How many lines there are; a guess by what is known until everything is laid out."""
        if self.is_whole or not self.lines:
            return len(self.lines)
        all_of_it = self._text.count("\n") + 1
        return max(len(self.lines) + 1, len(self.lines) * all_of_it // (self.lines[-1].source + 1))

    def lay(self, lines: int | None = None) -> None:
        """Lay out until there are that many lines, or all."""
        while (lines is None or len(self.lines) < lines) and self._lay_block():
            pass

    def lay_for(self, seconds: float) -> bool:
        """Lay out for so long; return whether that is everything."""
        until = monotonic() + seconds
        while monotonic() < until and self._lay_block():
            pass
        return self.is_whole

    def lay_to(self, source: int) -> None:
        """Lay out until the block is there that holds that source line."""
        while (not self.lines or self.lines[-1].source <= source) and self._lay_block():
            pass

    def source_at(self, line: int) -> int:
        """Return the source line of the block at a line, or of the last one before it."""
        return self.lines[min(line, len(self.lines) - 1)].source if self.lines else 0

    def line_of(self, source: int) -> int:
        """Return the first line of the block that holds that source line; its words, not the gap above."""
        at = bisect_right(self.lines, source, key=_SOURCE) - 1
        if at < 0:
            return 0
        first = bisect_left(self.lines, self.lines[at].source, key=_SOURCE)
        return first if self.lines[first].text.strip() or first == at else first + 1

    def next_way(self, here: Way | None, step: int, top: int, height: int) -> tuple[int, Way] | None:
        """Return the link to go to and its line; None if there are none. After the last comes the first.

        Args:
            here: The link that is stood on.
            step: 1 or -1.
            top: The first line on the screen.
            height: How many lines the screen shows; one that is out of sight is not gone on from.
        """
        lines = [line for line, _ in self.ways]
        if not lines:
            return None
        at = next((number for number, (_, way) in enumerate(self.ways) if way is here), None)
        if at is None or not top <= lines[at] < top + height:
            at = bisect_left(lines, top) - 1 if step > 0 else bisect_left(lines, top + height)
        return self.ways[(at + step) % len(lines)]

    # -- words and where they are drawn

    @property
    def blocks(self) -> list[Block]:
        """All blocks; reads those that are not read yet."""
        while not self._is_read:
            self._read_block()
        return self._read

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings; reads those blocks that are not read yet."""
        return headings(self.blocks)

    @property
    def numbers(self) -> dict[Way, int]:
        """The number of each link that is laid out."""
        return self._numbering.numbers

    def block_at(self, line: int) -> int:
        """Return the number of the block that a line belongs to."""
        return max(0, bisect_right(self._firsts, line) - 1)

    def lay_spot(self, spot: Spot) -> tuple[int, int]:
        """Lay out as far as a spot; return its line and the cells before it in that line."""
        while len(self._firsts) <= spot.block and self._lay_block():
            pass
        first, last = ([*self._firsts, len(self.lines)][spot.block : spot.block + 2]) if self._firsts else (0, 0)
        place, nearest = (first, 0), 0
        for number in range(first, last):
            cells = 0
            for run in self.lines[number].runs:
                if nearest <= run.at <= spot.at:
                    nearest = run.at
                    place = number, cells + cell_len(run.text[: spot.at - run.at])
                cells += cell_len(run.text)
        return place

    def spot_at(self, line: int, cell: int) -> Spot:
        """Return the spot nearest to a cell of a line that is laid out."""
        line = max(0, min(line, len(self.lines) - 1))
        runs = self.lines[line].runs if self.lines else ()
        block, at, cells = self.block_at(line), next((run.at for run in runs if run.at >= 0), 0), 0
        for run in runs:
            if run.at >= 0:
                fitting = 0
                while fitting < len(run.text) and cells + cell_len(run.text[: fitting + 1]) <= cell:
                    fitting += 1
                at = run.at + fitting
            cells += cell_len(run.text)
            if cells > cell:
                break
        return Spot(block, at)

    # -- reading and laying out

    def _lay_block(self) -> bool:
        """Lay out one more block; False if there is none."""
        if len(self._firsts) == len(self._read) and not self._read_block():
            return False
        block = self._read[len(self._firsts)]
        self._firsts.append(len(self.lines))
        met: set[Way] = set()
        for line in self._numbering.lay_out(block, self.widths[block.verbatim]):
            if not self.lines and not line.runs:
                continue  # no gap above the first words
            for run in line.runs:
                if run.way and run.way not in met:
                    met.add(run.way)
                    self.ways.append((len(self.lines), run.way))
            self.lines.append(line)
        return True

    def _read_block(self) -> bool:
        if self._unread is None:
            from companion.text.markdown import blocks  # 25 ms, with the first text

            self._unread = blocks(self._text, self._home)
        block = next(self._unread, None)
        if block is None:
            self._is_read = True
            return False
        self._read.append(block)
        return True
