"""The days of a period: what was noted on each, and its mood."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum

import msgspec

from companion.domain.entry import Entry
from companion.domain.review.figure import Figure
from companion.domain.review.period import Period
from companion.domain.times import local
from companion.domain.vocabulary import Mood, Vocabulary

DayEntries = Mapping[date, list[Entry]]
"""The entries of each local day that has any, the days in their order."""

Moment = tuple[datetime, Entry]
"""An entry with its local time."""

_WEEK = 7
"""Days; no clocks were ever changed back sooner (Recife, October 2000)."""
_APART = 2
"""Days by which no two zones differ."""


class DayMood(StrEnum):
    """What sort of day it was by its kinds; gives the glyph in the calendar."""

    GOOD = "good"
    HARD = "hard"
    MIXED = "mixed"
    PLAIN = "plain"


class Day(msgspec.Struct, frozen=True):
    """One day of the calendar."""

    n: int
    """Entries on it, at least 1."""
    mood: DayMood


class Calendar(Figure, frozen=True, kw_only=True):
    """The days looked at; n counts entries."""

    days: dict[date, Day]
    """The days with an entry, in their order."""
    of: int
    """How many days the period has."""

    @property
    def looked_at(self) -> int:
        """How many of them have an entry."""
        return len(self.days)


def moments(entries: Iterable[Entry], period: Period) -> list[Moment]:
    """Return the period's entries with the local time at which each was."""
    since, until = period.since, period.until
    near = range(since.toordinal() - _APART, until.toordinal() + _APART + 1)
    return [moment for moment in _timed(entries, near) if since <= moment[0].date() <= until]


def moments_on(entries: Iterable[Entry], days: Collection[date]) -> list[Moment]:
    """Return the entries of these local days, with the local time at which each was."""
    near = {day.toordinal() + step for day in days for step in range(-_APART, _APART + 1)}
    return [moment for moment in _timed(entries, near) if moment[0].date() in days]


def _timed(entries: Iterable[Entry], near: Container[int]) -> Iterator[Moment]:
    """Yield the entries of these days, as they are written, with their local time.

    The machine is asked for its zone once a week, and for each moment only where the clocks change around that week:
    asking is most of what a review costs.
    """
    zones: dict[int, tzinfo | None] = {}
    for entry in entries:
        day = entry.at.toordinal()
        if day in near:
            week = day // _WEEK
            if week not in zones:
                zones[week] = _zone(week * _WEEK - _APART, (week + 1) * _WEEK + _APART)
            yield entry.at.astimezone(zones[week]), entry


def _zone(first: int, last: int) -> tzinfo | None:
    """Return the zone in which the days lie; None if the clocks change meanwhile."""
    shown = [local(datetime.combine(date.fromordinal(day), time(), UTC)) for day in (first, (first + last) // 2, last)]
    return shown[0].tzinfo if len({at.utcoffset() for at in shown}) == 1 else None


def sort_days(moments: Iterable[Moment]) -> DayEntries:
    """Sort entries into their local days."""
    days: dict[date, list[Entry]] = {}
    for at, entry in moments:
        days.setdefault(at.date(), []).append(entry)
    return dict(sorted(days.items()))


def by_day(entries: Iterable[Entry], period: Period) -> DayEntries:
    """Sort the period's entries into their local days."""
    return sort_days(moments(entries, period))


def calendar(days: DayEntries, vocabulary: Vocabulary, period: Period) -> Calendar:
    """Return each day's number of entries and its mood.

    Hard and good kinds on one day make it mixed; plain ones, and entries without a kind, change nothing.
    """
    moods = {kind.id: kind.mood for kind in vocabulary.kinds}
    found = {day: Day(len(entries), _mood(entries, moods)) for day, entries in days.items()}
    return Calendar(n=sum(day.n for day in found.values()), days=found, of=period.days)


def _mood(entries: list[Entry], moods: Mapping[str, Mood]) -> DayMood:
    met = {moods.get(entry.kind, Mood.PLAIN) for entry in entries if entry.kind is not None}
    match Mood.GOOD in met, Mood.HARD in met:
        case True, True:
            return DayMood.MIXED
        case True, False:
            return DayMood.GOOD
        case False, True:
            return DayMood.HARD
        case _:
            return DayMood.PLAIN
