"""One-off or pattern, time to repair, and promises, in words."""

from collections.abc import Sequence
from datetime import timedelta

from companion.catalogue import _, ngettext
from companion.domain.entry import Who
from companion.domain.person import INITIALS, Names
from companion.domain.review.patterns import PATTERN_ENTRIES, PATTERN_WEEKS, Pattern, Verdict
from companion.domain.review.promises import Promises
from companion.domain.review.repair_times import OpenRupture, RepairTimes
from companion.domain.review.sentences.words import count, lacks, listed, of, percent
from companion.domain.times import say_day, say_length

PATTERN_RULE = _(
    "The rule: it is a pattern worth a talk with at least {entries} entries of the same miss, at least "
    "{weeks} weeks from the first to the last, and fewer than half of them repaired: a repair helped at least "
    "a bit, or it was half mended or bridged. Anything else is too early to say.",
    entries=PATTERN_ENTRIES,
    weeks=PATTERN_WEEKS,
)

TOO_EARLY = _("Too early to say")

_BY = {Who.ME: _("by you"), Who.THEM: _("by them"), None: _("by whom is not noted")}
_TWO = 2
"""From two of a unit on, smaller ones are left out of a length."""


def say_patterns(patterns: Sequence[Pattern]) -> str:
    """Say the rule, and that there is nothing to apply it to if no miss is noted."""
    return PATTERN_RULE if patterns else _("No miss is noted so far. {pattern_rule}", pattern_rule=PATTERN_RULE)


def say_pattern(pattern: Pattern, names: Names = INITIALS) -> list[str]:
    """Say one miss, what the rule makes of it, and what else was going on.

    Args:
        pattern: The miss.
        names: Says what the person is called.
    """
    days = say_day(pattern.since)
    if pattern.until > pattern.since:
        days = _("from {days} to {day}", days=days, day=say_day(pattern.until))
    noted = f"{name_pattern(pattern, names)}: {count(pattern.n, 'entry')}, {days}."
    return list(filter(None, [noted, _say_verdict(pattern), _say_strain(pattern)]))


def name_pattern(pattern: Pattern, names: Names = INITIALS) -> str:
    """Name a miss: `“Made it smaller”, by them, with S.`"""
    person = names.say(pattern.person)
    return ", ".join(
        filter(None, (f"“{pattern.label}”", _BY.get(pattern.by), person and _("with {person}", person=person)))
    )


def _say_verdict(pattern: Pattern) -> str:
    repaired = ngettext(
        "{n:,} of the {whole:,} was repaired", "{n:,} of the {whole:,} were repaired", pattern.repaired, whole=pattern.n
    )
    if pattern.n == 1:
        repaired = _("it was repaired") if pattern.repaired else _("it was not repaired")
    match pattern.verdict:
        case Verdict.PATTERN if pattern.is_afraid:
            return _(
                "By the rule it is a pattern: {repaired}. Where there is fear, Safety first comes before any talk.",
                repaired=repaired,
            )
        case Verdict.PATTERN:
            return _(
                "By the rule it is a pattern worth a talk: {repaired}, and that is fewer than half.", repaired=repaired
            )
        case Verdict.MENDED:
            return _(
                "{too_early}: {repaired}, and the rule asks for fewer than half.",
                too_early=TOO_EARLY,
                repaired=repaired,
            )
    return _(
        "{too_early}: {missing}; {repaired}.", too_early=TOO_EARLY, missing=_say_missing(pattern), repaired=repaired
    )


def _say_missing(pattern: Pattern) -> str:
    """Say what is missing to the rule."""
    entries, days = pattern.missing, pattern.days_missing
    parts = [count(entries, "entry")] if entries else []
    if days:
        parts.append(_("{count} between the first and the last", count=count(days, "day")))
    things = max(entries, days) if len(parts) == 1 else len(parts)
    return ngettext("{what} is missing", "{what} are missing", things, what=listed(parts))


def _say_strain(pattern: Pattern) -> str:
    if not pattern.strained:
        return ""
    is_one = len(pattern.contexts) == 1  # then its number is said already
    what = listed([each.label if is_one else f"{each.label} ({each.n:,})" for each in pattern.contexts])
    said = ngettext(
        "{n:,} of the {whole:,} was in a time of {what}",
        "{n:,} of the {whole:,} were in a time of {what}",
        pattern.strained,
        whole=pattern.n,
        what=what,
    )
    left = pattern.n - pattern.strained
    if pattern.n == 1:
        return _("It was in a time of {what}.", what=what)
    if not left:
        return _("{said}; none is left without.", said=said)
    alone = _("still a pattern by the rule") if pattern.without is Verdict.PATTERN else TOO_EARLY.lower()
    return _("{said}. The other {left:,} alone: {alone}.", said=said, left=left, alone=alone)


