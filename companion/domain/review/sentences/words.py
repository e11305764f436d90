"""How a figure is said: numbers with their nouns, and what is missing."""

import re
from collections.abc import Sequence

from companion.catalogue import _

NOTE = _("Your log shows what you chose to write down. It leaves out the other person's view.")
"""Said at the end of every review."""

_CONSONANT_Y = re.compile(r"(?<![aeiou])y$")


def count(n: int, noun: str) -> str:
    """Say a number of things: `1 entry`, `12 entries`, `3 pauses`."""
    return f"{n:,} {noun if n == 1 else plural(noun)}"


def of(n: int, whole: int, noun: str) -> str:
    """Say so many of so many: `3 of 10 entries`."""
    return _("{n:,} of {count}", n=n, count=count(whole, noun))


def plural(noun: str) -> str:
    """Say several of a thing: `entries`, `misses`, `days`."""
    return noun + "es" if noun.endswith("s") else _CONSONANT_Y.sub("ie", noun) + "s"


def verb(n: int, one: str, several: str) -> str:
    """Return the verb that goes with a number."""
    return one if n == 1 else several


def percent(share: float) -> int:
    """Return a share in whole percent."""
    return round(100 * share)


def short(number: float) -> str:
    """Say a strength: `7`, `6.5`."""
    return f"{number:.1f}".removesuffix(".0")


def listed(parts: Sequence[str]) -> str:
    """Say several things in a row: `a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def lacks(n: int, missing: int) -> str:
    """Say how many there are, and how many are missing."""
    have = _("are {n}", n=n) if n > 1 else _("is {value}", value=n or "none")
    return _(
        "there {have} so far, {missing} {verb} missing.", have=have, missing=missing, verb=verb(missing, "is", "are")
    )
