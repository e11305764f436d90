"""How a figure is said: numbers with their nouns, and what is missing."""

from collections.abc import Callable, Sequence

from companion.catalogue import _, ngettext

NOTE = _("Your log shows what you chose to write down. It leaves out the other person's view.")
"""Said at the end of every review."""

_NUMBERS: dict[str, Callable[[int], str]] = {
    "day": lambda n: ngettext("{n:,} day", "{n:,} days", n),
    "entry": lambda n: ngettext("{n:,} entry", "{n:,} entries", n),
    "pause": lambda n: ngettext("{n:,} pause", "{n:,} pauses", n),
    "person": lambda n: ngettext("{n:,} person", "{n:,} persons", n),
    "quote": lambda n: ngettext("{n:,} quote", "{n:,} quotes", n),
    "repair": lambda n: ngettext("{n:,} repair", "{n:,} repairs", n),
    "rupture": lambda n: ngettext("{n:,} rupture", "{n:,} ruptures", n),
    "text": lambda n: ngettext("{n:,} text", "{n:,} texts", n),
    "thread": lambda n: ngettext("{n:,} thread", "{n:,} threads", n),
    "use": lambda n: ngettext("{n:,} use", "{n:,} uses", n),
    "week": lambda n: ngettext("{n:,} week", "{n:,} weeks", n),
}
"""What is counted, by its English noun."""


def count(n: int, noun: str) -> str:
    """Say a number of things: `1 entry`, `12 entries`, `3 pauses`."""
    return _NUMBERS[noun](n)


def of(n: int, whole: int, noun: str) -> str:
    """Say so many of so many: `3 of 10 entries`."""
    return _("{n:,} of {count}", n=n, count=count(whole, noun))


def percent(share: float) -> int:
    """Return a share in whole percent."""
    return round(100 * share)


def short(number: float) -> str:
    """Say a strength: `7`, `6.5`."""
    return f"{number:.1f}".removesuffix(".0")


def listed(parts: Sequence[str]) -> str:
    """Say several things in a row: `a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{others} and {last}", others=", ".join(parts[:-1]), last=parts[-1])


def lacks(n: int, missing: int) -> str:
    """Say how many there are, and how many are missing."""
    there = ngettext("there is {n} so far", "there are {n} so far", n) if n else _("there is none so far")
    lacking = ngettext("{n} is missing.", "{n} are missing.", missing)
    return f"{there}, {lacking}"
