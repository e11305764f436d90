"""Times and lengths as people say them: 20:40, tomorrow 08:00, 1 hour 15 minutes, 17:42 left."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from math import ceil

Clock = Callable[[], datetime]
"""Gives the current moment, aware. Everything that needs the time is handed one."""


def local(moment: datetime) -> datetime:
    """Return the moment in the machine's own time zone; a naive one is taken as local."""
    return moment.astimezone()


def utc(moment: datetime) -> datetime:
    """Return the moment in UTC, as it is kept on disk."""
    return moment.astimezone(UTC)


def at_clock(day: datetime, at: time) -> datetime:
    """Return that clock time on that local day, with the offset that holds then (summer time included)."""
    return local(datetime.combine(local(day).date(), at))


def say_clock(moment: datetime, now: datetime) -> str:
    """Say a moment near now: `20:40`, `tomorrow 08:00`, `yesterday 23:10`, `Tue 24 Nov 08:00`."""
    there, here = local(moment), local(now)
    days = (there.date() - here.date()).days
    clock = f"{there:%H:%M}"
    match days:
        case 0:
            return clock
        case 1:
            return f"tomorrow {clock}"
        case -1:
            return f"yesterday {clock}"
    return f"{there:%a} {there.day} {there:%b} {clock}"


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
    return " ".join(parts) or "0 minutes"


def say_digits(length: timedelta) -> str:
    """Say what is left on a clock face: `17:42`, `1:17:42`; a length below zero counts up again.

    A second that has begun is still left, so a pause of 30 minutes starts at `30:00`.
    """
    left = length.total_seconds()
    seconds = ceil(left) if left > 0 else int(-left)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
