"""A review: all its parts over one period."""

from collections.abc import Iterable
from datetime import date

import msgspec

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.review.days import Calendar, by_day, calendar
from companion.domain.review.kinds import Kinds, kinds
from companion.domain.review.period import Period
from companion.domain.review.promises import Promises, promises
from companion.domain.review.strength import Strength, strength
from companion.domain.times import local
from companion.domain.vocabulary import Vocabulary


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What the log and the pauses of a period show."""

    period: Period
    calendar: Calendar
    kinds: Kinds
    strength: Strength
    promises: Promises


def look_back(entries: Iterable[Entry], pauses: Iterable[Pause], vocabulary: Vocabulary, period: Period) -> Review:
    """Return the review of a period."""
    days = by_day(entries, period)
    return Review(
        period=period,
        calendar=calendar(days, vocabulary, period),
        kinds=kinds(days, vocabulary),
        strength=strength(days),
        promises=promises(pauses, period),
    )


def first_day(entries: Iterable[Entry], pauses: Iterable[Pause]) -> date | None:
    """Return the local day of the first entry or pause; None if there is neither."""
    moments = [*(entry.at for entry in entries), *(pause.started_at for pause in pauses)]
    return local(min(moments)).date() if moments else None
