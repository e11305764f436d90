"""One-off or pattern, time to repair, and promises, in words."""

from collections.abc import Sequence
from datetime import timedelta

from companion.domain.entry import Who
from companion.domain.person import INITIALS, Names
from companion.domain.review.patterns import PATTERN_ENTRIES, PATTERN_WEEKS, Pattern, Verdict
from companion.domain.review.promises import Promises
from companion.domain.review.repair_times import OpenRupture, RepairTimes
from companion.domain.review.sentences.words import count, lacks, listed, of, percent, verb
from companion.domain.times import say_day, say_length

PATTERN_RULE = (
    f"The rule: it is a pattern worth a talk with at least {PATTERN_ENTRIES} entries of the same miss, at least "
    f"{PATTERN_WEEKS} weeks from the first to the last, and fewer than half of them repaired: a repair helped at least "
    "a bit, or it was half mended or bridged. Anything else is too early to say."
)

TOO_EARLY = "Too early to say"

_BY = {Who.ME: "by you", Who.THEM: "by them", None: "by whom is not noted"}
_TWO = 2
"""From two of a unit on, smaller ones are left out of a length."""


def say_patterns(patterns: Sequence[Pattern]) -> str:
    """Say the rule, and that there is nothing to apply it to if no miss is noted."""
    return PATTERN_RULE if patterns else f"No miss is noted so far. {PATTERN_RULE}"


def say_pattern(pattern: Pattern, names: Names = INITIALS) -> list[str]:
    """Say one miss, what the rule makes of it, and what else was going on.

    Args:
        pattern: The miss.
        names: Says what the person is called.
    """
    days = say_day(pattern.since)
    if pattern.until > pattern.since:
        days = f"from {days} to {say_day(pattern.until)}"
    noted = f"{name_pattern(pattern, names)}: {count(pattern.n, 'entry')}, {days}."
    return list(filter(None, [noted, _say_verdict(pattern), _say_strain(pattern)]))


def name_pattern(pattern: Pattern, names: Names = INITIALS) -> str:
    """Name a miss: `“Made it smaller”, by them, with S.`"""
    person = names.say(pattern.person)
    return ", ".join(filter(None, (f"“{pattern.label}”", _BY.get(pattern.by), person and f"with {person}")))


def _say_verdict(pattern: Pattern) -> str:
    repaired = f"{pattern.repaired:,} of the {pattern.n:,} {verb(pattern.repaired, 'was', 'were')} repaired"
    if pattern.n == 1:
        repaired = f"it was {'' if pattern.repaired else 'not '}repaired"
    match pattern.verdict:
        case Verdict.PATTERN if pattern.is_afraid:
            return f"By the rule it is a pattern: {repaired}. Where there is fear, Safety first comes before any talk."
        case Verdict.PATTERN:
            return f"By the rule it is a pattern worth a talk: {repaired}, and that is fewer than half."
        case Verdict.MENDED:
            return f"{TOO_EARLY}: {repaired}, and the rule asks for fewer than half."
    return f"{TOO_EARLY}: {listed(_lacking(pattern))} missing; {repaired}."


def _lacking(pattern: Pattern) -> list[str]:
    """Return what is missing to the rule, the last with its verb."""
    entries, days = pattern.missing, pattern.days_missing
    parts = [count(entries, "entry")] if entries else []
    if days:
        parts.append(f"{count(days, 'day')} between the first and the last")
    is_one = entries + days == 1 or (len(parts) == 1 and 1 in (entries, days))
    return [*parts[:-1], f"{parts[-1]} {'is' if is_one else 'are'}"]


def _say_strain(pattern: Pattern) -> str:
    if not pattern.strained:
        return ""
    is_one = len(pattern.contexts) == 1  # then its number is said already
    what = listed([each.label if is_one else f"{each.label} ({each.n:,})" for each in pattern.contexts])
    said = f"{pattern.strained:,} of the {pattern.n:,} {verb(pattern.strained, 'was', 'were')} in a time of {what}"
    left = pattern.n - pattern.strained
    if pattern.n == 1:
        return f"It was in a time of {what}."
    if not left:
        return f"{said}; none is left without."
    alone = "still a pattern by the rule" if pattern.without is Verdict.PATTERN else TOO_EARLY.lower()
    return f"{said}. The other {left:,} alone: {alone}."


