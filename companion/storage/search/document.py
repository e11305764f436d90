"""What the index takes, and what it gives back."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import msgspec

from companion.domain.content import Link


class Kind(StrEnum):
    """What sort of piece is found; the value is its name for machines."""

    ARTICLE = "article"
    OWN_ARTICLE = "own article"
    TRAIL = "trail"
    EXERCISE = "exercise"
    SCRIPT = "script"
    WORKSHEET = "worksheet"
    PAGE = "page"
    OWN_SCRIPT = "own script"
    NOTE = "note"
    """A highlight, or a note on a passage."""
    ENTRY = "entry"
    HELD = "held message"
    ANSWERS = "answers"
    """A filling of a worksheet."""

    @property
    def is_private(self) -> bool:
        """Whether it was written by the person, and is there only while the store can be read."""
        return self in PRIVATE


PRIVATE = (Kind.OWN_SCRIPT, Kind.NOTE, Kind.ENTRY, Kind.HELD, Kind.ANSWERS)
"""What the person wrote."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A piece to be found."""

    kind: Kind
    link: Link
    """Where it is opened."""
    id: str = ""
    """Tells it from others behind the same link."""
    title: str
    summary: str = ""
    tags: str = ""
    """Words it is found by that stand nowhere in it."""
    text: str = ""
    """Markdown."""
    first_line: int = 0
    """The number of its first line, where it is a part of a longer text."""

    @property
    def key(self) -> str:
        """Its name in the index."""
        return f"{self.link}#{self.id}" if self.id else str(self.link)


@dataclass(frozen=True)
class Hit:
    """One piece that holds the words."""

    key: str
    kind: Kind
    link: Link
    title: str
    snippet: str
    """A stretch of its text around the words; without them there, its summary."""
    marked: tuple[str, ...]
    """The words of title and snippet that it was found by, as they stand there."""
    place: int | None
    """The line of the whole text on which the word stands, from 0; None if its title says as much."""


class Group(NamedTuple):
    """The best of what was found of one kind, the best of all first."""

    kind: Kind
    hits: list[Hit]


class Results(NamedTuple):
    """What was found: the kinds of the library before those of one's own."""

    groups: list[Group]
    is_near: bool = False
    """Whether nothing holds the words as they are typed, and what holds words near to them was found."""

    @property
    def hits(self) -> list[Hit]:
        """All that is shown of what was found."""
        return [hit for group in self.groups for hit in group.hits]
