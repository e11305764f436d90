"""A Markdown text of the library cut into headings, prose, items and words to say, and into sentences."""

import re
from dataclasses import dataclass
from enum import Enum, auto

_MARKER = re.compile(r"\s*(?:[-*]|\d+\.)\s+")
_STOP = re.compile(r"[.?!…]+[*_]*[\"”’')\]]*[*_]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:e\.g|i\.e|a\.m|p\.m|etc|vs|cf|no|dr|mr|mrs|ms|st|prof|[A-Z])\.$", re.IGNORECASE
)
QUOTED_HERE = " / "
"""Stands where a quotation was."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


class Kind(Enum):
    """What a block is for."""

    HEADING = auto()
    PROSE = auto()
    ITEM = auto()
    SAID = auto()
    """A block quotation: words to try."""


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, an item of a list, or words to try."""

    kind: Kind
    text: str
    """Without Markdown's marks and the places links lead to."""


def plain(text: str) -> str:
    """Return running Markdown as it is read; a command keeps the marks that set it apart."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_]+", lambda found: found[1] or "", text)


def blocks(text: str) -> list[Block]:
    """Return the blocks of a Markdown text, in order."""
    found: list[tuple[Kind, list[str]]] = []
    running = False
    for line in text.splitlines():
        kind = _kind(line)
        if not line.strip():
            running = False
        elif running and kind in (Kind.PROSE, Kind.SAID) and found[-1][0] is not Kind.HEADING:
            found[-1][1].append(line.lstrip("> "))
        else:
            found.append((kind, [_MARKER.sub("", line, count=1) if kind is Kind.ITEM else line.lstrip("#> ")]))
            running = True
    return [Block(kind, plain(" ".join(line.strip() for line in lines))) for kind, lines in found]


def sentences(text: str) -> list[str]:
    """Return the sentences of a block, its quoted words included.

    A stop inside a quotation ends a sentence only if a capital follows: “Nice time?” without looking is one. A
    blank to fill in, as in “I need … minutes”, ends nothing, nor does an abbreviation.
    """
    found, start = [], 0
    for stop in _STOP.finditer(text):
        if not _goes_on(text, stop):
            found.append(text[start : stop.end()].strip())
            start = stop.end()
    return [sentence for sentence in (*found, text[start:].strip()) if re.search(r"\w", sentence)]


def sentences_of(text: str, *kinds: Kind) -> list[str]:
    """Return the sentences of a Markdown text that stand in blocks of these kinds, or in any but headings."""
    wanted = kinds or (Kind.PROSE, Kind.ITEM, Kind.SAID)
    return [sentence for block in blocks(text) if block.kind in wanted for sentence in sentences(block.text)]


def unquoted(text: str) -> str:
    """Return a text without what it quotes, be it words to try or what it warns of."""
    return _QUOTED.sub(QUOTED_HERE, text)


def _kind(line: str) -> Kind:
    if line.startswith("#"):
        return Kind.HEADING
    if line.startswith(">"):
        return Kind.SAID
    return Kind.ITEM if _MARKER.match(line) else Kind.PROSE


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """Return whether a sentence goes on after what looks like its end."""
    before, after = text[: stop.start() + 1], text[stop.end() :].lstrip().lstrip("“\"'(*_")
    if not after:
        return False
    is_blank = stop[0] == "…" and text[: stop.start()].endswith(" ")
    return is_blank or after[0].islower() or bool(_ABBREVIATION.search(before))
