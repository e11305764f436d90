"""What a review may look at: no hidden entries, and no very strong ones while they are fresh."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import msgspec

from companion.domain.entry import Entry
from companion.domain.person import as_known, is_about
from companion.domain.person import persons as named
from companion.domain.review.period import Period
from companion.domain.settings import Settings
from companion.domain.times import local

VERY_STRONG = 9
"""An entry this strong, 0 to 10, cools before it is looked at."""

COOLS = timedelta(days=3)
"""How long it does (fact H3: going over a hurt from inside often turns into rumination)."""


class LeftOut(msgspec.Struct, frozen=True):
    """How many entries of a period a review does not look at."""

    hidden: int = 0
    cooled: int = 0


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """The entries that a review looks at, and those that it leaves out."""

    entries: tuple[Entry, ...]
    hidden: tuple[Entry, ...] = ()
    cooled: tuple[Entry, ...] = ()
    log: tuple[Entry, ...] = ()
    """All that is kept, whoever it is about: what became of a rupture may be said where nothing is looked at."""

    @property
    def all(self) -> tuple[Entry, ...]:
        """Both together."""
        return (*self.entries, *self.hidden, *self.cooled)

    @property
    def first_day(self) -> date | None:
        """The local day of the first of them; None if there is none."""
        first = min((entry.at for entry in self.all), default=None)
        return local(first).date() if first else None

    def nearest_day(self, period: Period) -> date | None:
        """Return the local day of the entry nearest to a period that has none; None if there is none elsewhere."""
        begin = datetime.combine(period.since, time()).astimezone()
        known = [entry.at for entry in self.entries]
        before = max((at for at in known if at < begin), default=None)
        after = min((at for at in known if at >= begin), default=None)
        days = [local(at).date() for at in (before, after) if at]
        return min(days, key=lambda day: max(period.since - day, day - period.until), default=None)

    def left_out(self, period: Period) -> LeftOut:
        """Return how many of the period are left out."""
        return LeftOut(*(sum(period.holds(entry.at) for entry in left) for left in (self.hidden, self.cooled)))


class PersonCount(msgspec.Struct, frozen=True):
    """How many entries name a person."""

    person: str
    """As it is written most often."""
    n: int


def reviewed(entries: Iterable[Entry], now: datetime | None, settings: Settings, person: str | None = None) -> Reviewed:
    """Sort out what a review may look at.

    Args:
        entries: The log.
        now: The time; without it nothing is fresh.
        settings: Whether very strong entries cool.
        person: The one bond to look at; all of them if None.
    """
    fresh_from = now - COOLS if now and settings.cooled else None
    seen: list[Entry] = []
    hidden: list[Entry] = []
    cooled: list[Entry] = []
    log = tuple(entries)
    for entry in log:
        if person is not None and not is_about(entry, person):
            continue
        if entry.hidden:
            hidden.append(entry)
        elif fresh_from and entry.at > fresh_from and entry.strength is not None and entry.strength >= VERY_STRONG:
            cooled.append(entry)
        else:
            seen.append(entry)
    return Reviewed(entries=tuple(seen), hidden=tuple(hidden), cooled=tuple(cooled), log=log)


def persons(entries: Iterable[Entry]) -> tuple[PersonCount, ...]:
    """Return who is named in how many entries, whatever the case, most often first."""
    said = Counter(entry.person for entry in entries if entry.person)
    counts: Counter[str] = Counter()
    for names, n in sorted(said.items(), key=_most_first):
        counts.update(dict.fromkeys(named(as_known(names, list(counts))), n))
    return tuple(PersonCount(*pair) for pair in sorted(counts.items(), key=_most_first))


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]
