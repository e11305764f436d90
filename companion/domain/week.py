"""A week of quiet, solo and together time: its days, its sums, and how they stand beside what one wishes for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from companion.catalogue import _
from companion.domain.drafting import PauseDefaults
from companion.domain.filling import Answers
from companion.domain.pause import PauseKind
from companion.domain.record import new_id
from companion.domain.times import local, say_day
from companion.domain.week_time import TimeKind, WeekTime, covered, in_order, say_hours
from companion.domain.week_wish import Wish, wishes_in
from companion.domain.worksheet import Where, Worksheet, newest

_DAYS = 7
WEEK = timedelta(days=_DAYS)
_NEAR = timedelta(hours=1)
"""So long before it begins, a planned pause is offered it."""
_NAMED = {0: _("This week"), 1: _("Next week"), -1: _("Last week")}


class Sum(msgspec.Struct, frozen=True):
    """What a kind of time comes to in a week; what overlaps counts once."""

    kind: TimeKind
    planned: timedelta
    was: timedelta | None
    """None if nothing of it is said yet."""
    wish: Wish | None


class Week(msgspec.Struct, frozen=True):
    """Seven days from a Monday on, and the times that begin on them."""

    monday: date
    times: tuple[WeekTime, ...]
    wishes: Mapping[TimeKind, Wish]

    @classmethod
    def around(cls, day: date, times: Iterable[WeekTime], wishes: Mapping[TimeKind, Wish] | None = None) -> "Week":
        """Return the week that a day lies in."""
        monday = day - timedelta(days=day.weekday())
        found = in_order(each for each in times if monday <= each.day < monday + WEEK)
        return cls(monday, tuple(found), wishes or {})

    @property
    def days(self) -> list[date]:
        """Its days."""
        return [self.monday + timedelta(days=number) for number in range(_DAYS)]

    def on(self, day: date) -> list[WeekTime]:
        """Return the times of a day."""
        return [each for each in self.times if each.day == day]

    def sums(self) -> list[Sum]:
        """Return what each kind comes to."""
        return [self._sum(kind) for kind in TimeKind]

    def _sum(self, kind: TimeKind) -> Sum:
        times = [each for each in self.times if each.kind is kind]
        been = [(each.begins, each.was) for each in times if each.was is not None]
        planned = covered((each.begins, each.length) for each in times)
        return Sum(kind, planned, covered(been) if been else None, self.wishes.get(kind))

    # -- saying

    def say(self, today: date) -> str:
        """Say which week it is: `This week, 16 to 22 November`."""
        first, last = self.monday, self.days[-1]
        between = f"{first.day}" if first.month == last.month else say_day(first, last)
        away = (first - (today - timedelta(days=today.weekday()))) // WEEK
        days = _("{between} to {day}", between=between, day=say_day(last, today))
        return f"{_NAMED[away]}, {days}" if away in _NAMED else days

    def say_sum(self, of: Sum, today: date) -> str:
        """Say what a kind comes to: `Quiet: 3 hours planned, 1 h 30 so far; you wished for 2 to 4 hours.`"""
        said = [_("{hours} planned", hours=say_hours(of.planned)) if of.planned else _("nothing planned")]
        if of.was is not None:
            been = say_hours(of.was) if of.was else _("none")
            is_past = today > self.days[-1]
            said.append(_("{hours} as it was", hours=been) if is_past else _("{hours} so far", hours=been))
        kind, hours = of.kind.label, ", ".join(said)
        if of.wish is None:
            return f"{kind}: {hours}."
        return _("{kind}: {hours}; you wished for {wish}.", kind=kind, hours=hours, wish=of.wish.say())

    # -- planning

    def copied_from(self, before: "Week") -> list[WeekTime]:
        """Return the plan of another week for this one, without what stands here already."""
        here = {(each.kind, each.day, each.at) for each in self.times}
        ahead = self.monday - before.monday
        copies = [
            msgspec.structs.replace(each, id=new_id(), changed=None, day=each.day + ahead, was=None)
            for each in before.times
            if each.is_planned
        ]
        return [each for each in copies if (each.kind, each.day, each.at) not in here]


def wishes(worksheets: Iterable[Worksheet], answers: Iterable[Answers]) -> dict[TimeKind, Wish]:
    """Return what is wished for in a week, from the newest fillings that say so."""
    kept, found = list(answers), dict[TimeKind, Wish]()
    for worksheet in worksheets:
        if worksheet.wishes_for is Where.WEEK and (said := newest(worksheet, kept)):
            found = wishes_in(said.answers) | found
    return found


def to_come(times: Iterable[WeekTime], now: datetime) -> list[WeekTime]:
    """Return the times of today that are not over, and of which it is not said yet how they were."""
    today = local(now).date()
    return in_order(each for each in times if each.day == today and each.was is None and now < each.ends)


def pause_from(usual: PauseDefaults, times: Sequence[WeekTime], now: datetime, chosen: str = "") -> PauseDefaults:
    """Return what a pause begins with, where the week has something planned.

    Args:
        usual: What it begins with otherwise.
        times: The planned times.
        now: The time.
        chosen: The id of the time to begin from; without it, a planned pause is offered the one that is near.
    """
    if wanted := next((each for each in times if each.id == chosen and each.begins_pause), None):
        return msgspec.structs.replace(usual, kind=PauseKind.PLANNED, planned=wanted, left=_left(wanted, now))
    near = (each for each in to_come(times, now) if each.begins_pause and each.begins - now <= _NEAR)
    offered = next(near, None)
    return msgspec.structs.replace(usual, planned=offered, left=_left(offered, now) if offered else None)


def _left(time: WeekTime, now: datetime) -> timedelta | None:
    """Return what is left of a time that has begun; None of one that has not, and of one that is over."""
    return time.ends - now if time.begins < now < time.ends else None
