"""The weekly look-back: a week's counts beside those of the week before."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

import msgspec

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.review.counts import WordCount, feelings, misses, repairs
from companion.domain.review.days import DayEntries, by_day, calendar
from companion.domain.review.figure import Figure
from companion.domain.review.kinds import KindCount, kinds
from companion.domain.review.landed import Landed, landed
from companion.domain.review.looked import looked
from companion.domain.review.period import Period, week_of
from companion.domain.review.promises import Promises, promises
from companion.domain.times import local
from companion.domain.vocabulary import Vocabulary

_WEEK = timedelta(weeks=1)


class WeekCounts(Figure, frozen=True, kw_only=True):
    """One ISO week in counts; n counts entries."""

    week: Period
    days: int
    """Days looked at."""
    hard: int
    good: int
    """Of these days; one that was both counts in both."""
    kinds: tuple[KindCount, ...]
    feelings: tuple[WordCount, ...]
    landed: Landed
    missed: int
    """Entries with a miss."""
    repairs: int
    """Entries with a repair."""
    promises: Promises
    pauses: int
    """Pauses that began in it, of any kind."""


class WeekBeside(msgspec.Struct, frozen=True, kw_only=True):
    """A week beside the one before it."""

    this: WeekCounts
    before: WeekCounts


def week_beside(
    entries: Iterable[Entry], pauses: Iterable[Pause], vocabulary: Vocabulary, day: date, now: datetime
) -> WeekBeside:
    """Return the ISO week of a day beside the week before it; give it what `reviewed` lets through."""
    known, apart = list(entries), list(pauses)
    weeks = week_of(day), week_of(day - _WEEK)
    this, before = (_counts(by_day(known, week), apart, vocabulary, week, now) for week in weeks)
    return WeekBeside(this=this, before=before)


def _counts(
    days: DayEntries, pauses: Sequence[Pause], vocabulary: Vocabulary, week: Period, now: datetime
) -> WeekCounts:
    calendar_of = calendar(days, vocabulary, week)
    sorts = looked(days, calendar_of, week, None, local(now).date())
    return WeekCounts(
        n=calendar_of.n,
        week=week,
        days=calendar_of.looked_at,
        hard=sorts.hard + sorts.mixed,
        good=sorts.good + sorts.mixed,
        kinds=kinds(days, vocabulary).totals,
        feelings=feelings(days, vocabulary).counts,
        landed=landed(days),
        missed=misses(days, vocabulary).n,
        repairs=repairs(days, vocabulary).n,
        promises=promises(pauses, week, now),
        pauses=sum(week.holds(pause.started_at) for pause in pauses),
    )
