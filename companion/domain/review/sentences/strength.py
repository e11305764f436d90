"""Strength in words: over time, over an exercise, and on days with a word beside days without it."""

from collections.abc import Sequence

from companion.catalogue import _, ngettext
from companion.domain.review.bootstrap import Spread
from companion.domain.review.calming import Calming
from companion.domain.review.sentences.words import count, lacks, listed, short
from companion.domain.review.strength import AVERAGE_DAYS, Strength
from companion.domain.review.went_with import DAYS_WITH, WentWith

A_PAUSE = _("A pause")

WENT_WITH_RULE = _(
    "“Went with” is all it says: the median strength of days with a word beside that of days without it. "
    "The range is a bootstrap's (Efron 1979), 95 %. Among many words some differ by chance."
)


def say_strength(strength: Strength) -> str:
    """Say the mean and from where to where it went, or what is missing."""
    if strength.mean is None or strength.lowest is None or strength.highest is None:
        return _(
            "How strong it was from week to week, 0 to 10. "
            "It needs {least} entries that say how strong it was; {lacks}",
            least=strength.least,
            lacks=lacks(strength.n, strength.missing),
        )
    lowest, highest = short(strength.lowest), short(strength.highest)
    counted = _(
        "{days}, {entries} with a strength",
        days=count(len(strength.points), "day"),
        entries=count(strength.n, "entry"),
    )
    if lowest == highest:
        return _("By day it was {lowest} of 10 each time: {counted}.", lowest=lowest, counted=counted)
    return _(
        "By day it went from {lowest} to {highest} of 10, with a mean of {mean:.1f}: {counted}.",
        lowest=lowest,
        highest=highest,
        mean=strength.mean,
        counted=counted,
    )


def say_average() -> str:
    """Say how the moving average is made."""
    return _("Moving average (the mean of the {days} days up to then)", days=AVERAGE_DAYS)


def say_calming(calming: Calming, title: str = "") -> str:
    """Say how the strength changed over an exercise, or over a pause, or what is missing."""
    name = title or calming.what or A_PAUSE
    if calming.mean is None or calming.lowest is None or calming.highest is None:
        return _(
            "{name}: it needs {count} with a strength before and after; {lacks}",
            name=name,
            count=count(calming.least, "use"),
            lacks=lacks(calming.n, calming.missing),
        )
    lowest, highest = _change(calming.lowest), _change(calming.highest)
    said = _(
        "{change} on average, from {lowest} to {highest}", change=_change(calming.mean), lowest=lowest, highest=highest
    )
    if lowest == highest:
        said = _("{lowest} each time", lowest=lowest)
    return _("{name}: after it the strength was {said}: {count}.", name=name, said=said, count=count(calming.n, "use"))


def say_no_calming() -> str:
    """Say how the figure of what calms begins."""
    return _(
        "How the strength changed over an exercise or a pause. "
        "It needs {count} of one with a strength before and after; {lacks}",
        count=count(Calming.least, "use"),
        lacks=lacks(0, Calming.least),
    )


def say_went_with(went_with: WentWith) -> str:
    """Say how strong the days with a word were beside those without it, or what is missing."""
    word = f"“{went_with.word.label}”"
    with_it, without = went_with.median_with, went_with.median_without
    difference, spread = went_with.difference, went_with.spread
    if with_it is None or without is None or difference is None or spread is None:
        return f"{word}: {_needed()}; {_missing_days(went_with)}"
    medians = _(
        "{word} went with a strength of {with_it} ({days_with}), days without it with {without} ({days_without}).",
        word=word,
        with_it=short(with_it),
        days_with=count(len(went_with.with_it), "day"),
        without=short(without),
        days_without=count(len(went_with.without_it), "day"),
    )
    return f"{medians} {_say_difference(difference, spread)}"


def _say_difference(difference: float, spread: Spread) -> str:
    middle, low, high = _signed(difference), _signed(spread.low), _signed(spread.high)
    if spread.low <= 0 <= spread.high:
        return _(
            "The difference is {difference}, and may lie between {low} and {high}; it may be nothing.",
            difference=middle,
            low=low,
            high=high,
        )
    return _(
        "The difference is {difference}, and may lie between {low} and {high}.", difference=middle, low=low, high=high
    )


def say_went_with_rest(went_with: Sequence[WentWith]) -> str:
    """Say how many words have too few days so far, or how it begins; nothing if all have enough."""
    if not went_with:
        return _(
            "Which words went with stronger days, and which with weaker ones. For each of them {needed}.",
            needed=_needed(),
        )
    short_of = sum(bool(each.missing) for each in went_with)
    if not short_of:
        return ""
    return ngettext(
        "{n:,} word has too few days so far: {needed}.",
        "{n:,} words have too few days so far: {needed}.",
        short_of,
        needed=_needed(),
    )


def _needed() -> str:
    return _(
        "it needs {count} with it and {days_with} without it, all with a strength",
        count=count(DAYS_WITH, "day"),
        days_with=DAYS_WITH,
    )


def _missing_days(went_with: WentWith) -> str:
    sides = (
        went_with.missing_with and _("{n} with it", n=went_with.missing_with),
        went_with.missing_without and _("{n} without it", n=went_with.missing_without),
    )
    said = listed([each for each in sides if each])
    return ngettext("{said} is missing.", "{said} are missing.", went_with.missing, said=said)


def _change(lowered: float) -> str:
    """Say by how much a strength was lower or higher after."""
    said = short(abs(lowered))
    if said == "0":
        return _("no different")
    return _("{by} lower", by=said) if lowered > 0 else _("{by} higher", by=said)


def _signed(number: float) -> str:
    said = short(abs(number))
    return said if said == "0" else f"{'+' if number > 0 else '−'}{said}"
