"""Weeks in words: which they are, and what was noted in each."""

from collections.abc import Iterator
from datetime import date, timedelta

from companion.catalogue import _
from companion.domain.day_names import short_month
from companion.domain.review.kinds import Kinds, last_mondays
from companion.domain.review.period import Period
from companion.domain.review.sentences.words import count, short
from companion.domain.review.strength import StrengthWeek

NOTHING_NOTED = _("nothing noted")


def name_week(monday: date) -> str:
    """Name the ISO week: `2026-W47`."""
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02}"


def say_week_days(monday: date, period: Period) -> str:
    """Say a week, as far as it lies in the period: `2026-W47, 16 to 22 Nov`."""
    first, last = max(monday, period.since), min(monday + timedelta(days=6), period.until)
    begin = f"{first.day}" if first.month == last.month else f"{first.day} {short_month(first)}"
    days = end = f"{last.day} {short_month(last)}"
    if first < last:
        days = _("{begin} to {end}", begin=begin, end=end)
    return f"{name_week(monday)}, {days}"


def say_week_kinds(kinds: Kinds, monday: date) -> str:
    """Say what was noted in a week, most often first: `It got heated 2, A good moment 1`."""
    labels = {each.kind: each.label for each in kinds.totals}
    counts = kinds.weeks.get(monday)
    return ", ".join(f"{labels[kind]} {n:,}" for kind, n in counts.most_common()) if counts else NOTHING_NOTED


def say_weeks_kinds(kinds: Kinds, period: Period) -> Iterator[str]:
    """Say what was noted in each of the last weeks, a line for each."""
    mondays = last_mondays(period)
    yield _("The last {count}:", count=count(len(mondays), "week"))
    yield from (f"- {say_week_days(monday, period)}: {say_week_kinds(kinds, monday)}" for monday in mondays)


def say_week_strength(week: StrengthWeek) -> str:
    """Say how strong a week was: `5.2, moving average 4.8`."""
    if week.mean is None or week.average is None:
        return _("none noted")
    return _("{mean}, moving average {average}", mean=short(week.mean), average=short(week.average))
