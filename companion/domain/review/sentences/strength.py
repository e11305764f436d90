"""Strength in words: over time, over an exercise, and on days with a word beside days without it."""

from collections.abc import Sequence

from companion.domain.review.bootstrap import Spread
from companion.domain.review.calming import Calming
from companion.domain.review.sentences.words import count, lacks, plural, short, verb
from companion.domain.review.strength import AVERAGE_DAYS, Strength
from companion.domain.review.went_with import DAYS_WITH, WentWith

A_PAUSE = "A pause"

WENT_WITH_RULE = (
    "“Went with” is all it says: the median strength of days with a word beside that of days without it. "
    "The range is a bootstrap's (Efron 1979), 95 %. Among many words some differ by chance."
)


def say_strength(strength: Strength) -> str:
    """Say the mean and from where to where it went, or what is missing."""
    if strength.mean is None or strength.lowest is None or strength.highest is None:
        return (
            "How strong it was from week to week, 0 to 10. "
            f"It needs {strength.least} entries that say how strong it was; {lacks(strength.n, strength.missing)}"
        )
    lowest, highest = short(strength.lowest), short(strength.highest)
    counted = f"{count(len(strength.points), 'day')}, {count(strength.n, 'entry')} with a strength"
    if lowest == highest:
        return f"By day it was {lowest} of 10 each time: {counted}."
    return f"By day it went from {lowest} to {highest} of 10, with a mean of {strength.mean:.1f}: {counted}."


def say_average() -> str:
    """Say how the moving average is made."""
    return f"Moving average (the mean of the {AVERAGE_DAYS} days up to then)"


def say_calming(calming: Calming, title: str = "") -> str:
    """Say how the strength changed over an exercise, or over a pause, or what is missing."""
    name = title or calming.what or A_PAUSE
    if calming.mean is None or calming.lowest is None or calming.highest is None:
        return (
            f"{name}: it needs {count(calming.least, 'use')} with a strength before and after; "
            f"{lacks(calming.n, calming.missing)}"
        )
    lowest, highest = _change(calming.lowest), _change(calming.highest)
    said = f"{_change(calming.mean)} on average, from {lowest} to {highest}"
    if lowest == highest:
        said = f"{lowest} each time"
    return f"{name}: after it the strength was {said}: {count(calming.n, 'use')}."


def say_no_calming() -> str:
    """Say how the figure of what calms begins."""
    return (
        "How the strength changed over an exercise or a pause. "
        f"It needs {count(Calming.least, 'use')} of one with a strength before and after; {lacks(0, Calming.least)}"
    )


def say_went_with(went_with: WentWith) -> str:
    """Say how strong the days with a word were beside those without it, or what is missing."""
    word = f"“{went_with.word.label}”"
    with_it, without = went_with.median_with, went_with.median_without
    difference, spread = went_with.difference, went_with.spread
    if with_it is None or without is None or difference is None or spread is None:
        return f"{word}: {_needed()}; {_missing_days(went_with)}"
    return (
        f"{word} went with a strength of {short(with_it)} ({count(len(went_with.with_it), 'day')}), "
        f"days without it with {short(without)} ({count(len(went_with.without_it), 'day')}). "
        f"The difference is {_signed(difference)}, and may lie between {_signed(spread.low)} and {_signed(spread.high)}"
        f"{_perhaps_none(spread)}."
    )


def say_went_with_rest(went_with: Sequence[WentWith]) -> str:
    """Say how many words have too few days so far, or how it begins; nothing if all have enough."""
    if not went_with:
        return f"Which words went with stronger days, and which with weaker ones. For each of them {_needed()}."
    short_of = sum(bool(each.missing) for each in went_with)
    if not short_of:
        return ""
    words = f"{short_of:,} {verb(short_of, 'word', plural('word'))} {verb(short_of, 'has', 'have')}"
    return f"{words} too few days so far: {_needed()}."


def _needed() -> str:
    return f"it needs {count(DAYS_WITH, 'day')} with it and {DAYS_WITH} without it, all with a strength"


def _missing_days(went_with: WentWith) -> str:
    sides = {"with it": went_with.missing_with, "without it": went_with.missing_without}
    said = " and ".join(f"{n} {side}" for side, n in sides.items() if n)
    return f"{said} {verb(went_with.missing, 'is', 'are')} missing."


def _change(lowered: float) -> str:
    """Say by how much a strength was lower or higher after."""
    said = short(abs(lowered))
    return "no different" if said == "0" else f"{said} {'lower' if lowered > 0 else 'higher'}"


def _signed(number: float) -> str:
    said = short(abs(number))
    return said if said == "0" else f"{'+' if number > 0 else '−'}{said}"


def _perhaps_none(spread: Spread) -> str:
    return "; it may be nothing" if spread.low <= 0 <= spread.high else ""
