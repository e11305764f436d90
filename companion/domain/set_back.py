"""A machine's clock that was set back while a pause is open: by how much, and what that makes of the pause."""

from datetime import datetime, timedelta

from companion.catalogue import _
from companion.domain.pause import Pause
from companion.domain.times import say_clock, say_length

_A_LITTLE = timedelta(minutes=1)
"""Clocks are set right by so much all the time, and two machines differ by it."""

IN_A_BAR = _("the clock went back")


def set_back(pause: Pause, now: datetime) -> timedelta | None:
    """Return by how much, at least, the clock was set back: what is noted of the pause is later than now."""
    noted = (pause.started_at, pause.changed, pause.told_at, *pause.signs, *pause.urges)
    moments = (*(each for each in noted if each), *(move.at for move in pause.moves))
    back = max(moments) - now
    return back if back > _A_LITTLE else None


def say_set_back(length: str, pause: Pause, now: datetime) -> str:
    """Say that the clock went back by that length, and what that makes of the pause."""
    clock, due = say_clock(now, now), say_clock(pause.due, now)
    if not pause.is_open:
        return _("The clock of this machine went back by {length}. By it, it is {clock}.", length=length, clock=clock)
    if pause.is_own:
        return _(
            "The clock of this machine went back by {length}. By it, it is {clock} and your pause ends at {due}.",
            length=length,
            clock=clock,
            due=due,
        )
    return _(
        "The clock of this machine went back by {length}. By it, it is {clock} and their time is up at {due}.",
        length=length,
        clock=clock,
        due=due,
    )


def find_set_back(pause: Pause, now: datetime) -> str:
    """Say it of a clock that was not watched meanwhile; nothing if it shows no sign of having been set back."""
    back = set_back(pause, now)
    return say_set_back(_("at least {length}", length=say_length(back)), pause, now) if back else ""
