"""Strength over time: each day's mean, and its moving average."""

from collections import deque
from datetime import date
from itertools import chain
from statistics import fmean
from typing import ClassVar

import msgspec

from companion.domain.review.days import DayEntries
from companion.domain.review.figure import Figure
from companion.domain.review.period import Period, monday_of

AVERAGE_DAYS = 28
"""The moving average's window: four weeks, so that weekdays and weekends weigh the same in it."""


class StrengthPoint(msgspec.Struct, frozen=True):
    """One day with a strength, 0 to 10."""

    day: date
    mean: float
    """The arithmetic mean of the day's strengths."""
    average: float
    """The moving average on that day."""


class StrengthWeek(msgspec.Struct, frozen=True):
    """One week of the period, 0 to 10; None where no strength was noted."""

    monday: date
    mean: float | None
    """The mean of the week's days."""
    average: float | None
    """The moving average at its last day with a strength."""


class Strength(Figure, frozen=True, kw_only=True):
    """How strong it was; n counts entries with a strength."""

    least: ClassVar[int] = 5

    points: tuple[StrengthPoint, ...]
    """The days with a strength, in their order."""

    @property
    def mean(self) -> float | None:
        """The mean of the days' means; None under the minimum."""
        return None if self.missing else fmean(point.mean for point in self.points)

    @property
    def lowest(self) -> float | None:
        """The lowest day's mean; None under the minimum."""
        return None if self.missing else min(point.mean for point in self.points)

    @property
    def highest(self) -> float | None:
        """The highest day's mean; None under the minimum."""
        return None if self.missing else max(point.mean for point in self.points)


def strength(days: DayEntries, before: DayEntries | None = None) -> Strength:
    """Return the days' means with the simple moving average.

    A day's moving average is the arithmetic mean of the days' means in the 28 days that end with it
    (trailing, equal weights); days without a strength are left out of it, not counted as 0.

    Args:
        days: What is looked at.
        before: The days before, for the average; none if None.
    """
    points: list[StrengthPoint] = []
    window: deque[date] = deque()
    means: deque[float] = deque()
    n = 0
    for day, entries in chain((before or {}).items(), days.items()):
        noted = [entry.strength for entry in entries if entry.strength is not None]
        if not noted:
            continue
        window.append(day)
        means.append(sum(noted) / len(noted))
        while (day - window[0]).days >= AVERAGE_DAYS:
            window.popleft()
            means.popleft()
        if day in days:
            n += len(noted)
            points.append(StrengthPoint(day, means[-1], fmean(means)))
    return Strength(n=n, points=tuple(points))


def strength_weeks(points: tuple[StrengthPoint, ...], period: Period) -> list[StrengthWeek]:
    """Return the points by week, a value for every week of the period."""
    weeks: dict[date, list[StrengthPoint]] = {monday: [] for monday in period.mondays}
    for point in points:
        weeks[monday_of(point.day)].append(point)
    return [
        StrengthWeek(
            monday,
            fmean(point.mean for point in found) if found else None,
            found[-1].average if found else None,
        )
        for monday, found in weeks.items()
    ]
