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
    STRUCK = 512
    TITLE = 1024
    """A heading of the first level."""


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """A link in the text; two that lead to the same piece are still two."""

    link: Link | None
    """The piece it leads to; None for an address outside, and for a heading of the same text."""
    address: str = ""
    """The address as written."""
    source: int = -1
    """The source line of the same text that it leads to: from a number to its note, and back; -1 if to neither."""


class Run(NamedTuple):
    """A stretch of text with one look."""

    text: str
    look: Look = Look.PLAIN
    way: Way | None = None
    at: int = -1
    """Where it begins in the words of its block, once it is laid out; -1 if it is drawn by us."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What the rows of a table share."""

    heads: tuple[str, ...]
    aligns: tuple[str, ...]
    """For each column: `left`, `right`, `center`, or nothing."""
    widths: tuple[int, ...]
    """Cells of the terminal that the widest text of each column takes."""
    longest: tuple[int, ...]
    """Cells that the longest word of each column takes."""
    is_spoken: bool = False
    """Whether each row is told as lines of `head: cell`, however wide the screen is."""


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
    heading: int = 0
    """Its level, from 1 to 6, if it is a heading."""
    table: Table | None = None
    """The table that it is a row of; a run that is a tab stands between two of its cells."""
    is_head: bool = False
    """Whether it is the first row of its table."""

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
    code: str = "  "
    meaning: str = "  "
    """Before what a term means."""
    to_do: str = "☐ "
    done: str = "☑ "
    back: str = " ↩"
    """After a note, the way back to its number."""
    names_links: bool = False
    """Whether a link to a piece is followed by the name to read that by."""
    is_spoken: bool = False


PRINTED = Marks(names_links=True)
"""Marks for a text on paper or in a terminal, where no link can be followed."""
SPOKEN = Marks("- ", "", "", "", "  ", "[ ] ", "[x] ", "", names_links=True, is_spoken=True)
"""Marks for a text that is read out or taken on to another program."""
