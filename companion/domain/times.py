"""Times and lengths as people say them: 20:40, tomorrow 08:00, 1 hour 15 minutes, 17:42 left."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from time import localtime

from companion.catalogue import _, ngettext
from companion.domain.day_names import month, short_month, short_weekday, weekday

Clock = Callable[[], datetime]
"""Gives the current moment, aware. Everything that needs the time is handed one."""

YEARS = range(1900, 2200)
"""Years in which a moment can be kept: a few hours of time zone lead out of none of them."""

_A_DAY = 24 * 60 * 60
"""Seconds; no time zone is so far from UTC."""
_SHOWN = 40
"""Letters of a wrong time zone that are said again."""

SECOND = _("the second ")
"""Stands before a clock time that the clocks show again after they went back."""


def local(moment: datetime) -> datetime:
    """Return the moment in the machine's own time zone; a naive one is taken as local.

    Raises:
        ValueError: if the zone that the machine is told to be in can be none.
    """
    try:
        return moment.astimezone()
    except ValueError as error:
        if abs(localtime().tm_gmtoff) < _A_DAY:
            raise
        zone = os.environ.get("TZ", "")[:_SHOWN]
        raise ValueError(_("TZ is no time zone here: “{zone}”. Set one such as Europe/Berlin.", zone=zone)) from error


def utc(moment: datetime) -> datetime:
    """Return the moment in UTC, as it is kept on disk."""
    return moment.astimezone(UTC)


def when_shown(clock: datetime) -> datetime:
    """Return the moment when the local clock shows that; what the clocks leave out is said as after the change."""
    # Not local(): of a time that the clocks leave out, astimezone() of Python 3.11 makes the other of its two readings.
    return local(datetime.fromtimestamp(clock.timestamp(), UTC))


def next_at(now: datetime, at: time) -> datetime:
    """Return the next moment after now when the local clock shows that time, on whatever side of a clock change."""
    return min(moment for day in (0, 1, 2) for moment in _on(now, day, at) if moment > now)


def last_at(now: datetime, at: time) -> datetime:
    """Return the last moment up to now when the local clock showed that time."""
    return max(moment for day in (0, -1, -2) for moment in _on(now, day, at) if moment <= now)


def _on(now: datetime, days: int, at: time) -> list[datetime]:
    """Return the moments when the local clock shows that time on a day: two in the hour that comes twice.

    A time that the clocks leave out is as long after midnight as it says: 02:30 is the moment that they call 03:30.
    """
    day = local(now).date() + timedelta(days=days)
    first, second = (when_shown(datetime.combine(day, at.replace(fold=fold))) for fold in (0, 1))
    return [first, second] if first < second and not at.fold else [max(first, second)]


def check_moment(moment: datetime | None) -> None:
    """Raise ValueError unless the moment is none, or has an offset and lies in a year that any time zone can show."""
    if moment is not None and (moment.tzinfo is None or moment.year not in YEARS):
        raise ValueError(_("{moment} is not a time that can be kept. Say it like 2026-11-20 18:30.", moment=moment))


def say_clock(moment: datetime, now: datetime) -> str:
    """Say a moment near now, so that it reads after “at”: `20:40`, `08:00 tomorrow`, `08:00 on Tue 24 Nov`."""
    time, days = _say_time(moment), (local(moment).date() - local(now).date()).days
    near = {-1: _("{time} yesterday", time=time), 1: _("{time} tomorrow", time=time)}
    return near.get(days) or say_dated(moment, local(now).date())


def say_dated(moment: datetime, day: date) -> str:
    """Say a moment under the heading of a day, true whenever it is read: `20:40`, `08:00 on Tue 24 Nov`."""
    there = local(moment)
    if there.date() == day:
        return _say_time(moment)
    year = f" {there.year}" if there.year != day.year else ""
    said = f"{short_weekday(there)} {there.day} {short_month(there)}{year}"
    return _("{time} on {day}", time=_say_time(moment), day=said)


def _say_time(moment: datetime) -> str:
    """Say the clock time alone: `20:40`; in the hour that comes twice, once it comes again, `the second 02:20`."""
    there = local(moment)
    is_second = local(there.replace(tzinfo=None, fold=0)) < there
    return f"{SECOND if is_second else ''}{there:%H:%M}"


def say_day(day: date, today: date | None = None) -> str:
    """Say a day: `22 November 2026`; seen from a day of the same year, `22 November`."""
    return f"{day.day} {month(day)}" + ("" if today and today.year == day.year else f" {day.year}")


def say_weekday(day: date, today: date) -> str:
    """Say a day by its name: `Today, Sunday 22 November`, `Friday 20 November`, `Tuesday 30 December 2025`."""
    said = f"{weekday(day)} {say_day(day, today)}"
    near = {0: _("Today, {day}", day=said), 1: _("Yesterday, {day}", day=said)}
    return near.get((today - day).days, said)


def say_length(length: timedelta) -> str:
    """Say a length in whole minutes: `30 minutes`, `1 hour`, `1 hour 15 minutes`, `2 days`."""
    minutes = max(0, round(length.total_seconds() / 60))
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    parts = (
        days and ngettext("{n} day", "{n} days", days),
        hours and ngettext("{n} hour", "{n} hours", hours),
        minutes and ngettext("{n} minute", "{n} minutes", minutes),
    )
    return " ".join(each for each in parts if each) or _("0 minutes")


def say_digits(length: timedelta) -> str:
    """Say what is left on a clock face: `17:42`, `1:17:42`; a length below zero counts up again.

    A second that has begun is still left, so a pause of 30 minutes starts at `30:00`.
    """
    left = length.total_seconds()
    seconds = ceil(left) if left > 0 else int(-left)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
