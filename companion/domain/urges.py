"""Pulls to write, ridden out while somebody else takes space: how many, and taking the last one back."""

from datetime import datetime, timedelta

import msgspec

from companion.catalogue import ngettext
from companion.domain.pause import Pause

_SOON = timedelta(minutes=2)
"""So long a slip of the finger can be taken back."""


def say_urges(pause: Pause) -> str:
    """Say how many were ridden out; nothing if there was none."""
    count = len(pause.urges)
    return ngettext("Ridden out: once", "Ridden out: {n} times", count) if count else ""


def can_take_back(pause: Pause, now: datetime) -> bool:
    """Return whether the last one has just been counted."""
    return bool(pause.urges) and now - pause.urges[-1] < _SOON


def take_back(pause: Pause) -> Pause:
    """Return the pause without the last one."""
    return msgspec.structs.replace(pause, urges=pause.urges[:-1])
