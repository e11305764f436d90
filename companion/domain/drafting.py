"""A pause that is being prepared: every choice has a default that is right."""

from datetime import datetime, timedelta

import msgspec

from companion.domain.pause import A_DAY, DEFAULT_LENGTH, LONG, Pause, PauseKind
from companion.domain.times import utc
from companion.domain.week_time import WeekTime

ASK_IN = timedelta(hours=2)
"""Giving, and no time was named: after so long one asks for one."""

PLANNED_LENGTH = timedelta(hours=2)
"""Time of one's own is planned for longer than a pause in an argument."""


class PauseDefaults(msgspec.Struct, frozen=True, kw_only=True):
    """What a pause begins with, unless something else is chosen."""

    length: timedelta = DEFAULT_LENGTH
    place: str = ""
    kind: PauseKind = PauseKind.TAKING
    planned: WeekTime | None = None
    """What a planned one begins from, if the week has something."""
    left: timedelta | None = None
    """What is left of that, if it has begun already."""

    def length_of(self, kind: PauseKind) -> timedelta:
        """Return how long a pause of that kind is at first."""
        if kind is not PauseKind.PLANNED:
            return self.length
        return self.left or (self.planned.length if self.planned else PLANNED_LENGTH)


def prefilled(usual: PauseDefaults, said: str) -> PauseDefaults:
    """Return what a pause begins with that a link asks for: `30` minutes of one's own, or a kind; else the usual."""
    if said.isdecimal():
        return msgspec.structs.replace(usual, kind=PauseKind.TAKING, length=timedelta(minutes=int(said)))
    if said in list(PauseKind):
        return msgspec.structs.replace(usual, kind=PauseKind(said))
    return usual


class Draft(msgspec.Struct, kw_only=True):
    """What is chosen so far."""

    kind: PauseKind = PauseKind.TAKING
    length: timedelta = DEFAULT_LENGTH
    until: datetime | None = None
    """A clock time that was chosen instead of a length."""
    is_stated: bool = True
    """Giving: whether they named a time."""
    place: str = ""
    topic: str = ""
    strength: int | None = None
    sign_at: datetime | None = None
    """When to give a sign, if one was chosen; see `check_in`."""
    is_sign_half_way: bool = False
    """Whether the sign is given half-way, however long it gets."""
    leave: str = ""
    """What to say now, slots unfilled."""
    back: str = ""
    """What to say on the return, slots unfilled."""
    planned: WeekTime | None = None
    """The time of the week that a planned one would begin from."""

    @classmethod
    def usual(cls, usual: PauseDefaults) -> "Draft":
        """Return the draft that the person's own agreement gives."""
        length = usual.length_of(usual.kind)
        return cls(kind=usual.kind, length=length, place=usual.place, planned=usual.planned)

    @property
    def begins_from(self) -> WeekTime | None:
        """The time of the week that it begins from; only a planned pause has one."""
        return self.planned if self.kind is PauseKind.PLANNED else None

    def due(self, now: datetime) -> datetime:
        """Return when the pause would be due if it began now."""
        if not self.is_stated and self.kind is PauseKind.GIVING:
            return now + ASK_IN
        return self.until or now + self.length

    def is_long(self, now: datetime) -> bool:
        """Return whether a sign on the way is asked for."""
        return self.kind is not PauseKind.GIVING and self.due(now) - now > LONG

    def check_in(self, now: datetime) -> datetime | None:
        """Return when a sign is given: as chosen, or, in a pause of more than a day, each day at this time."""
        due = self.due(now)
        if not self.is_long(now):
            return None
        if self.is_sign_half_way:
            return now + (due - now) / 2
        if self.sign_at is not None and now < self.sign_at < due:
            return self.sign_at
        return now + A_DAY if due - now > A_DAY else None

    def pause(self, now: datetime) -> Pause:
        """Return the pause, begun now."""
        is_giving = self.kind is PauseKind.GIVING
        due = self.due(now)
        return Pause(
            kind=self.kind,
            started_at=now,
            due=utc(due),
            planned=due - now,
            place="" if is_giving else self.place.strip(),
            topic=self.topic.strip(),
            strength_before=self.strength,
            leave_message=self.leave,
            return_message="" if is_giving else self.back,
            check_in=self.check_in(now),
            is_stated=self.is_stated or not is_giving,
            week_time=self.begins_from.id if self.begins_from else None,
        )
