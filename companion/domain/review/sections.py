"""The parts of a review made to be read, the same for every screen, verb and sheet."""

from collections.abc import Callable, Iterable, Mapping

from companion.domain.review.counts import Counts
from companion.domain.review.followed import FollowedCount
from companion.domain.review.look_back import Review
from companion.domain.review.pairs import Term
from companion.domain.review.patterns import PATTERN_ENTRIES, Pattern
from companion.domain.review.section import MOST, Counted, Part, Section, Told
from companion.domain.review.sentences import (
    WENT_WITH_RULE,
    count,
    name_followed,
    name_pattern,
    say_average,
    say_calming,
    say_count,
    say_counts,
    say_days,
    say_followed,
    say_followed_count,
    say_hours,
    say_kinds,
    say_landed,
    say_left_out,
    say_looked,
    say_miss,
    say_misses,
    say_moved_first,
    say_no_calming,
    say_no_since,
    say_only_hard,
    say_open,
    say_open_rupture,
    say_outcomes,
    say_pair,
    say_pairs,
    say_pattern,
    say_patterns,
    say_persons,
    say_promises,
    say_range,
    say_repair,
    say_repair_times,
    say_repairs,
    say_since,
    say_spans,
    say_strength,
    say_untold,
    say_went_with,
    say_went_with_rest,
)
from companion.domain.times import say_day

Titles = Mapping[str, str]
"""An exercise's title by its slug."""

_OPEN_SHOWN = 5
"""So many of the open ruptures are named, the newest."""
_FOLLOWED_LEAST = 2
"""Once is told as nothing that followed."""
_CONTEXT = "context"

_CALMS = "The strength before and after, where both were noted."
_WHOEVER = "Pauses and exercises name nobody: these are all of them, whoever it was about."
_OVER_ALL = "Over the whole log, whatever the period."


def section(part: Part, review: Review, titles: Titles) -> Section:
    """Return one part of a review."""
    return _MAKERS[part](review, titles)


def _days(review: Review, titles: Titles) -> Section:
    looked = "" if review.calendar.missing else say_looked(review.looked)  # one sentence says how it begins
    said = [say_days(review.calendar), looked, say_left_out(review.left_out)]
    warning = say_only_hard(review.looked) if review.warns_only_hard else ""
    return _section(Part.DAYS, *said, say_persons(review.persons), warning)


def _kinds(review: Review, titles: Titles) -> Section:
    counted = (
        Counted(each.label, each.n, f"{each.label}: {count(each.n, 'entry')}", _term("kind", each.kind or ""))
        for each in review.kinds.totals
    )
    return _section(Part.KINDS, say_kinds(review.kinds), counted=counted)


def _strength(review: Review, titles: Titles) -> Section:
    is_shown = not review.strength.missing
    spans = say_spans(review.spans) if is_shown else ""
    return _section(Part.STRENGTH, say_strength(review.strength), spans, how=f"{say_average()}." if is_shown else "")


def _hours(review: Review, titles: Titles) -> Section:
    return _section(Part.HOURS, say_hours(review.hours))


def _feelings(review: Review, titles: Titles) -> Section:
    said, counted = say_counts(review.feelings, "feeling"), _words(review.feelings, "feelings")
    return _section(Part.FEELINGS, said, counted=counted)


def _needs(review: Review, titles: Titles) -> Section:
    return _section(Part.NEEDS, say_counts(review.needs, "need"), counted=_words(review.needs, "need"))


def _contexts(review: Review, titles: Titles) -> Section:
    said, counted = say_counts(review.contexts, "context"), _words(review.contexts, _CONTEXT)
    return _section(Part.CONTEXTS, said, say_spans(review.spans), counted=counted)


def _words(counts: Counts, field: str) -> Iterable[Counted]:
    return (Counted(each.label, each.n, say_count(each, counts.of), _term(field, each.id)) for each in counts.counts)


def _misses(review: Review, titles: Titles) -> Section:
    misses = review.misses
    counted = (Counted(each.label, each.n, say_miss(each, misses.of), _term("miss", each.id)) for each in misses.counts)
    return _section(Part.MISSES, *say_landed(review.landed), say_misses(misses), counted=counted)


def _patterns(review: Review, titles: Titles) -> Section:
    """Tell the misses that the rule can say something of; if there are none, the one noted most."""
    enough = [each for each in review.patterns if not each.missing]
    told = enough[:MOST] or review.patterns[:1]
    few = len({each.miss for each in review.patterns} - {each.miss for each in (*enough, *told)})
    more = len(enough) - len(enough[:MOST])
    rest = (
        f"{more:,} more with {PATTERN_ENTRIES} entries or more." if more else "",
        f"{few:,} more {'miss' if few == 1 else 'misses'} with fewer than {PATTERN_ENTRIES} entries: too early to say."
        if few
        else "",
    )
    return _section(
        Part.PATTERNS, say_patterns(review.patterns), told=map(_pattern, told), rest=" ".join(filter(None, rest))
    )


