"""Which entries are wanted: a filter."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from operator import attrgetter

import msgspec

from companion.domain.entry import FIELDS, Entry, Fill, Who
from companion.domain.person import is_about
from companion.domain.threads import NOT_MISSED
from companion.domain.times import YEARS, utc

Part = Callable[[Entry], object]
"""Tells whether an entry fits one part of a filter."""

_SEARCHED = attrgetter(*(field.name for field in FIELDS if field.fill in (Fill.LINE, Fill.WORD)))


class Has(StrEnum):
    """What an entry may hold."""

    MISS = "miss"
    REPAIR = "repair"
    QUOTE = "quote"
    PAUSE = "pause"
    ANSWER = "answer"
    NOTE = "note"


_HAS: dict[Has, Part] = {
    Has.MISS: lambda entry: entry.miss not in (None, NOT_MISSED),
    Has.REPAIR: lambda entry: entry.repairs,
    Has.QUOTE: lambda entry: entry.quote.strip(),
    Has.PAUSE: lambda entry: entry.pause,
    Has.ANSWER: lambda entry: entry.answers,
    Has.NOTE: lambda entry: entry.note.strip(),
}


class Tagged(msgspec.Struct, frozen=True):
    """A word that a field of the entry must hold."""

    field: str
    """A field of Entry."""
    value: str


class EntryFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Every part must fit; one that is left empty lets all through, but for hidden entries."""

    words: tuple[str, ...] = ()
    """Each stands somewhere in the entry, whatever the case; several words of one quotation stand together."""
    tags: tuple[Tagged, ...] = ()
    """Of a field that holds one word, such as the kind, any of its tags; of one that holds several, all."""
    persons: tuple[str, ...] = ()
    by: Who | None = None
    """Whose reply missed."""
    lowest: int | None = None
    """The least strength, 0-10."""
    highest: int | None = None
    """The highest strength, 0-10."""
    since: date | None = None
    """The first local day."""
    until: date | None = None
    """The last local day."""
    has: tuple[Has, ...] = ()
    no_kind: bool = False
    """Only entries without a kind."""
    hidden: bool = False
    """Only hidden entries; without it, only the others."""

    def __bool__(self) -> bool:
        return self != EntryFilter()

    def select(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return the entries that fit, in the order in which they came."""
        parts = [*self._parts()]
        return [entry for entry in entries if all(fits(entry) for fits in parts)]

    def _parts(self) -> Iterator[Part]:
        """Yield what an entry must pass, the quickest first; a part that is left empty is not asked."""
        hidden, low, high = self.hidden, self.lowest, self.highest
        yield lambda entry: entry.hidden is hidden
        if self.no_kind:
            yield lambda entry: entry.kind is None
        if low is not None:
            yield lambda entry: entry.strength is not None and entry.strength >= low
        if high is not None:
            yield lambda entry: entry.strength is not None and entry.strength <= high
        if self.by is not None:
            missed_by = self.by, Who.BOTH
            yield lambda entry: entry.miss_by in missed_by
        yield from map(_HAS.__getitem__, self.has)
        yield from _tag_parts(self.tags)
        if self.since is not None:
            first = _midnight(self.since)
            yield lambda entry: entry.at >= first
        if self.until is not None:
            end = _midnight(self.until, days=1)
            yield lambda entry: entry.at < end
        yield from map(_about, self.persons)
        if self.words:
            words = [word.casefold() for word in self.words]
            yield lambda entry: _says(entry, words)


def _tag_parts(tags: Iterable[Tagged]) -> Iterator[Part]:
    """Yield what the tags ask: of a field that holds one word any of its tags, of one that holds several all."""
    wanted: dict[str, set[str]] = {}
    for tag in tags:
        wanted.setdefault(tag.field, set()).add(tag.value)
    for name, values in wanted.items():
        yield _holds(attrgetter(name), values)


def _holds(value_of: Callable[[Entry], object], values: set[str]) -> Part:
    def fits(entry: Entry) -> bool:
        value = value_of(entry)
        return values.issubset(value) if isinstance(value, tuple) else value in values

    return fits


def _about(person: str) -> Part:
    """Return what asks whether an entry names a person; each way of naming persons is looked at once."""
    known: dict[str, bool] = {"": False}

    def fits(entry: Entry) -> bool:
        if entry.person not in known:
            known[entry.person] = is_about(entry, person)
        return known[entry.person]

    return fits


def _midnight(day: date, days: int = 0) -> datetime:
    """Return when a local day, or one so many days later, begins, in UTC: so compared, days cost next to nothing."""
    within = min(max(day, date(YEARS[0], 1, 1)), date(YEARS[-1], 12, 31))
    return utc(datetime.combine(within + timedelta(days=days), time()))


def _says(entry: Entry, words: list[str]) -> bool:
    parts = [value if isinstance(value, str) else " ".join(value) for value in _SEARCHED(entry) if value]
    said = " ".join(parts).casefold()
    return all(word in said for word in words)
