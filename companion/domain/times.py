"""Times and lengths as people say them: 20:40, tomorrow 08:00, 1 hour 15 minutes, 17:42 left."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from math import ceil

from companion.catalogue import _

Clock = Callable[[], datetime]
"""Gives the current moment, aware. Everything that needs the time is handed one."""

YEARS = range(1900, 2200)
"""Years in which a moment can be kept: a few hours of time zone lead out of none of them."""

SECOND = _("the second ")
"""Stands before a clock time that the clocks show again after they went back."""


def local(moment: datetime) -> datetime:
    """Return the moment in the machine's own time zone; a naive one is taken as local."""
    return moment.astimezone()


def utc(moment: datetime) -> datetime:
    """Return the moment in UTC, as it is kept on disk."""
    return moment.astimezone(UTC)


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
    shown = (datetime.combine(day, at.replace(fold=fold)) for fold in (0, 1))
    # Not local(): from a time that the clocks leave out, astimezone() makes the other one of its two readings.
    first, second = (local(datetime.fromtimestamp(each.timestamp(), UTC)) for each in shown)
    return [first, second] if first < second and not at.fold else [max(first, second)]


def check_moment(moment: datetime | None) -> None:
    """Raise ValueError unless the moment is none, or has an offset and lies in a year that any time zone can show."""
    if moment is not None and (moment.tzinfo is None or moment.year not in YEARS):
        raise ValueError(_("{moment} is not a time that can be kept. Say it like 2026-11-20 18:30.", moment=moment))


def say_clock(moment: datetime, now: datetime) -> str:
    """Say a moment near now, so that it reads after “at”: `20:40`, `08:00 tomorrow`, `08:00 on Tue 24 Nov`."""
    near = {-1: "yesterday", 1: "tomorrow"}
    days = (local(moment).date() - local(now).date()).days
    return f"{_say_time(moment)} {near[days]}" if days in near else say_dated(moment, local(now).date())


def say_dated(moment: datetime, day: date) -> str:
    """Say a moment under the heading of a day, true whenever it is read: `20:40`, `08:00 on Tue 24 Nov`."""
    there = local(moment)
    if there.date() == day:
        return _say_time(moment)
    year = f" {there.year}" if there.year != day.year else ""
    return _(
        "{time} on {there:%a} {day} {there:%b}{year}", time=_say_time(moment), there=there, day=there.day, year=year
    )


def _say_time(moment: datetime) -> str:
    """Say the clock time alone: `20:40`; in the hour that comes twice, once it comes again, `the second 02:20`."""
    there = local(moment)
    is_second = local(there.replace(tzinfo=None, fold=0)) < there
    return f"{SECOND if is_second else ''}{there:%H:%M}"


def say_day(day: date, today: date | None = None) -> str:
    """Say a day: `22 November 2026`; seen from a day of the same year, `22 November`."""
    return f"{day.day} {day:%B}" + ("" if today and today.year == day.year else f" {day.year}")


def say_weekday(day: date, today: date) -> str:
    """Say a day by its name: `Today, Sunday 22 November`, `Friday 20 November`, `Tuesday 30 December 2025`."""
    near = {0: "Today, ", 1: "Yesterday, "}
    return f"{near.get((today - day).days, '')}{day:%A} {say_day(day, today)}"


def say_length(length: timedelta) -> str:
    """Say a length in whole minutes: `30 minutes`, `1 hour`, `1 hour 15 minutes`, `2 days`."""
    minutes = max(0, round(length.total_seconds() / 60))
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    parts = [
        f"{number} {unit}{'' if number == 1 else 's'}"
        for number, unit in ((days, "day"), (hours, "hour"), (minutes, "minute"))
        if number
    ]
    return " ".join(parts) or _("0 minutes")


def say_digits(length: timedelta) -> str:
    """Say what is left on a clock face: `17:42`, `1:17:42`; a length below zero counts up again.

    A second that has begun is still left, so a pause of 30 minutes starts at `30:00`.
    """
    left = length.total_seconds()
    seconds = ceil(left) if left > 0 else int(-left)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
