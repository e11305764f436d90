"""Lengths and clock times that fingers slipped on, or that are both: `tomorow 9`, `20 minuts`, `9.30`."""

import re
from datetime import time, timedelta

from companion.catalogue import _
from companion.domain.times import say_length

LIKE_A_LENGTH = time(6)
"""A bare clock time before this one may be meant as hours and minutes, such as `1:30`."""

_DOTTED = re.compile(r"([1-9]|1\d|2[0-3])[.,]([0-5]\d)", re.ASCII)
"""Alone it may be a clock time, and minutes with a fraction: `9.30`."""
_WORDS = (
    "until", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "overnight", "morning", "midnight", "noon", "half", "minute", "minutes", "hour", "hours", "days", "week", "weeks",
)  # fmt: skip
_WORD = re.compile(r"[a-z]{4,12}")
_NEAR = 0.8


def put_right(words: str) -> str:
    """Return what was typed, in small letters, with each word that is near one of a time or a length put right."""
    from difflib import get_close_matches  # 2 ms that only what can't be read has to pay

    return _WORD.sub(lambda word: next(iter(get_close_matches(word[0], _WORDS, 1, _NEAR)), word[0]), words)


def check_dot(words: str) -> None:
    """Raise ValueError for `9.30`, which nobody means as nine minutes and a bit."""
    found = _DOTTED.fullmatch(words)
    if found is None:
        return
    at = time(int(found[1]), int(found[2]))
    is_long = at < LIKE_A_LENGTH
    length = timedelta(hours=at.hour, minutes=at.minute) if is_long else timedelta(minutes=at.hour)
    raise ValueError(
        _(
            "{clock} is a clock time, {length} a length: say “until {clock}” or “{short}”.",
            clock=f"{at.hour}:{at:%M}",
            length=say_length(length),
            short=as_typed(at) if is_long else at.hour,
        )
    )


def as_typed(at: time) -> str:
    """Return hours and minutes as a length is typed: `1h 30m`."""
    return f"{at.hour}h {at.minute}m" if at.hour and at.minute else f"{at.hour}h" if at.hour else f"{at.minute}m"
