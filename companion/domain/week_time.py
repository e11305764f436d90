"""A time of the week: quiet, solo or together, planned on a day, and as it was."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from companion.domain.length import parse_clock, parse_length
from companion.domain.pause import Outcome, Pause
from companion.domain.record import Record
from companion.domain.times import YEARS, local, say_day, utc

LONGEST = timedelta(hours=24)
"""More is planned on each of its days."""

_NOT_AT_ALL = ("0", "no", "none", "not at all")
_NOT_SAID = ("-", "not yet")
_MOST_SHOWN = 40
"""Characters of what was typed that are said again."""


class TimeKind(StrEnum):
    """What sort of time it is."""

    QUIET = "quiet"
    """Both at home, few words."""
    SOLO = "solo"
    TOGETHER = "together"

    @property
    def label(self) -> str:
        """The word at the start of a line."""
        return self.value.capitalize()

    @property
    def is_apart(self) -> bool:
        """Whether a planned pause can begin from it."""
        return self is not TimeKind.TOGETHER


class WeekTime(Record, frozen=True, kw_only=True):
    """One planned time. It counts on the day it begins, however late it ends."""

    kind: TimeKind
    day: date
    """Its local day."""
    at: time
    """The clock time it begins at."""
    length: timedelta
    """As planned."""
    was: timedelta | None = None
    """How long it was; nothing at all is 0, None is: not said yet."""
    note: str = ""

    def __post_init__(self) -> None:
        if self.day.year not in YEARS:
            raise ValueError("That day is too far away. Say one of these years.")
        if self.at.tzinfo is not None:
            raise ValueError("The clock time is the local one, without an offset.")
        if not timedelta(minutes=1) <= self.length <= LONGEST:
            raise ValueError("A time takes a minute to a day. Put what is longer on each of its days.")
        if self.was is not None and not timedelta() <= self.was <= LONGEST:
            raise ValueError("A time was at most a day long. Put what is longer on each of its days.")

    @property
    def begins(self) -> datetime:
        """The moment it begins; a clock time that a clock change leaves out is the one after the change."""
        moment = local(datetime.combine(self.day, self.at))
        is_left_out = moment.time() != self.at
        return local(datetime.combine(self.day, self.at.replace(fold=1))) if is_left_out else moment

    @property
    def ends(self) -> datetime:
        """The moment it ends as planned: so much later, also over a clock change."""
        return local(utc(self.begins) + self.length)


def in_order(times: Iterable[WeekTime]) -> list[WeekTime]:
    """Return times as they follow each other."""
    return sorted(times, key=lambda each: (each.day, each.at, each.id))


def covered(spans: Iterable[tuple[datetime, timedelta]]) -> timedelta:
    """Return how long spans of time take together, by when each begins and its length; what overlaps counts once."""
    total, until = timedelta(), None
    for begins, length in sorted((utc(begins), length) for begins, length in spans):
        ends = begins + length
        start = begins if until is None else max(begins, until)
        total += max(timedelta(), ends - start)
        until = ends if until is None else max(until, ends)
    return total


def check_begun(time: WeekTime, took: timedelta | None, now: datetime) -> None:
    """Check that a time can have been already.

    Args:
        time: The time.
        took: How long its pause took, if it had one: that may have begun earlier than planned.
        now: The present moment.

    Raises:
        ValueError: with a sentence that says since when one can say how it was.
    """
    if took is None and time.begins > now:
        day = say_day(time.day, local(now).date())
        raise ValueError(f"{day}, {time.at:%H:%M}, has not come yet. Say then how it was.")


def taken_by(time: WeekTime, pauses: Iterable[Pause]) -> timedelta | None:
    """Return how long the pauses that began from a time took together; None if there was none that counts."""
    of_it = [each for each in pauses if each.week_time == time.id and each.outcome is not Outcome.CANCELLED]
    took = [each.ended_at - each.started_at for each in of_it if each.ended_at]
    return min(max(sum(took, timedelta()), timedelta()), LONGEST) if took else None


# -- reading what was typed


def read_kind(typed: str) -> TimeKind:
    """Read the word of a kind; its beginning will do.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = typed.strip().lower()
    found = [kind for kind in TimeKind if words and kind.startswith(words)]
    if len(found) != 1:
        raise ValueError(f"“{_shown(typed)}” is none of {', '.join(TimeKind)}.")
    return found[0]


def read_begin(typed: str) -> time:
    """Read the clock time at which it begins.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    if not typed.strip():
        raise ValueError("Say when it begins, like “20:00”.")
    try:
        return parse_clock(typed)
    except ValueError:
        raise ValueError(f"“{_shown(typed)}” is not a clock time. Say it like “20:00”.") from None


def read_length(typed: str) -> timedelta:
    """Read how long it is planned.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    if not typed.strip():
        raise ValueError("Say how long, like “2h” or “1h 30m”.")
    try:
        length = parse_length(typed)
    except ValueError:
        length = timedelta()
    if not timedelta(minutes=1) <= length <= LONGEST:
        raise ValueError(f"“{_shown(typed)}” is no length of up to a day. Say it like “2h” or “1h 30m”.")
    return length


def read_was(typed: str, otherwise: timedelta) -> timedelta | None:
    """Read how long it was: a length, `0` for not at all, `-` for not said yet; nothing means otherwise.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = typed.strip().lower()
    if words in _NOT_SAID:
        return None
    if words in _NOT_AT_ALL:
        return timedelta()
    return read_length(typed) if words else otherwise


def _shown(typed: str) -> str:
    words = " ".join(typed.split())
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}…"


# -- saying


def say_hours(length: timedelta) -> str:
    """Say a length in hours, however many: `45 minutes`, `2 hours`, `1 h 30`, `26 hours`."""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    if minutes and hours:
        return f"{hours} h {minutes:02}"
    number, unit = (hours, "hour") if hours else (minutes, "minute")
    return f"{number} {unit}{'' if number == 1 else 's'}"


def type_length(length: timedelta) -> str:
    """Return a length as one would type it: `1h 30m`, `45m`; what was not at all is `0`."""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    return " ".join(part for part, number in ((f"{hours}h", hours), (f"{minutes}m", minutes)) if number) or "0"


def say_planned(time: WeekTime) -> str:
    """Say the plan and how it was: `2 hours planned`, `2 hours planned, was 1 h 30`, `2 hours, as planned`."""
    planned = say_hours(time.length)
    if time.was is None:
        return f"{planned} planned"
    if time.was == time.length:
        return f"{planned}, as planned"
    return f"{planned} planned, {f'was {say_hours(time.was)}' if time.was else 'did not happen'}"


def say_time(time: WeekTime) -> str:
    """Say a time of today: `Quiet from 20:00, 2 hours`."""
    return f"{time.kind.label} from {time.at:%H:%M}, {say_hours(time.length)}"
