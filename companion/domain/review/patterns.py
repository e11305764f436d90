"""One-off or pattern: the rule, for each miss and by whom it was."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import product
from typing import ClassVar

from companion.domain.context_note import ContextNote, on
from companion.domain.entry import Entry, Who, is_afraid
from companion.domain.person import as_known, persons
from companion.domain.review.counts import WordCount, miss_of, ranked
from companion.domain.review.days import DayEntries
from companion.domain.review.figure import Figure
from companion.domain.review.repaired import Answered, is_repaired
from companion.domain.review.reviewed import PersonCount
from companion.domain.vocabulary import Vocabulary

PATTERN_ENTRIES = 4
"""So many entries of the same miss make a pattern thinkable (evidence 8.7)."""

PATTERN_WEEKS = 3
"""Over so many weeks, from the first to the last of them (evidence 8.7)."""

_DAYS = 7 * PATTERN_WEEKS

_Moment = tuple[date, Entry]
"""An entry with its local day."""


class Verdict(StrEnum):
    """What the rule says; never more than whether a talk is worth it."""

    TOO_EARLY = "too-early"
    """Too few entries, or over too short a time."""
    MENDED = "mended"
    """Enough of them, and half or more were repaired; too early to say, too."""
    PATTERN = "pattern"
    """A pattern worth a talk."""


class Pattern(Figure, frozen=True, kw_only=True):
    """One miss by one side; n counts entries."""

    least: ClassVar[int] = PATTERN_ENTRIES

    miss: str
    label: str
    by: Who | None
    """Whose reply it was: me or them; None where it is not noted. One by both counts for each."""
    person: str
    """With whom; empty where nobody is named."""
    entries: tuple[str, ...]
    """Their ids, oldest first."""
    since: date
    until: date
    repaired: int
    """How many have a repair that helped at least a bit, in the entry or in what answers it."""
    contexts: tuple[WordCount, ...]
    """What else was going on, by the entries' tags and the context notes of their days, most often first."""
    strained: int
    """How many of the entries have any of that."""
    verdict: Verdict
    without: Verdict
    """What the rule says of the entries without any of that."""
    is_afraid: bool
    """Whether one of them asks for safety first: then a talk is not advised."""

    @property
    def days_missing(self) -> int:
        """How many days are missing to three weeks; 0 when there are enough."""
        return max(0, _DAYS - (self.until - self.since).days)


def patterns(
    days: DayEntries,
    answers: Answered,
    notes: Sequence[ContextNote],
    vocabulary: Vocabulary,
    named: Iterable[PersonCount],
) -> tuple[Pattern, ...]:
    """Apply the rule of evidence 8.7 to each miss, by me, by them or not noted, and with each person.

    It is a pattern worth a talk only if all of this holds: at least 4 entries of the same miss, at least 3 weeks
    from the first to the last, and fewer than half with a repair that helped at least a bit. Most entries first.

    Args:
        days: The entries of the period.
        answers: What answers them, whenever.
        notes: What else went on.
        vocabulary: The lists that they choose from.
        named: Everybody whom the log names; the only one there is stands for an entry that names nobody.
    """
    known = [each.person for each in named]
    people: dict[str, Sequence[str]] = {}
    found: dict[tuple[str, Who | None, str], list[_Moment]] = {}
    for day, entries in days.items():
        for entry in entries:
            if (miss := miss_of(entry)) is not None:
                if entry.person not in people:
                    people[entry.person] = _persons(entry.person, known)
                for by, person in product(_sides(entry.miss_by), people[entry.person]):
                    found.setdefault((miss, by, person), []).append((day, entry))
    going_on = {day: [note.what for note in on(notes, day)] for days_of in found.values() for day, _ in days_of}
    made = [
        _pattern(key, sorted(moments, key=lambda each: (each[1].at, each[1].id)), answers, going_on, vocabulary)
        for key, moments in found.items()
    ]
    order = {miss.id: place for place, miss in enumerate(vocabulary.misses)}
    return tuple(
        sorted(made, key=lambda each: (-each.n, order.get(each.miss, len(order)), each.by or "~", each.person))
    )


def judge(days: Sequence[date], repaired: int) -> Verdict:
    """Return what the rule says of entries on these days, so many of them repaired."""
    if len(days) < PATTERN_ENTRIES or (max(days) - min(days)).days < _DAYS:
        return Verdict.TOO_EARLY
    return Verdict.PATTERN if 2 * repaired < len(days) else Verdict.MENDED


def _sides(by: Who | None) -> tuple[Who | None, ...]:
    return (Who.ME, Who.THEM) if by is Who.BOTH else (by,)


def _persons(said: str, known: Sequence[str]) -> Sequence[str]:
    """Return the persons of a field, as they are known; an empty one names the only person there is, if so."""
    if said:
        return persons(as_known(said, known))
    return known if len(known) == 1 else ("",)


def _pattern(
    key: tuple[str, Who | None, str],
    moments: Sequence[_Moment],
    answers: Answered,
    going_on: dict[date, list[str]],
    vocabulary: Vocabulary,
) -> Pattern:
    miss, by, person = key
    contexts = [{*entry.context, *going_on[day]} for day, entry in moments]
    others = [moment for moment, context in zip(moments, contexts, strict=True) if not context]
    return Pattern(
        n=len(moments),
        miss=miss,
        label=vocabulary.label(vocabulary.misses, miss),
        by=by,
        person=person,
        entries=tuple(entry.id for _, entry in moments),
        since=moments[0][0],
        until=moments[-1][0],
        repaired=_repaired(moments, answers),
        contexts=_counted(contexts, vocabulary),
        strained=len(moments) - len(others),
        verdict=_judged(moments, answers),
        without=_judged(others, answers),
        is_afraid=any(is_afraid(entry.feelings) for _, entry in moments),
    )


def _judged(moments: Sequence[_Moment], answers: Answered) -> Verdict:
    return judge([day for day, _ in moments], _repaired(moments, answers))


def _repaired(moments: Sequence[_Moment], answers: Answered) -> int:
    return sum(is_repaired(entry, answers) for _, entry in moments)


def _counted(contexts: Iterable[set[str]], vocabulary: Vocabulary) -> tuple[WordCount, ...]:
    counts = Counter(word for context in contexts for word in context)
    return tuple(WordCount(word, word, n) for word, n in ranked(counts, vocabulary.contexts))
