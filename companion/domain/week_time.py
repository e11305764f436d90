"""A time of the week: quiet, solo or together, planned on a day, and as it was; or as it was alone."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from companion.catalogue import _, ngettext
from companion.domain.day_names import weekday
from companion.domain.pause import Outcome, Pause
from companion.domain.record import Record
from companion.domain.times import YEARS, local, say_day, utc, when_shown

LONGEST = timedelta(hours=24)
"""More is planned on each of its days."""


class TimeKind(StrEnum):
    """What sort of time it is."""

    QUIET = "quiet"
    """Both at home, few words."""
    SOLO = "solo"
    TOGETHER = "together"

    @property
    def label(self) -> str:
        """The word at the start of a line."""
        return _LABELS[self]


_LABELS = {TimeKind.QUIET: _("Quiet"), TimeKind.SOLO: _("Solo"), TimeKind.TOGETHER: _("Together")}


class WeekTime(Record, frozen=True, kw_only=True):
    """One time. It counts on the day it begins, however late it ends."""

    kind: TimeKind
    day: date
    """Its local day."""
    at: time
    """The clock time it begins at."""
    length: timedelta
    """As planned; nothing, if it was not planned."""
    was: timedelta | None = None
    """How long it was; nothing at all is 0, None is: not said yet."""
    note: str = ""

    def __post_init__(self) -> None:
        if self.day.year not in YEARS:
            raise ValueError(_("That day is too far away. Say one of these years."))
        if self.at.tzinfo is not None:
            raise ValueError(_("The clock time is the local one, without an offset."))
        if not timedelta(minutes=1) <= (self.length or self.was or timedelta()) <= LONGEST:
            raise ValueError(_("A time takes a minute to a day. Put what is longer on each of its days."))
        if self.was is not None and not timedelta() <= self.was <= LONGEST:
            raise ValueError(_("A time was at most a day long. Put what is longer on each of its days."))

    @property
    def is_planned(self) -> bool:
        """Whether it was planned; else it is noted only as it was."""
        return bool(self.length)

    @property
    def begins_pause(self) -> bool:
        """Whether a planned pause can begin from it."""
        return self.is_planned and self.kind is not TimeKind.TOGETHER

    @property
    def begins(self) -> datetime:
        """The moment it begins; a clock time that a clock change leaves out is the one after the change."""
        return when_shown(datetime.combine(self.day, self.at))

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
        raise ValueError(_("{day}, {at:%H:%M}, has not come yet. Say then how it was.", day=day, at=time.at))


def taken_by(time: WeekTime, pauses: Iterable[Pause]) -> timedelta | None:
    """Return how long the pauses that began from a time took together; None if there was none that counts."""
    of_it = [each for each in pauses if each.week_time == time.id and each.outcome is not Outcome.CANCELLED]
    took = [each.ended_at - each.started_at for each in of_it if each.ended_at]
    return min(max(sum(took, timedelta()), timedelta()), LONGEST) if took else None


# -- saying


def say_hours(length: timedelta) -> str:
    """Say a length in hours, however many: `45 minutes`, `2 hours`, `1 h 30`, `26 hours`."""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    if minutes and hours:
        return _("{hours} h {minutes:02}", hours=hours, minutes=minutes)
    return ngettext("{n} hour", "{n} hours", hours) if hours else ngettext("{n} minute", "{n} minutes", minutes)


def type_length(length: timedelta) -> str:
    """Return a length as one would type it: `1h 30m`, `45m`; what was not at all is `0`."""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    return " ".join(part for part, number in ((f"{hours}h", hours), (f"{minutes}m", minutes)) if number) or "0"


def say_planned(time: WeekTime) -> str:
    """Say the plan and how it was: `2 hours planned`, `2 hours planned, was 1 h 30`, `1 hour, not planned`."""
    planned = say_hours(time.length)
    if not time.is_planned:
        return _("{hours}, not planned", hours=say_hours(time.was or timedelta()))
    if time.was is None:
        return _("{planned} planned", planned=planned)
    if time.was == time.length:
        return _("{planned}, as planned", planned=planned)
    if not time.was:
        return _("{planned} planned, did not happen", planned=planned)
    return _("{planned} planned, was {hours}", planned=planned, hours=say_hours(time.was))


def say_time(time: WeekTime) -> str:
    """Say a time of today: `Quiet from 20:00, 2 hours`."""
    return _("{label} from {at:%H:%M}, {hours}", label=time.kind.label, at=time.at, hours=say_hours(time.length))


def say_span(time: WeekTime, today: date) -> str:
    """Say when it is, and what sort of time: `Friday 27 November, 19:00–21:00, quiet time`."""
    ends = local(utc(time.begins) + (time.length or time.was or timedelta()))
    return _(
        "{weekday} {day}, {at:%H:%M}–{ends:%H:%M}, {kind} time",
        weekday=weekday(time.day),
        day=say_day(time.day, today),
        at=time.at,
        ends=ends,
        kind=time.kind,
    )


def say_which(time: WeekTime, today: date) -> str:
    """Say which time it is: `Quiet, Friday 20 November, 20:00`."""
    return f"{time.kind.label}, {weekday(time.day)} {say_day(time.day, today)}, {time.at:%H:%M}"
