"""The log: all entries, and how one looks through them."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

import msgspec

from companion.domain.entry import FIELDS, Entry, Fill
from companion.domain.times import local
from companion.domain.vocabulary import Vocabulary

ORDINARY, GOOD = "ordinary", "good"
"""Kinds that are kept with one key."""

ORDINARY_KEPT = "Kept: an ordinary day."
ORDINARY_ALREADY = "Today is kept as an ordinary day already."

NO_KIND = ""
"""Stands for entries without a kind where a kind is asked for."""

_SEARCHED = tuple(field.name for field in FIELDS if field.fill in (Fill.LINE, Fill.WORD))


class Filter(msgspec.Struct, frozen=True):
    """Which entries are wanted; a part that is left empty lets all through."""

    kind: str | None = None
    """An id of `vocabulary/kinds.yaml`, or NO_KIND."""
    words: str = ""
    """All of them must stand somewhere in the entry, whatever the case."""
    since: date | None = None
    """The first local day."""
    until: date | None = None
    """The last local day."""

    def __bool__(self) -> bool:
        return self != Filter()

    def select(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return the entries that fit, in the order in which they came."""
        words = self.words.casefold().split()
        return [entry for entry in entries if self._fits_kind(entry) and self._fits(entry, words)]

    def _fits_kind(self, entry: Entry) -> bool:
        return self.kind is None or (entry.kind or NO_KIND) == self.kind

    def _fits(self, entry: Entry, words: list[str]) -> bool:
        if self.since or self.until:
            day = local(entry.at).date()
            if (self.since and day < self.since) or (self.until and day > self.until):
                return False
        if not words:
            return True
        said = _words_of(entry)
        return all(word in said for word in words)


def _words_of(entry: Entry) -> str:
    """Return everything in an entry that one may search for: what was written, and words that are their own ids."""
    values = (getattr(entry, name) for name in _SEARCHED)
    return " ".join(" ".join(value) if isinstance(value, tuple) else value or "" for value in values).casefold()


def by_day(entries: Iterable[Entry]) -> list[tuple[date, list[Entry]]]:
    """Return runs of entries of one local day, in the order in which they came."""
    return [(day, list(run)) for day, run in groupby(entries, key=lambda entry: local(entry.at).date())]


def say_entry(entry: Entry, vocabulary: Vocabulary) -> str:
    """Say an entry in a line: kind, strength, person, the person's own words."""
    parts = (
        vocabulary.label(vocabulary.kinds, entry.kind),
        "" if entry.strength is None else f"{entry.strength}/10",
        entry.person,
        entry.note,
    )
    return " · ".join(part for part in parts if part)


def ordinary_day(entries: Iterable[Entry], moment: datetime) -> tuple[Entry, bool]:
    """Return the entry that says the moment's local day was ordinary, and whether it is kept already."""
    day = local(moment).date()
    found = (entry for entry in entries if entry.kind == ORDINARY and local(entry.at).date() == day)
    kept = next(found, None)
    return (kept, True) if kept else (Entry(at=moment, kind=ORDINARY), False)


def find_entry(entries: Iterable[Entry], beginning: str) -> Entry:
    """Return the one entry whose id begins so.

    Raises:
        ValueError: if there is none or more than one.
    """
    wanted = beginning.strip().lower()
    found = [entry for entry in entries if entry.id.startswith(wanted)] if wanted else []
    if len(found) > 1:
        raise ValueError(f"{len(found)} entries begin with “{wanted}”. Give more of the id.")
    if not found:
        raise ValueError(f"No entry begins with “{beginning}”. See the ids with: companion log list")
    return found[0]
