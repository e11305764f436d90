"""Reading a time of the week as it is typed: its kind, when it begins, how long it is planned, how long it was."""

from datetime import time, timedelta

from companion.domain.length import parse_clock, parse_length
from companion.domain.week_time import LONGEST, TimeKind, WeekTime

_NOT_AT_ALL = ("0", "no", "none", "not at all")
_NOT_SAID = ("-", "not yet")
_MOST_SHOWN = 40
"""Characters of what was typed that are said again."""


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


def read_was(time: WeekTime, took: timedelta | None, typed: str) -> timedelta | None:
    """Read how long a time was: a length, `0` for not at all, `-` for not said yet; nothing means as usual.

    Raises:
        ValueError: with a sentence, if it is no length, or none of a time that was not planned either.
    """
    words = typed.strip().lower()
    was = usual_length(time, took) if not words else None if words in _NOT_SAID else _length_of(typed)
    if not was and not time.is_planned:
        raise ValueError("This one was not planned. If it was not at all, delete it.")
    return was


def usual_length(time: WeekTime, took: timedelta | None) -> timedelta:
    """Return how long a time was, if nothing else is said: as its pause took, else as planned, else as noted."""
    return time.length or time.was or timedelta() if took is None else took


def _length_of(typed: str) -> timedelta:
    return timedelta() if typed.strip().lower() in _NOT_AT_ALL else read_length(typed)


def _shown(typed: str) -> str:
    words = " ".join(typed.split())
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}…"