def say_repair_times(times: RepairTimes) -> str:
    """Say how long it took to mend, or what is missing."""
    if times.median is None or times.shortest is None or times.longest is None:
        return _(
            "How long it took from a rupture until it was bridged. It needs "
            "{count} that a later entry calls bridged; {lacks}",
            count=count(times.least, "rupture"),
            lacks=lacks(times.n, times.missing),
        )
    return _(
        "From a rupture until it was bridged it took {median} (the median), from {shortest} to {longest}: {count}.",
        median=roughly(times.median),
        shortest=roughly(times.shortest),
        longest=roughly(times.longest),
        count=count(times.n, "rupture"),
    )


def say_open(times: RepairTimes) -> str:
    """Say how many ruptures are open, and for how long the oldest of them."""
    if not times.threads:
        return _("No rupture is noted.")
    if not times.open:
        return ngettext("{of} is open.", "{of} are open.", times.threads, of=of(0, times.threads, "rupture"))
    longest, n = times.open[-1].open_days, len(times.open)
    since = _("for {count}", count=count(longest, "day")) if longest else _("since today")
    return ngettext(
        "{of} is open, {since}.",
        "{of} are open, the oldest {since}.",
        n,
        of=of(n, times.threads, "rupture"),
        since=since,
    )


def say_open_rupture(rupture: OpenRupture, n: int = 1) -> str:
    """Say since when a rupture is open, or n of one day: `3 May 2026: 2 ruptures, open for 12 days, half mended`."""
    since = _("open for {count}", count=count(rupture.open_days, "day")) if rupture.open_days else _("open since today")
    parts = (count(n, "rupture") if n > 1 else "", since, _("half mended") if rupture.half else "")
    return f"{say_day(rupture.day)}: {', '.join(filter(None, parts))}"


def say_moved_first(times: RepairTimes) -> str:
    """Say who moved first, where that is noted."""
    first = times.moved_first
    if not first.n:
        return _("Who moved first is not noted so far.")
    who = (
        first.me and _("you in {n:,}", n=first.me),
        first.them and _("they in {n:,}", n=first.them),
        first.both and _("both of you in {n:,}", n=first.both),
    )
    said = listed([each for each in who if each])
    return _("Who moved first is noted in {of}: {said}.", of=of(first.n, times.threads, "thread"), said=said)


def say_promises(promises: Promises) -> str:
    """Say how many pauses ended in time and how sure that is, or what is missing."""
    if (share := promises.share) is None:
        return _(
            "How often you came back in time, or moved the time in time. It needs {count} that ended; {lacks}",
            count=count(promises.least, "pause"),
            lacks=lacks(promises.n, promises.missing),
        )
    return _(
        "You came back in time, or moved the time in time, in {of}. The real share may lie between {low} and {high} %.",
        of=of(promises.kept, promises.n, "pause"),
        low=percent(share.low),
        high=percent(share.high),
    )


def say_outcomes(promises: Promises) -> str:
    """Say how the pauses ended and how many began without a word; nothing under the minimum."""
    if promises.missing:
        return ""
    kept = promises.kept - promises.moved
    ends = (
        kept and _("{n:,} in time", n=kept),
        promises.moved and _("{n:,} moved in time", n=promises.moved),
        promises.late and _("{n:,} late", n=promises.late),
        promises.not_returned and _("{n:,} without a return", n=promises.not_returned),
    )
    said = listed([each for each in ends if each])
    return _(
        "Of the {count}: {said}. {untold}", count=count(promises.n, "pause"), said=said, untold=say_untold(promises)
    ).rstrip()


def say_untold(promises: Promises) -> str:
    """Say how many pauses began without a word; nothing if none did."""
    if not promises.untold:
        return ""
    return _("{of} began without a word, as far as is noted.", of=of(promises.untold, promises.n, "pause"))


def say_range() -> str:
    """Say what the promises' range is and what they leave out."""
    return _(
        "The range is Wilson's (1927), 95 %. A pause still open a day after its time is one without a return. "
        "Left out: pauses that were called off or still run, and pauses that they took."
    )


def roughly(length: timedelta) -> str:
    """Say a length in whole days from two days on, in whole hours from two hours on, else in minutes."""
    for unit in (timedelta(days=1), timedelta(hours=1)):
        if length >= _TWO * unit:
            return say_length(round(length / unit) * unit)
    return say_length(length)
