"""How many days were looked at, what sort of days they were, and whether only the hard ones were."""

from collections import Counter
from datetime import date
from typing import ClassVar

from companion.domain.log import ORDINARY
from companion.domain.review.days import Calendar, DayEntries, DayMood
from companion.domain.review.figure import Figure
from companion.domain.review.period import Period

ONLY_HARD_DAYS = 10
"""From so many days looked at a log can be told to hold only hard ones."""

ONLY_HARD_PERCENT = 80
"""It does if more than this of its days are hard."""


class Looked(Figure, frozen=True, kw_only=True):
    """The days looked at, by what sort they were; n counts days with an entry."""

    least: ClassVar[int] = 1

    of: int
    """The days from the log's first entry, or from the period's first day if that is later, to today or its last."""
    is_from_first: bool
    """Whether the log began in the period."""
    hard: int
    mixed: int
    """Good and hard."""
    good: int
    plain: int
    ordinary: int
    """How many have an entry that says that it was an ordinary day."""

    @property
    def only_hard(self) -> bool:
        """Whether the log holds hard days and hardly any other.

        That is so from 10 days on, if over 80 % of them are hard, or if some are and no day was good or ordinary.
        Such a log makes everything look hard: people note more when it is (fact H6).
        """
        if self.n < ONLY_HARD_DAYS or not self.hard:
            return False
        return 100 * self.hard > ONLY_HARD_PERCENT * self.n or not (self.mixed or self.good or self.ordinary)


def looked(days: DayEntries, calendar: Calendar, period: Period, first: date | None, today: date) -> Looked:
    """Count the days looked at.

    Args:
        days: The entries of the period.
        calendar: The same days with their moods.
        period: What is looked at.
        first: The first day that anything was noted on, in the whole log.
        today: Days after it could not be looked at yet.
    """
    begin, end = max(period.since, first or period.since), min(period.until, max(today, *days, period.since))
    moods = Counter(day.mood for day in calendar.days.values())
    return Looked(
        n=calendar.looked_at,
        of=max(0, (end - begin).days + 1),
        is_from_first=begin > period.since,
        hard=moods[DayMood.HARD],
        mixed=moods[DayMood.MIXED],
        good=moods[DayMood.GOOD],
        plain=moods[DayMood.PLAIN],
        ordinary=sum(any(entry.kind == ORDINARY for entry in entries) for entries in days.values()),
    )
