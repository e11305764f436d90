"""The time that one's own words give to be back, beside the time of the pause."""

import re
from datetime import datetime

from companion.catalogue import _
from companion.domain.length import parse_clock
from companion.domain.times import local, say_clock

_NO_TIME = _("There is no time to be back in your words. A time is what makes it a pause.")
_CLOCK = re.compile(
    r"\b(?:(?:at|by|until|till)\s+)?(\d{1,2}:\d{2}(?:\s?[ap]m)?|\d{1,2}\s?[ap]m)\b"
    r"|\b(?:at|by|until|till)\s+(\d{1,2}(?:\.\d{2})?)\b(?!\.\d|\s*(?:min|hour|day))",
    re.ASCII | re.IGNORECASE,
)


def say_time_missing(words: str, due: datetime, now: datetime) -> str:
    """Say that words before a pause give another time than its own, or none; nothing if its own stands in them.

    Args:
        words: The words as they are said, their slots filled.
        due: When the pause is due.
        now: The time.
    """
    others = []
    for found in _CLOCK.finditer(words):
        try:
            is_due = _is_at(found[1] or found[2], due)
        except ValueError:  # a number such as 30 is no clock time
            continue
        if is_due:
            return ""
        others.append(" ".join(found[0].split()))
    return (
        _("Your words say “{said}”, but the pause is until {clock}.", said=others[0], clock=say_clock(due, now))
        if others
        else _NO_TIME
    )


def _is_at(clock: str, due: datetime) -> bool:
    """Return whether a clock time is that of due; `9` may be the one in the evening.

    Raises:
        ValueError: if it is no clock time.
    """
    at, there = parse_clock(clock), local(due)
    is_half_named = clock[-1] in "mM" or clock.startswith("0") or at.hour > 12
    hours = {at.hour} if is_half_named else {at.hour % 12, at.hour % 12 + 12}
    return there.hour in hours and there.minute == at.minute