def _pattern(pattern: Pattern) -> Told:
    return Told(tuple(say_pattern(pattern)), pattern.entries, name_pattern(pattern))


def _repairs(review: Review, titles: Titles) -> Section:
    counted = (
        Counted(each.label, each.n, say_repair(each), _term("repairs", each.id)) for each in review.repairs.counts
    )
    followed = review.followed.counts
    often = [each for each in followed if each.n >= _FOLLOWED_LEAST]
    once = len(followed) - len(often)
    rest = say_followed(review.followed)
    if once and not review.followed.missing:
        rest += f" {count(once, 'repair')} came once after a miss; once is not told."
    told = [] if review.followed.missing else [_followed(each) for each in often[:MOST]]
    return _section(Part.REPAIRS, say_repairs(review.repairs), counted=counted, told=told, rest=rest)


def _followed(counted: FollowedCount) -> Told:
    return Told((say_followed_count(counted),), counted.entries, name_followed(counted))


def _mending(review: Review, titles: Titles) -> Section:
    times = review.repair_times
    newest = [Told((say_open_rupture(each),), (each.id,), say_day(each.day)) for each in times.open[:_OPEN_SHOWN]]
    more = len(times.open) - len(newest)
    rest = f"These are the {_OPEN_SHOWN} newest; {more:,} more {'is' if more == 1 else 'are'} open." if more > 0 else ""
    said = [say_repair_times(times), say_moved_first(times), say_open(times)]
    return _section(Part.MENDING, *said, told=newest, rest=rest)


def _together(review: Review, titles: Titles) -> Section:
    counted = (
        Counted(f"{each.one.label} and {each.other.label}", each.n, say_pair(each), (each.one, each.other))
        for each in review.pairs.pairs
    )
    return _section(Part.TOGETHER, say_pairs(review.pairs), counted=counted)


def _went_with(review: Review, titles: Titles) -> Section:
    """Tell the words that have days enough, what went on first; a range is made only for those that are shown."""
    rest = say_went_with_rest(review.went_with)
    if not review.went_with:
        return _section(Part.WENT_WITH, rest)
    enough = [each for each in review.went_with if not each.missing]
    enough.sort(key=lambda each: each.word.field != _CONTEXT)
    told = [Told((say_went_with(each),)) for each in enough[:MOST]]
    more = len(enough) - len(told)
    said = f"{more:,} more {'has' if more == 1 else 'have'} days enough. " if more else ""
    return _section(Part.WENT_WITH, WENT_WITH_RULE, told=told, rest=f"{said}{rest}")


def _calm(review: Review, titles: Titles) -> Section:
    told = [Told((say_calming(each, titles.get(each.what or "", each.what or "")),)) for each in review.calming]
    return _section(Part.CALM, say_no_calming() if not told else _CALMS, _WHOEVER if review.person else "", told=told)


def _promises(review: Review, titles: Titles) -> Section:
    promises = review.promises
    said = [say_promises(promises), say_outcomes(promises) or say_untold(promises)]
    return _section(
        Part.PROMISES, *said, _WHOEVER if review.person else "", how="" if promises.missing else say_range()
    )


def _since(review: Review, titles: Titles) -> Section:
    told = [Told((say_since(each),)) for each in review.since]
    return _section(Part.SINCE, _OVER_ALL if told else say_no_since(), told=told)


def _term(field: str, word: str) -> tuple[Term, ...]:
    return (Term(field, word, word),)


def _section(
    part: Part,
    *said: str,
    counted: Iterable[Counted] = (),
    told: Iterable[Told] = (),
    rest: str = "",
    how: str = "",
) -> Section:
    said = tuple(filter(None, said))
    return Section(part=part, said=said, counted=tuple(counted), told=tuple(told), rest=rest, how=how)


_MAKERS: Mapping[Part, Callable[[Review, Titles], Section]] = {
    Part.DAYS: _days,
    Part.KINDS: _kinds,
    Part.STRENGTH: _strength,
    Part.HOURS: _hours,
    Part.FEELINGS: _feelings,
    Part.NEEDS: _needs,
    Part.CONTEXTS: _contexts,
    Part.MISSES: _misses,
    Part.PATTERNS: _patterns,
    Part.REPAIRS: _repairs,
    Part.MENDING: _mending,
    Part.TOGETHER: _together,
    Part.WENT_WITH: _went_with,
    Part.CALM: _calm,
    Part.PROMISES: _promises,
    Part.SINCE: _since,
}
