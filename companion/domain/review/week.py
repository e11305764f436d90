"""The weekly look-back: a week's counts beside those of the week before, and what to ask about it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

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
from companion.domain.review.repaired import has_helped
from companion.domain.threads import threads
from companion.domain.times import local
from companion.domain.vocabulary import Vocabulary

_WEEK = timedelta(weeks=1)


class Prompt(StrEnum):
    """What the look-back may ask; the values are the ids of the fields of its worksheet."""

    RIGHT = "right"
    """What went right, however small; always."""
    LANDED = "landed"
    """A reply landed."""
    MISSED = "missed"
    """Something missed."""
    OPEN = "open"
    """A rupture of the week is open."""
    MENDED = "mended"
    """Something was mended, or a repair helped."""
    PAUSE = "pause"
    """There was a pause."""
    QUIET = "quiet"
    """Nothing was noted."""
    NEXT = "next"
    """One small thing for the coming week; always."""


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
    prompts: tuple[Prompt, ...]
    """What to ask about it, in this order."""


def week_beside(
    entries: Iterable[Entry], pauses: Iterable[Pause], vocabulary: Vocabulary, day: date, now: datetime
) -> WeekBeside:
    """Return the ISO week of a day beside the week before it; give it what `reviewed` lets through."""
    known, apart = list(entries), list(pauses)
    week, last_week = week_of(day), week_of(day - _WEEK)
    days = by_day(known, week)
    this = _counts(days, apart, vocabulary, week, now)
    before = _counts(by_day(known, last_week), apart, vocabulary, last_week, now)
    is_open = any(thread.is_open for thread in threads(known, vocabulary) if week.holds(thread.rupture.at))
    return WeekBeside(this=this, before=before, prompts=tuple(_prompts(this, days, is_open)))


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


def _prompts(week: WeekCounts, days: DayEntries, is_open: bool) -> Iterator[Prompt]:
    if not week.n and not week.pauses:
        yield from (Prompt.QUIET, Prompt.NEXT)
        return
    replies = (week.landed.mine, week.landed.theirs, week.landed.unknown)
    yield Prompt.RIGHT
    if any(each.landed or each.mixed for each in replies):
        yield Prompt.LANDED
    if any(each.missed or each.mixed for each in replies):
        yield Prompt.MISSED
    if is_open:
        yield Prompt.OPEN
    if any(has_helped(entry) for entries in days.values() for entry in entries):
        yield Prompt.MENDED
    if week.pauses:
        yield Prompt.PAUSE
    yield Prompt.NEXT
