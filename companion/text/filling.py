"""Runs to lines of runs, each as full as it gets and none wider than asked for."""

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, chop_cells

from companion.text.blocks import Look, Run
from companion.text.breaks import has_wide, is_seam, parts

_BLANKS = re.compile(r"([ \t\n]+)")
_CODE_WORD = re.compile(r" *([^ ]+)")
_GOES_ON = Run("↪ ", Look.MARK)
"""Before what is left of a line of code."""
_ROOMY = 12
"""Cells in which there is room for that, too."""
_FAR = 4
"""Characters a cell, at most, in which the end of a line is looked for."""

Word = list[Run]
"""What stays together on a line; its looks may change inside. An empty one is a line break."""


def placed(runs: Iterable[Run], at: int = 0) -> Iterator[Run]:
    """Yield the runs, each with where it begins."""
    for run in runs:
        yield run._replace(at=at)
        at += len(run.text)


def words(runs: Iterable[Run]) -> Iterator[Word]:
    """Yield the words of runs that know where they begin."""
    word: Word = []
    for text, look, way, start in runs:
        at, is_cut = start, has_wide(text)
        for part in _BLANKS.split(text):
            if part and part[0] not in " \t\n":
                for piece in parts(part) if is_cut else (part,):
                    if word and (at > start or is_seam(word[-1].text[-1], piece[0])):
                        yield word
                        word = []
                    word.append(Run(piece, look, way, at))
                    at += len(piece)
                continue
            at += len(part)
            if part and word:
                yield word
                word = []
            if "\n" in part:
                yield []
    if word:
        yield word


def fill(found: Iterable[Word], room: int) -> Iterator[list[Run]]:
    """Yield lines as full as they get."""
    line: list[Run] = []
    used = 0
    for word in found:
        if not word:
            yield line
            line, used = [], 0
            continue
        wide = _wide(word)
        blank = 0 if line and _goes_on(line[-1], word[0]) else 1
        if line and used + blank + wide <= room:
            _join(line, word, blank)
            used += blank + wide
            continue
        if line:
            yield line
        *full, line = [list(word)] if wide <= room else chop(word, room)
        yield from full
        used = _wide(line)
    if line:
        yield line


def _goes_on(last: Run, head: Run) -> bool:
    """Return whether no blank stands between two runs of the text."""
    return 0 <= last.at == head.at - len(last.text)


def _wide(runs: Iterable[Run]) -> int:
    return sum([cell_len(run.text) for run in runs])


def _join(line: list[Run], word: Word, blank: int) -> None:
    """Add a word to a line, after a blank if one stands there; runs of the same look grow together."""
    last, head = line[-1], word[0]
    end = last.at + len(last.text) if last.at >= 0 else -1
    if last.look == head.look and last.way is head.way and last.at >= 0 and head.at == end + blank:
        line[-1] = Run(f"{last.text}{' ' * blank}{head.text}", head.look, head.way, last.at)
    else:
        line += [Run(" ", at=end if head.at == end + 1 else -1), head] if blank else [head]
    line += word[1:]


def chop(runs: Iterable[Run], room: int) -> list[list[Run]]:
    """Cut runs wherever the room ends, never between a character and what is drawn on it."""
    lines: list[list[Run]] = [[]]
    used = 0
    for text, look, way, at in runs:
        for part in _pieces(text, room, room - used):
            if used and used + cell_len(part) > room:
                lines.append([])
                used = 0
            lines[-1].append(Run(part, look, way, at))
            at += len(part) if at >= 0 else 0
            used += cell_len(part)
    return lines


def fold(run: Run, room: int) -> Iterator[list[Run]]:
    """Break a line of code at blanks where it can be, else wherever the room ends; what goes on is marked."""
    mark = [_GOES_ON] if room >= _ROOMY else []
    for number, (start, end) in enumerate(_folds(run.text, room, room - _wide(mark))):
        yield [*mark * (number > 0), run._replace(text=run.text[start:end], at=run.at + start)]


def _folds(text: str, room: int, later: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where each line goes; those after the first have less room."""
    start = end = used = 0
    for word in _CODE_WORD.finditer(text):
        wide = cell_len(word[0])
        if used and used + wide > room:
            yield start, end
            start, used, wide, room = word.start(1), 0, cell_len(word[1]), later
        while used + wide > room and start < word.end():
            head = next(filter(None, chop_cells(text[start : min(word.end(), start + _FAR * room)], room)))
            yield start, start + len(head)
            start, wide, room = start + len(head), wide - cell_len(head), later
        used += wide
        end = word.end()
    yield start, end


def _pieces(text: str, room: int, first: int) -> Iterator[str]:
    """Cut a text to what fits into the first line and into each one after it."""
    if cell_len(text) <= first:
        yield text
        return
    head = chop_cells(text, first)[0] if first > 1 else ""
    if head:
        yield head
    yield from chop_cells(text[len(head) :], room)
