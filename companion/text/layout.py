"""Blocks to lines, none wider than asked for."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

from companion.text.blocks import Block, Look, Run

_BLANKS = re.compile(r"([ \t\n]+)")
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
    if block.gap is not None:
        yield Line(block.line, (Run(block.gap, Look.MARK),) if block.gap else ())
    room = max(_LEAST, width - cell_len(block.rest))
    filled = _chop(_placed(block.runs), room) if block.verbatim else _fill(_words(block.runs), room)
    before = block.first
    for runs in filled:
        yield Line(block.line, (Run(before, Look.MARK), *runs) if before else tuple(runs))
        before = block.rest


def _placed(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs, each with where it begins."""
    at = 0
    for run in runs:
        yield run._replace(at=at)
        at += len(run.text)


def _words(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield the words, each a list of runs as its looks may change inside; an empty one is a line break."""
    word: list[Run] = []
    at = 0
    for text, look, way, _ in runs:
        for part in _BLANKS.split(text):
            at += len(part)
            if not part:
                continue
            if part[0] not in " \t\n":
                word.append(Run(part, look, way, at - len(part)))
                continue
            if word:
                yield word
                word = []
            if "\n" in part:
                yield []
    if word:
        yield word


def _fill(words: Iterable[list[Run]], room: int) -> Iterator[list[Run]]:
    """Yield lines as full as they get."""
    line: list[Run] = []
    used = 0
    for word in words:
        if not word:
            yield line
            line, used = [], 0
            continue
        wide = sum(cell_len(run.text) for run in word)
        if line and used + 1 + wide <= room:
            _join(line, word)
            used += 1 + wide
            continue
        if line:
            yield line
        *full, line = [list(word)] if wide <= room else _chop(word, room)
        yield from full
        used = sum(cell_len(run.text) for run in line)
    if line:
        yield line


def _join(line: list[Run], word: list[Run]) -> None:
    """Add a blank and a word to a line; runs of the same look grow together."""
    last, head = line[-1], word[0]
    blank = last.at + len(last.text)
    if last.look == head.look and last.way is head.way and head.at == blank + 1:
        line[-1] = Run(f"{last.text} {head.text}", head.look, head.way, last.at)
    else:
        line += [Run(" ", at=blank), head]
    line += word[1:]


def _chop(runs: Iterable[Run], room: int) -> list[list[Run]]:
    """Cut runs wherever the room ends."""
    lines: list[list[Run]] = [[]]
    used = 0
    for text, look, way, at in runs:
        for char_group in _pieces(text, room, room - used):
            if used + cell_len(char_group) > room:
                lines.append([])
                used = 0
            lines[-1].append(Run(char_group, look, way, at))
            at += len(char_group)
            used += cell_len(char_group)
    return lines


def _pieces(text: str, room: int, first: int) -> Iterator[str]:
    """Cut a text to what fits into the first line and into each one after it."""
    if cell_len(text) <= first:
        yield text
        return
    head = chop_cells(text, first)[0] if first > 1 else ""
    if head:
        yield head
    yield from chop_cells(text[len(head) :], room)
