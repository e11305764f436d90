"""How often the words of an entry were chosen: feelings with their groups, needs, contexts, misses, repairs."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain

import msgspec

from companion.domain.entry import Entry, Who, is_afraid
from companion.domain.review.days import DayEntries
from companion.domain.review.figure import Figure
from companion.domain.threads import NOT_MISSED
from companion.domain.vocabulary import Vocabulary, Word, WordGroup, words_of


class WordCount(msgspec.Struct, frozen=True):
    """How many entries chose a word."""

    id: str
    """A word that is its own id, the id of a label, or empty for entries that chose none."""
    label: str
    n: int
    group: str = ""
    """The label of its group, if it has one."""


class Counts(Figure, frozen=True, kw_only=True):
    """How often each word of a list was chosen; n counts entries that chose one at least."""

    of: int
    """How many entries were looked at."""
    counts: tuple[WordCount, ...]
    """Most often first, then in the list's order; words that were not chosen left out."""
    groups: tuple[WordCount, ...] = ()
    """How many entries chose a word of each group."""


class MissCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many entries note a miss, by whose reply missed."""

    id: str
    label: str
    n: int
    me: int
    them: int
    both: int
    unknown: int
    """Where it is not noted whose it was."""


class Misses(Figure, frozen=True, kw_only=True):
    """How often each miss was noted; n counts entries with one."""

    of: int
    counts: tuple[MissCount, ...]
    """Most often first."""


class RepairCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many entries tried a repair, by what came of it."""

    id: str
    label: str
    n: int
    results: tuple[WordCount, ...]
    """In the vocabulary's order, those that did not come about left out; the last, without an id, has none noted."""


class Repairs(Figure, frozen=True, kw_only=True):
    """How often each repair was tried; n counts entries with one at least."""

    of: int
    counts: tuple[RepairCount, ...]
    """Most often first."""


def feelings(days: DayEntries, vocabulary: Vocabulary) -> Counts:
    """Count the feelings; the one that asks for safety is never counted (PRODUCT §2)."""
    entries = _all(days)
    chosen = [counted_feelings(entry) for entry in entries if entry.feelings]
    return _grouped(chosen, vocabulary.feelings, len(entries))


def needs(days: DayEntries, vocabulary: Vocabulary) -> Counts:
    """Count the needs."""
    entries = _all(days)
    return _grouped([(entry.need,) for entry in entries if entry.need], vocabulary.needs, len(entries))


def contexts(days: DayEntries, vocabulary: Vocabulary) -> Counts:
    """Count the context tags."""
    entries = _all(days)
    tags = [set(entry.context) for entry in entries if entry.context]
    found = Counter(chain.from_iterable(tags))
    counts = tuple(WordCount(word, word, n) for word, n in ranked(found, vocabulary.contexts))
    return Counts(n=len(tags), of=len(entries), counts=counts)


def misses(days: DayEntries, vocabulary: Vocabulary) -> Misses:
    """Count the misses and whose they were."""
    entries = _all(days)
    found: dict[str, Counter[Who | None]] = {}
    for entry in entries:
        if (miss := miss_of(entry)) is not None:
            found.setdefault(miss, Counter())[entry.miss_by] += 1
    totals = Counter({miss: by.total() for miss, by in found.items()})
    counts = tuple(
        MissCount(
            id=miss,
            label=vocabulary.label(vocabulary.misses, miss),
            n=n,
            me=found[miss][Who.ME],
            them=found[miss][Who.THEM],
            both=found[miss][Who.BOTH],
            unknown=found[miss][None],
        )
        for miss, n in ranked(totals, _ids(vocabulary.misses))
    )
    return Misses(n=totals.total(), of=len(entries), counts=counts)


def repairs(days: DayEntries, vocabulary: Vocabulary) -> Repairs:
    """Count the repairs and what came of them; the result of an entry is that of each of its repairs."""
    entries = _all(days)
    found: dict[str, Counter[str]] = {}
    for entry in entries:
        for repair in set(entry.repairs):
            found.setdefault(repair, Counter())[entry.result or ""] += 1
    totals = Counter({repair: results.total() for repair, results in found.items()})
    label = partial(vocabulary.label, vocabulary.repairs)
    counts = tuple(
        RepairCount(id=repair, label=label(repair), n=n, results=_results(found[repair], vocabulary))
        for repair, n in ranked(totals, _ids(vocabulary.repairs))
    )
    return Repairs(n=sum(1 for entry in entries if entry.repairs), of=len(entries), counts=counts)


def counted_feelings(entry: Entry) -> Collection[str]:
    """Return the feelings of an entry that may be counted, each once."""
    chosen = set(entry.feelings)
    return {feeling for feeling in chosen if not is_afraid((feeling,))} if is_afraid(chosen) else chosen


def miss_of(entry: Entry) -> str | None:
    """Return the miss that an entry notes; None if it notes none, or that it landed."""
    return None if entry.miss == NOT_MISSED or entry.miss_by is Who.NONE else entry.miss


def ranked(counts: Mapping[str, int], order: Iterable[str]) -> list[tuple[str, int]]:
    """Return the counts, most often first; as often ones in the order given, words beyond it last."""
    places = {word: place for place, word in enumerate(order)}
    return sorted(counts.items(), key=lambda pair: (-pair[1], places.get(pair[0], len(places)), pair[0]))


def _all(days: DayEntries) -> list[Entry]:
    return list(chain.from_iterable(days.values()))


def _ids(words: Iterable[Word]) -> list[str]:
    return [word.id for word in words]


def _grouped(chosen: Sequence[Collection[str]], groups: Sequence[WordGroup], looked_at: int) -> Counts:
    of_word = {word: group for group in groups for word in group.words}
    labels = {group.id: group.label for group in groups}
    words = Counter(chain.from_iterable(chosen))
    found = Counter(chain.from_iterable({of_word[word].id for word in each if word in of_word} for each in chosen))
    return Counts(
        n=sum(map(bool, chosen)),
        of=looked_at,
        counts=tuple(
            WordCount(word, word, n, of_word[word].label if word in of_word else "")
            for word, n in ranked(words, words_of(groups))
        ),
        groups=tuple(WordCount(group, labels[group], n) for group, n in ranked(found, labels)),
    )


def _results(found: Mapping[str, int], vocabulary: Vocabulary) -> tuple[WordCount, ...]:
    known = _ids(vocabulary.results)
    others = sorted(result for result in found if result and result not in known)
    return tuple(
        WordCount(result, vocabulary.label(vocabulary.results, result), found[result])
        for result in (*known, *others, "")
        if result in found
    )
