"""A period: the local days that a review looks at."""

from datetime import date, datetime, timedelta

import msgspec

from companion.catalogue import _
from companion.domain.times import local

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


class Period(msgspec.Struct, frozen=True):
    """Local days, from the first to the last, both included."""

    since: date
    until: date

    def __post_init__(self) -> None:
        if self.since > self.until:
            raise ValueError(
                _("{since} is after {until}. Give the earlier day first.", since=self.since, until=self.until)
            )

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.since).days + 1

    @property
    def mondays(self) -> list[date]:
        """The first days of its ISO weeks, oldest first; the first week may begin before it."""
        first = monday_of(self.since)
        return [first + number * _WEEK for number in range((self.until - first).days // 7 + 1)]

    def holds(self, moment: datetime) -> bool:
        """Return whether the moment's local day is one of them."""
        return self.since <= local(moment).date() <= self.until


def monday_of(day: date) -> date:
    """Return the first day of its ISO week."""
    return day - day.weekday() * _DAY


def week_of(day: date) -> Period:
    """Return the ISO week that holds the day, Monday to Sunday."""
    monday = monday_of(day)
    return Period(monday, monday + _WEEK - _DAY)


def calendar_year(year: int) -> Period:
    """Return the calendar year, 1 January to 31 December."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def year_to(day: date, back: int = 0) -> Period:
    """Return the twelve months that end on that day, or that many years before it; they never overlap."""
    return Period(_years_before(day, back + 1) + _DAY, _years_before(day, back))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
