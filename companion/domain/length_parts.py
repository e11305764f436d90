"""The words of a length, added up: `1h 15m`, `half a day`, `an hour and 15 minutes`."""

import re
from datetime import timedelta

WORDS = {
    "half an hour": timedelta(minutes=30),
    "half a day": timedelta(hours=6),
}
"""Lengths that have a name of their own."""

_NUMBERS = {
    name: str(number)
    for number, names in enumerate(("a|an|one", "two", "three", "four", "five", "six", "seven", "eight"), 1)
    for name in names.split("|")
}
_NUMBER = rf"\b({'|'.join(_NUMBERS)}) (?=hour|minute|day|week)"
_PART = r"(\d+(?:[.,]\d+)?)\s*(h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|d(?:ays?)?|w(?:eeks?)?)?\s*(?:,|and)?\s*"
_UNITS = {"h": "hours", "m": "minutes", "d": "days", "w": "weeks"}
_HOURS = ("h", "hr", "hrs", "hour", "hours")


def sum_parts(words: str, longest: timedelta) -> timedelta | None:
    """Add up `1h 15m`; None if anything in it is not understood.

    Args:
        words: In small letters, with single blanks; a bare number is minutes.
        longest: Beyond it no sum need be exact.
    """
    words = re.sub(_NUMBER, lambda match: f"{_NUMBERS[match[1]]} ", words)
    most = longest.total_seconds()  # more than this of any unit is too long, and no sum of it is too large to count
    total, end = timedelta(), 0
    parts = list(re.finditer(_PART, words, re.ASCII))
    for part in parts:
        after_hours = end > 0 and part.end() == len(words) and words[:end].rstrip().endswith(_HOURS)
        if part.start() != end or (part[2] is None and len(parts) > 1 and not after_hours):
            return None
        amount = min(float(part[1].replace(",", ".")), most)
        total = min(total + timedelta(**{_UNITS[(part[2] or "m")[0]]: amount}), longest * 2)
        end = part.end()
    return total if parts and end == len(words) else None
