"""Stretches of a text by its words, whatever the width: what is found, selected and highlighted."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from companion.text.blocks import Block, Look, Run


class Spot(NamedTuple):
    """A place between two characters of a text."""

    block: int
    """Which block, from 0."""
    at: int
    """How many characters of its words stand before."""


class Span(NamedTuple):
    """A stretch of a text."""

    start: Spot
    end: Spot

    def within(self, block: int, length: int) -> tuple[int, int]:
        """Return from where to where it covers a block with words of that length; nothing if the two are the same."""
        if not self.start.block <= block <= self.end.block:
            return 0, 0
        return (
            self.start.at if block == self.start.block else 0,
            self.end.at if block == self.end.block else length,
        )


class Paint(NamedTuple):
    """How a stretch stands out."""

    span: Span
    look: Look


def words_of(span: Span, blocks: Sequence[Block]) -> str:
    """Return the words of a stretch; each block begins a new line."""
    lines = []
    for number in range(span.start.block, min(span.end.block + 1, len(blocks))):
        words = blocks[number].words
        start, end = span.within(number, len(words))
        lines.append(words[start:end])
    return "\n".join(lines)


def painted(runs: Iterable[Run], block: int, paints: Iterable[Paint]) -> Iterator[Run]:
    """Yield the runs of a line of that block, cut where a look is added to them."""
    strokes = [
        (start, end, paint.look)
        for paint in paints
        for start, end in [paint.span.within(block, _ENDLESS)]
        if start < end
    ]
    for run in runs:
        if run.at < 0 or not strokes:
            yield run
            continue
        end = run.at + len(run.text)
        inside = {edge for start, stop, _ in strokes for edge in (start, stop) if run.at < edge < end}
        edges = sorted({run.at, end} | inside)
        for left, right in pairwise(edges):
            look = run.look
            for start, stop, added in strokes:
                if start <= left and right <= stop:
                    look |= added
            yield run._replace(text=run.text[left - run.at : right - run.at], look=look, at=left)


_ENDLESS = 1 << 62
