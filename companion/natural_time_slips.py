"""A time at the front of a line that was not read as one: what is wrong with it, and what may have been meant."""

import re
from typing import NamedTuple

from companion.natural_time import split_front

_WORDS = (
    "yesterday", "today", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning",
    "afternoon", "evening", "last",
)  # fmt: skip
"""Words of a time that fingers slip on."""
_LONGEST, _NEAR = 12, 0.8
_BARE_HOUR = re.compile(r"(?:last\s+)?[a-z]{3,9}\s+(?:at\s+)?(?P<hour>1?\d|2[0-3])(?=\s)", re.IGNORECASE)


_LIKE_AN_HOUR = re.compile(r"(?P<said>(?P<hour>1[3-9]|2[0-3])h(?P<minute>[0-5]\d)?)(?=\s)", re.IGNORECASE)
"""`21h`; fewer hours are as likely a length."""


class Slip(NamedTuple):
    """What would begin a time if it were written otherwise."""

    said: str
    """As it is written: `yestreday`."""
    meant: str
    """What may have been meant: `yesterday`."""


def find_slip(line: str) -> Slip | None:
    """Return what keeps the front of a line from being a time; None if it is one, or does not try to be."""
    if split_front(line)[0]:
        return None
    return _bare_hour(line) or _like_an_hour(line) or _mistyped(line)


def put_right(line: str, slip: Slip) -> str:
    """Return a line with what was meant in the place of the slip."""
    return line.replace(slip.said, slip.meant, 1)


def _bare_hour(line: str) -> Slip | None:
    """Return the number behind a day that would be a clock time if it said so: `tuesday 9` lacks its minutes."""
    found = _BARE_HOUR.match(line.lstrip())
    if found is None:
        return None
    slip = Slip(found["hour"], f"{found['hour']}:00")
    return slip if split_front(put_right(line, slip))[0] else None


def _like_an_hour(line: str) -> Slip | None:
    """Return `21h` or `21h30` at the front, which would be a clock time with a colon."""
    found = _LIKE_AN_HOUR.match(line.lstrip())
    return Slip(found["said"], f"{found['hour']}:{found['minute'] or '00'}") if found else None


def _mistyped(line: str) -> Slip | None:
    """Return a word of the first two that would begin a time if it were spelt so."""
    from difflib import get_close_matches  # 2 ms that most lines need not pay

    for word in line.split(maxsplit=2)[:2]:
        near = get_close_matches(word.lower(), _WORDS, n=1, cutoff=_NEAR) if len(word) <= _LONGEST else []
        meant = next(iter(near), "")
        is_other = meant and not word.lower().startswith(meant) and f"{word} " in line
        if is_other and split_front(line.replace(word, meant, 1))[0]:
            return Slip(word, meant)
    return None
