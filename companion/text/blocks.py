"""What a text is made of: blocks of runs, each run with a look and perhaps a way to somewhere."""

from dataclasses import dataclass
from enum import IntFlag
from typing import NamedTuple

from companion.domain.content import Link


class Look(IntFlag):
    """How a run stands out; looks add up."""

    PLAIN = 0
    STRONG = 1
    EMPHASIS = 2
    CODE = 4
    HEADING = 8
    MARK = 16
    """Drawn by us, not written by the author: bullets, bars of quotes."""
    HIGHLIGHT = 32
    FOUND = 64
    FOUND_HERE = 128
    """The one of those that is stood on."""
    SELECTED = 256


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """A link in the text; two that lead to the same piece are still two."""

    link: Link


class Run(NamedTuple):
    """A stretch of text with one look."""

    text: str
    look: Look = Look.PLAIN
    way: Way | None = None
    at: int = -1
    """Where it begins in the words of its block, once it is laid out; -1 if it is drawn by us."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a line of code, or one of those inside a list or a quote."""

    line: int
    """The source line it begins on, from 0."""
    runs: tuple[Run, ...]
    """Its words; a line feed in a run is a line break that the author asked for."""
    first: str = ""
    """What stands before its first line: a bullet, a bar."""
    rest: str = ""
    """What stands before its other lines."""
    gap: str | None = ""
    """What stands on the line above it; None if it follows without one."""
    verbatim: bool = False
    """Whether its blanks are kept, as in code."""

    @property
    def words(self) -> str:
        """What the author wrote in it, without looks and marks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands for the structure that Markdown writes with signs."""

    bullet: str = "• "
    quote: str = "│ "
    rule: str = "· · ·"


SPOKEN = Marks(bullet="- ", quote="", rule="")
"""Marks for a text that is read out or taken on to another program."""