def say_repair_times(times: RepairTimes) -> str:
    """Say how long it took to mend, or what is missing."""
    if times.median is None or times.shortest is None or times.longest is None:
        return (
            "How long it took from a rupture until it was bridged. It needs "
            f"{count(times.least, 'rupture')} that a later entry calls bridged; {lacks(times.n, times.missing)}"
        )
    return (
        f"From a rupture until it was bridged it took {roughly(times.median)} (the median), "
        f"from {roughly(times.shortest)} to {roughly(times.longest)}: {count(times.n, 'rupture')}."
    )


def say_open(times: RepairTimes) -> str:
    """Say how many ruptures are open, and for how long the oldest of them."""
    if not times.threads:
        return "No rupture is noted."
    if not times.open:
        return f"{of(0, times.threads, 'rupture')} {verb(times.threads, 'is', 'are')} open."
    longest = times.open[-1].open_days
    since = f"for {count(longest, 'day')}" if longest else "since today"
    whose = "the oldest " if len(times.open) > 1 else ""
    is_open = verb(len(times.open), "is", "are")
    return f"{of(len(times.open), times.threads, 'rupture')} {is_open} open, {whose}{since}."


def say_open_rupture(rupture: OpenRupture, n: int = 1) -> str:
    """Say since when a rupture is open, or n of one day: `3 May 2026: 2 ruptures, open for 12 days, half mended`."""
    several = f"{count(n, 'rupture')}, " if n > 1 else ""
    since = f"open for {count(rupture.open_days, 'day')}" if rupture.open_days else "open since today"
    return f"{say_day(rupture.day)}: {several}{since}{', half mended' if rupture.half else ''}"


def say_moved_first(times: RepairTimes) -> str:
    """Say who moved first, where that is noted."""
    first = times.moved_first
    if not first.n:
        return "Who moved first is not noted so far."
    who = {"you": first.me, "they": first.them, "both of you": first.both}
    said = listed([f"{name} in {n:,}" for name, n in who.items() if n])
    return f"Who moved first is noted in {of(first.n, times.threads, 'thread')}: {said}."


def say_promises(promises: Promises) -> str:
    """Say how many pauses ended in time and how sure that is, or what is missing."""
    if (share := promises.share) is None:
        return (
            "How often you came back in time, or moved the time in time. "
            f"It needs {count(promises.least, 'pause')} that ended; {lacks(promises.n, promises.missing)}"
        )
    return (
        f"You came back in time, or moved the time in time, in {of(promises.kept, promises.n, 'pause')}. "
        f"The real share may lie between {percent(share.low)} and {percent(share.high)} %."
    )


def say_outcomes(promises: Promises) -> str:
    """Say how the pauses ended and how many began without a word; nothing under the minimum."""
    if promises.missing:
        return ""
    ends = {
        "in time": promises.kept - promises.moved,
        "moved in time": promises.moved,
        "late": promises.late,
        "without a return": promises.not_returned,
    }
    said = listed([f"{n:,} {how}" for how, n in ends.items() if n])
    return f"Of the {count(promises.n, 'pause')}: {said}. {say_untold(promises)}".rstrip()


def say_untold(promises: Promises) -> str:
    """Say how many pauses began without a word; nothing if none did."""
    if not promises.untold:
        return ""
    return f"{of(promises.untold, promises.n, 'pause')} began without a word, as far as is noted."


def say_range() -> str:
    """Say what the promises' range is and what they leave out."""
    return (
        "The range is Wilson's (1927), 95 %. A pause still open a day after its time is one without a return. "
        "Left out: pauses that were called off or still run, and pauses that they took."
    )


def roughly(length: timedelta) -> str:
    """Say a length in whole days from two days on, in whole hours from two hours on, else in minutes."""
    for unit in (timedelta(days=1), timedelta(hours=1)):
        if length >= _TWO * unit:
            return say_length(round(length / unit) * unit)
    return say_length(length)
