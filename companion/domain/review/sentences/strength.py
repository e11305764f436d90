"""Strength in words: over time, over an exercise, and on days with a word beside days without it."""

from collections.abc import Sequence

from companion.catalogue import _
from companion.domain.review.bootstrap import Spread
from companion.domain.review.calming import Calming
from companion.domain.review.sentences.words import count, lacks, plural, short, verb
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
        "{count}, {count_2} with a strength",
        count=count(len(strength.points), "day"),
        count_2=count(strength.n, "entry"),
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
    return _("Moving average (the mean of the {average_days} days up to then)", average_days=AVERAGE_DAYS)


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
    return _(
        "{word} went with a strength of {with_it} ({count}), "
        "days without it with {without} ({count_2}). "
        "The difference is {signed}, and may lie between {signed_2} and {signed_3}"
        "{perhaps_none}.",
        word=word,
        with_it=short(with_it),
        count=count(len(went_with.with_it), "day"),
        without=short(without),
        count_2=count(len(went_with.without_it), "day"),
        signed=_signed(difference),
        signed_2=_signed(spread.low),
        signed_3=_signed(spread.high),
        perhaps_none=_perhaps_none(spread),
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
    words = f"{short_of:,} {verb(short_of, 'word', plural('word'))} {verb(short_of, 'has', 'have')}"
    return _("{words} too few days so far: {needed}.", words=words, needed=_needed())


def _needed() -> str:
    return _(
        "it needs {count} with it and {days_with} without it, all with a strength",
        count=count(DAYS_WITH, "day"),
        days_with=DAYS_WITH,
    )


def _missing_days(went_with: WentWith) -> str:
    sides = {"with it": went_with.missing_with, "without it": went_with.missing_without}
    said = " and ".join(f"{n} {side}" for side, n in sides.items() if n)
    return _("{said} {verb} missing.", said=said, verb=verb(went_with.missing, "is", "are"))


def _change(lowered: float) -> str:
    """Say by how much a strength was lower or higher after."""
    said = short(abs(lowered))
    return _("no different") if said == "0" else f"{said} {'lower' if lowered > 0 else 'higher'}"


def _signed(number: float) -> str:
    said = short(abs(number))
    return said if said == "0" else f"{'+' if number > 0 else '−'}{said}"


def _perhaps_none(spread: Spread) -> str:
    return _("; it may be nothing") if spread.low <= 0 <= spread.high else ""
