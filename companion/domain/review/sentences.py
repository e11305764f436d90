"""What a review says in words: each figure with its n, and what is missing where there are too few."""

from companion.domain.review.days import Calendar, DayMood
from companion.domain.review.kinds import Kinds
from companion.domain.review.period import Period
from companion.domain.review.promises import Promises
from companion.domain.review.strength import AVERAGE_DAYS, Strength
from companion.domain.times import say_day

NOTE = "Your log shows what you chose to write down. It leaves out the other person's view."
"""Said at the end of every review."""

MOODS = {
    DayMood.GOOD: ("○", "good"),
    DayMood.HARD: ("●", "hard"),
    DayMood.MIXED: ("◐", "good and hard"),
    DayMood.PLAIN: ("·", "plain"),
}
"""A day's glyph and its words."""


def say_period(period: Period) -> str:
    """Say a period: `23 November 2025 to 22 November 2026`."""
    return f"{say_day(period.since)} to {say_day(period.until)}"


def say_days(calendar: Calendar) -> str:
    """Say how many days were looked at, or how the calendar begins."""
    if calendar.missing:
        return "On which days you noted something, and what sort of days they were. It starts with the first entry."
    return (
        f"You noted something on {calendar.looked_at:,} of {count(calendar.of, 'day')}: {count(calendar.n, 'entry')}."
    )


def say_kinds(kinds: Kinds) -> str:
    """Say how many entries the kinds are counted from, or how they begin."""
    if kinds.missing:
        return "What happens most, and in which weeks. It starts with the first entry; choosing its kind is enough."
    return f"Counted from {count(kinds.n, 'entry')}."


def say_strength(strength: Strength) -> str:
    """Say the mean and from where to where it went, or what is missing."""
    if strength.mean is None or strength.lowest is None or strength.highest is None:
        return (
            "How strong it was from week to week, 0 to 10. "
            f"It needs {strength.least} entries that say how strong it was; "
            f"{_missing(strength.n, strength.missing)}"
        )
    return (
        f"By day it went from {short(strength.lowest)} to {short(strength.highest)} of 10, "
        f"with a mean of {strength.mean:.1f}: {count(len(strength.points), 'day')}, "
        f"{count(strength.n, 'entry')} with a strength."
    )


def say_average() -> str:
    """Say how the moving average is made."""
    return f"Moving average (the mean of the {AVERAGE_DAYS} days up to then)"


def say_promises(promises: Promises) -> str:
    """Say how many pauses ended in time and how sure that is, or what is missing."""
    if (share := promises.share) is None:
        return (
            "How often you came back in time, or moved the time in time. "
            f"It needs {count(promises.least, 'pause')} that ended; {_missing(promises.n, promises.missing)}"
        )
    return (
        f"You came back in time, or moved the time in time, in {promises.kept} of {count(promises.n, 'pause')}. "
        f"The real share may lie between {percent(share.low)} and {percent(share.high)} %."
    )


def say_range() -> str:
    """Say what the promises' range is and what they leave out."""
    return (
        "The range is Wilson's (1927), 95 %. Left out: pauses that were called off or still run, "
        "and pauses that they took."
    )


def percent(share: float) -> int:
    """Return a share in whole percent."""
    return round(100 * share)


def count(n: int, noun: str) -> str:
    """Say a number of things: `1 entry`, `12 entries`, `3 pauses`."""
    if n == 1:
        return f"1 {noun}"
    return f"{n:,} {noun.removesuffix('y')}ies" if noun == "entry" else f"{n:,} {noun}s"


def short(number: float) -> str:
    """Say a strength: `7`, `6.5`."""
    return f"{number:.1f}".removesuffix(".0")


def _missing(n: int, missing: int) -> str:
    have = f"are {n}" if n > 1 else f"is {n or 'none'}"
    return f"there {have} so far, {missing} {'is' if missing == 1 else 'are'} missing."
