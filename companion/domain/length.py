"""Reading how long a pause shall be: `20`, `1h 15m`, `half a day`, `until 20:40`."""

import re
from datetime import datetime, time, timedelta

from companion.domain.times import next_at, say_clock

LONGEST = timedelta(days=14)
"""A pause is at most this long; then a new time is agreed."""

SUGGESTED_LEAST = timedelta(minutes=20)
"""Many therapists suggest at least this much (fact A5)."""

SHORT = "Many therapists suggest at least 20 minutes. It is your choice."
"""Said once of a shorter pause; then it is obeyed."""

_WORDS = {
    "half an hour": timedelta(minutes=30),
    "an hour": timedelta(hours=1),
    "half a day": timedelta(hours=6),
    "a day": timedelta(hours=24),
}
_PART = r"(\d+(?:[.,]\d+)?)\s*(h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|d(?:ays?)?)?\s*(?:,|and)?\s*"
_HOURS = ("h", "hr", "hrs", "hour", "hours")
_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?"
_MORNING = time(8, 0)
_OVERNIGHT = "overnight"
_HOW = "Say it like “30” or “1h 15m”."
_HOW_LONG_OR_UNTIL = "Say it like “30”, “1h 15m” or “until 20:40”."


def parse_length(text: str) -> timedelta:
    """Read a length; a bare number is minutes.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = " ".join(text.lower().split())
    length = _WORDS.get(words) or _sum_parts(words)
    if length is None:
        raise ValueError(f"“{text.strip()}” is not a length. {_HOW}")
    if length < timedelta(minutes=1):
        raise ValueError(f"A pause is at least one minute. {_HOW}")
    if length > LONGEST:
        raise ValueError("That is more than two weeks. Take less; agree a new time before it is up.")
    return length


def parse_due(text: str, now: datetime) -> datetime:
    """Read when a pause is due: a length from now, or a clock time (`until 20:40`, `8pm`, `overnight`).

    A clock time that has passed today means tomorrow.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = " ".join(text.lower().split())
    if words == _OVERNIGHT:
        return next_at(now, _MORNING)
    if _is_clock(words):
        return next_at(now, parse_clock(words.removeprefix("until")))
    try:
        return now + parse_length(words)
    except ValueError as error:
        if _sum_parts(words) is None:
            raise ValueError(f"“{text.strip()}” is not a length. {_HOW_LONG_OR_UNTIL}") from error
        raise


def parse_more(text: str, due: datetime, now: datetime) -> datetime:
    """Read the new due time of a pause: a length is added to due, or to now once due has passed; a clock time is one.

    Raises:
        ValueError: with a sentence, if it is not a time, or not a later one.
    """
    words = " ".join(text.lower().split())
    read = parse_due(words, now)
    new = read if _is_clock(words) else max(due, now) + (read - now)
    if new <= max(due, now):
        raise ValueError(f"That is no later than {say_clock(max(due, now), now)}. Say a later time.")
    return new


def parse_clock(text: str) -> time:
    """Read a clock time such as `20:40`, `8pm` or `8`.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    found = re.fullmatch(_CLOCK, text.strip().lower(), re.ASCII)
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise ValueError(f"“{text.strip()}” is not a clock time. Say it like “20:40”.")


def _is_clock(words: str) -> bool:
    """Return whether the words mean a clock time, not a length."""
    return words == _OVERNIGHT or words.startswith("until") or ":" in words or words.endswith(("am", "pm"))


def _sum_parts(words: str) -> timedelta | None:
    """Add up `1h 15m`; None if anything in it is not understood."""
    total, end = timedelta(), 0
    parts = list(re.finditer(_PART, words, re.ASCII))
    for part in parts:
        after_hours = end > 0 and part.end() == len(words) and words[:end].rstrip().endswith(_HOURS)
        if part.start() != end or (part[2] is None and len(parts) > 1 and not after_hours):
            return None
        amount = float(part[1].replace(",", "."))
        if amount > LONGEST.total_seconds():
            return LONGEST * 2
        total += timedelta(**{{"h": "hours", "d": "days"}.get((part[2] or "m")[0], "minutes"): amount})
        end = part.end()
    return total if parts and end == len(words) else None
