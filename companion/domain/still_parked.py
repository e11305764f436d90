"""What was parked and not talked about: it goes along into the next pause, or is let go."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from companion.catalogue import _
from companion.domain.day_names import short_month
from companion.domain.pause import Pause
from companion.domain.returning import gather, parked, talked, untalked
from companion.domain.times import local


def follow_on(pause: Pause, pauses: Iterable[Pause], *, is_locked: bool) -> Pause:
    """Return a new pause that takes along what still waits.

    Args:
        pause: The new one.
        pauses: Those before it.
        is_locked: Whether nobody can know what waits; then it may.
    """
    known = list(pauses)
    last = max(known, key=lambda each: each.started_at, default=None)
    if last is None or not (is_locked or untalked(gather(last, known))):
        return pause
    return msgspec.structs.replace(pause, after=last.id)


def let_go(pause: Pause) -> Pause:
    """Return the pause without what was not talked about; nothing before it waits any more either."""
    return msgspec.structs.replace(pause, topic=talked(pause), thoughts=(), after=None)


def say_still_parked(pause: Pause, pauses: Iterable[Pause], now: datetime) -> str:
    """Say what a pause takes along: `Still parked from 22 Nov: the rent; who drives`."""
    known, own = list(pauses), parked(pause)
    before = next((each for each in known if each.id == pause.after), None)
    rest = [each for each in parked(gather(pause, known)) if each not in own]
    if before is None or not rest:
        return ""
    day, thoughts = local(before.started_at), "; ".join(rest)
    if day.date() == local(now).date():
        return _("Still parked from today: {thoughts}", thoughts=thoughts)
    when = f"{day.day} {short_month(day)}"
    return _("Still parked from {day}: {thoughts}", day=when, thoughts=thoughts)
