"""The parts of a review made to be read, the same for every screen, verb and sheet."""

from collections.abc import Callable, Iterable, Mapping

from companion.catalogue import _, ngettext
from companion.domain.person import INITIALS, Names
from companion.domain.review.counts import Counts
from companion.domain.review.look_back import Review
from companion.domain.review.section import MOST, Counted, Part, Section, Told, made, term_of
from companion.domain.review.sections_mended import mending_section, patterns_section, repairs_section
from companion.domain.review.sentences import (
    WENT_WITH_RULE,
    count,
    name_read,
    say_after_reading,
    say_average,
    say_calming,
    say_count,
    say_counts,
    say_days,
    say_elsewhere,
    say_hours,
    say_kinds,
    say_landed,
    say_left_out,
    say_looked,
    say_miss,
    say_misses,
    say_no_calming,
    say_no_since,
    say_only_hard,
    say_outcomes,
    say_pair,
    say_pairs,
    say_persons,
    say_promises,
    say_range,
    say_read,
    say_read_rule,
    say_since,
    say_spans,
    say_strength,
    say_untold,
    say_went_with,
    say_went_with_rest,
)

Titles = Mapping[str, str]
"""What an exercise is called by its slug, and a text by the id of its reading."""

_CONTEXT = "context"
_NOT_OF_THE_ENTRIES = (Part.CALM, Part.READ, Part.PROMISES, Part.SINCE)
"""Parts that say something of a period without entries, too."""

_CALMS = _("The strength before and after, where both were noted.")
_WHOEVER = _("Pauses and exercises name nobody: these are all of them, whoever it was about.")
_OVER_ALL = _("Over the whole log, whatever the period.")


def section(part: Part, review: Review, titles: Titles, names: Names = INITIALS) -> Section:
    """Return one part of a review.

    Args:
        part: Which.
        review: What it shows.
        titles: What exercises are called.
        names: Says what persons are called.
    """
    if review.calendar.missing and review.seen.all and part not in _NOT_OF_THE_ENTRIES:
        left_out = say_left_out(review.left_out) if part is Part.DAYS else ""
        return made(part, say_elsewhere(review.nearest, review.left_out), left_out)
    match part:
        case Part.PATTERNS:
            return patterns_section(review, names)
        case Part.CALM:
            return _calm(review, titles)
        case Part.READ:
            return _read(review, titles)
    return _MAKERS[part](review)


def _days(review: Review) -> Section:
    looked = "" if review.calendar.missing else say_looked(review.looked)  # one sentence says how it begins
    said = [say_days(review.calendar), looked, say_left_out(review.left_out)]
    warning = say_only_hard(review.looked) if review.warns_only_hard else ""
    together = "" if review.person else say_persons(review.persons)
    return made(Part.DAYS, *said, together, warning)


def _kinds(review: Review) -> Section:
    counted = (
        Counted(each.label, each.n, f"{each.label}: {count(each.n, 'entry')}", term_of("kind", each.kind or ""))
        for each in review.kinds.totals
    )
    return made(Part.KINDS, say_kinds(review.kinds), counted=counted)


def _strength(review: Review) -> Section:
    is_shown = not review.strength.missing
    spans = say_spans(review.spans) if is_shown else ""
    return made(Part.STRENGTH, say_strength(review.strength), spans, how=f"{say_average()}." if is_shown else "")


def _hours(review: Review) -> Section:
    return made(Part.HOURS, say_hours(review.hours))


def _feelings(review: Review) -> Section:
    said, counted = say_counts(review.feelings, "feeling"), _words(review.feelings, "feelings")
    return made(Part.FEELINGS, said, counted=counted)


def _needs(review: Review) -> Section:
    return made(Part.NEEDS, say_counts(review.needs, "need"), counted=_words(review.needs, "need"))


def _contexts(review: Review) -> Section:
    said, counted = say_counts(review.contexts, "context"), _words(review.contexts, _CONTEXT)
    return made(Part.CONTEXTS, said, say_spans(review.spans), counted=counted)


def _words(counts: Counts, field: str) -> Iterable[Counted]:
    return (Counted(each.label, each.n, say_count(each, counts.of), term_of(field, each.id)) for each in counts.counts)


def _misses(review: Review) -> Section:
    misses = review.misses
    counted = (
        Counted(each.label, each.n, say_miss(each, misses.of), term_of("miss", each.id)) for each in misses.counts
    )
    return made(Part.MISSES, *say_landed(review.landed), say_misses(misses), counted=counted)


def _together(review: Review) -> Section:
    counted = (
        Counted(
            _("{one} and {other}", one=each.one.label, other=each.other.label),
            each.n,
            say_pair(each),
            (each.one, each.other),
        )
        for each in review.pairs.pairs
    )
    return made(Part.TOGETHER, say_pairs(review.pairs), counted=counted)


def _went_with(review: Review) -> Section:
    """Tell the words that have days enough, what went on first; a range is made only for those that are shown."""
    rest = say_went_with_rest(review.went_with)
    if not review.went_with:
        return made(Part.WENT_WITH, rest)
    enough = [each for each in review.went_with if not each.missing]
    enough.sort(key=lambda each: each.word.field != _CONTEXT)
    told = [Told((say_went_with(each),)) for each in enough[:MOST]]
    more = len(enough) - len(told)
    said = ngettext("{n:,} more has days enough.", "{n:,} more have days enough.", more) if more else ""
    return made(Part.WENT_WITH, WENT_WITH_RULE, told=told, rest=f"{said} {rest}".strip())


def _calm(review: Review, titles: Titles) -> Section:
    told = [Told((say_calming(each, titles.get(each.what or "", each.what or "")),)) for each in review.calming]
    return made(Part.CALM, say_no_calming() if not told else _CALMS, _WHOEVER if review.person else "", told=told)


def _read(review: Review, titles: Titles) -> Section:
    """Tell each text that was finished, newest first, with what was noted after it."""
    times = review.after_reading
    told = []
    for each in times[:MOST]:
        title = titles.get(each.piece, each.piece)
        entries = tuple(entry.id for entry in each.entries)
        told.append(Told(say_after_reading(each, title, review.vocabulary), entries, name_read(each, title)))
    more = len(times) - len(told)
    rest = _("And {more:,} more, earlier.", more=more) if more else ""
    return made(Part.READ, say_read(times), told=told, rest=rest, how=say_read_rule() if times else "")


def _promises(review: Review) -> Section:
    promises = review.promises
    said = [say_promises(promises), say_outcomes(promises) or say_untold(promises)]
    return made(Part.PROMISES, *said, _WHOEVER if review.person else "", how="" if promises.missing else say_range())


def _since(review: Review) -> Section:
    told = [Told((say_since(each),)) for each in review.since]
    return made(Part.SINCE, _OVER_ALL if told else say_no_since(), told=told)


_MAKERS: Mapping[Part, Callable[[Review], Section]] = {
    Part.DAYS: _days,
    Part.KINDS: _kinds,
    Part.STRENGTH: _strength,
    Part.HOURS: _hours,
    Part.FEELINGS: _feelings,
    Part.NEEDS: _needs,
    Part.CONTEXTS: _contexts,
    Part.MISSES: _misses,
    Part.REPAIRS: repairs_section,
    Part.MENDING: mending_section,
    Part.TOGETHER: _together,
    Part.WENT_WITH: _went_with,
    Part.PROMISES: _promises,
    Part.SINCE: _since,
}
