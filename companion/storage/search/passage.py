"""Texts as they are indexed, and the stretch of one that shows why it was found."""

import re
from itertools import islice
from typing import NamedTuple

BEGIN, END = "\x02", "\x03"
"""Around a word that was looked for."""

_MARKUP = re.compile(r"^[ \t]*[-+][ \t]+|\]\([^)\n]*\)|[\[\]*_>#`|]", re.MULTILINE)
_ODD = dict.fromkeys((*range(32), 127, 0x200B), " ") | {ord("\n"): "\n"}
"""Characters that would end a text for sqlite, or be taken for marks."""

_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])"
)
"""A letter of a script that writes words without a space between them, or, as Korean, parts of them."""
_SEAM = "\u200b"
"""Parts such letters for the index, and is not seen."""

_MARKED = re.compile(f"{BEGIN}([^{END}]*){END}")
_SHOWN, _BEFORE = 68, 24
"""Characters of a stretch, which fit a line, and how many of them stand before the first word at most."""
_LEAST = 30
"""Characters from which a stretch ends with its line."""
_SUMMARY = 110
_TRIED, _CLOSE = 60, 8
"""How many places of one text are weighed, and how many words beside each."""


def indexed(markdown: str) -> str:
    """Return a text without its marks, line by line as it was."""
    plain = markdown.encode("utf-8", "replace").decode().replace("\r\n", "\n").translate(_ODD)
    return parted(_MARKUP.sub("", plain))


def parted(text: str) -> str:
    """Return a text with the letters of unspaced scripts apart, so that any part of a sentence is found."""
    return text if text.isascii() else _UNSPACED.sub(rf"{_SEAM}\1{_SEAM}", text)


class Passage(NamedTuple):
    """A stretch of a text."""

    text: str
    words: frozenset[str]
    """The words that were marked in it."""
    place: int
    """The line it stands on, from 0."""


def plain(marked: str) -> str:
    """Return a text without marks and seams."""
    return marked.translate({ord(each): None for each in (BEGIN, END, _SEAM)})


def shortened(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text[: 2 * _SUMMARY].split())
    return line if len(line) <= _SUMMARY else f"{line[:_SUMMARY].rpartition(' ')[0] or line[:_SUMMARY]}…"


def marked_words(marked: str) -> frozenset[str]:
    """Return the words that are marked, as they stand there."""
    return frozenset(plain(match[1]) for match in _MARKED.finditer(marked))


def passage(marked: str) -> Passage | None:
    """Return the stretch that holds the most of the marked words, the first of those; None if none is marked."""
    spans = [(match.start(), match[1].lower()) for match in islice(_MARKED.finditer(marked), _TRIED)]
    if not spans:
        return None

    def held(number: int) -> int:
        at = spans[number][0]
        end = min(at + _SHOWN - _BEFORE, marked.find("\n", at) % (len(marked) + 1))
        return len({word for start, word in spans[number : number + _CLOSE] if start < end})

    at = spans[max(range(len(spans)), key=held)][0]
    start, end = _around(marked, at)
    shown = " ".join(plain(marked[start:end]).split())
    before = "" if marked[:start].rstrip()[-1:] in ("", ".", "?", "!") or marked[start - 1 : start] == "\n" else "…"
    after = "" if shown.endswith((".", "?", "!")) or not marked[end:].strip() else "…"
    return Passage(f"{before}{shown}{after}", marked_words(marked[start:end]), marked.count("\n", 0, at))


def _around(marked: str, at: int) -> tuple[int, int]:
    """Return where a stretch around a word begins and ends: in its line, with its sentence if that begins near."""
    line = marked.rfind("\n", 0, at) + 1
    start = max(line, at - _BEFORE)
    if start > line:
        sentence = max(marked.rfind(sign, line, at) for sign in (". ", "? ", "! "))
        start = sentence + 2 if sentence + 2 >= start else marked.find(" ", start, at) + 1 or start
    stop = marked.find("\n", max(at, start + _LEAST))
    end = start + _SHOWN
    if 0 <= stop <= end:
        return start, stop
    blank = marked.rfind(" ", at, end)
    return start, end if end >= len(marked) or blank < 0 else max(blank, marked.find(END, at) + 1)
