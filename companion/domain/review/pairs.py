"""What stood together: two words of the same entry, counted."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain, combinations, count
from typing import ClassVar

import msgspec

from companion.domain.entry import Entry
from companion.domain.review.counts import counted_feelings, miss_of
from companion.domain.review.days import DayEntries
from companion.domain.review.figure import Figure
from companion.domain.vocabulary import Vocabulary

PAIR_LEAST = 3
"""A pair is told from so many entries up: twice can be chance, and says too much about one evening."""

FIELDS = _KIND, _MISS, _FEELINGS, _NEED, _CONTEXT = ("kind", "miss", "feelings", "need", "context")
"""The fields of Entry whose words are paired; the first of a pair is of the one that stands first here."""

_Numbers = Mapping[str, defaultdict[str, int]]
"""A number for each word of each field, given when it is first met: numbers are counted faster than words."""


class Term(msgspec.Struct, frozen=True):
    """One word that an entry chose."""

    field: str
    """The field of Entry."""
    id: str
    label: str


class Pair(msgspec.Struct, frozen=True):
    """Two words that stood in the same entry."""

    one: Term
    other: Term
    n: int
    """In how many entries."""


class Pairs(Figure, frozen=True, kw_only=True):
    """Which words stood together; n counts entries with two such words."""

    least: ClassVar[int] = PAIR_LEAST

    pairs: tuple[Pair, ...]
    """From PAIR_LEAST entries up, most often first."""


def pairs(days: DayEntries, vocabulary: Vocabulary) -> Pairs:
    """Count the pairs of feelings, miss, need, kind and context in the same entry; how often, and nothing more."""
    number = count().__next__
    numbers: _Numbers = {field: defaultdict(number) for field in FIELDS}
    numbered = (_numbered(entry, numbers) for entries in days.values() for entry in entries)
    chosen = [sorted(each) for each in numbered if len(each) > 1]
    found = Counter(chain.from_iterable(combinations(each, 2) for each in chosen))
    by_number = {n: term(vocabulary, field, word) for field, words in numbers.items() for word, n in words.items()}
    terms = [by_number[n] for n in range(len(by_number))]
    first = [(FIELDS.index(each.field), each.label) for each in terms]
    told = [
        Pair(*((terms[one], terms[other]) if first[one] < first[other] else (terms[other], terms[one])), n)
        for (one, other), n in found.items()
        if n >= PAIR_LEAST
    ]
    return Pairs(n=len(chosen), pairs=tuple(sorted(told, key=_place)))


def _place(pair: Pair) -> tuple[int, str, str]:
    return -pair.n, pair.one.label, pair.other.label


def term(vocabulary: Vocabulary, field: str, word: str) -> Term:
    """Return a word with its label."""
    labelled = {"miss": vocabulary.misses, "kind": vocabulary.kinds, "repairs": vocabulary.repairs}
    return Term(field, word, vocabulary.label(labelled.get(field, ()), word))


def _numbered(entry: Entry, numbers: _Numbers) -> list[int]:
    """Return the numbers of an entry's words, each once."""
    found = [numbers[_FEELINGS][word] for word in counted_feelings(entry)] if entry.feelings else []
    if entry.context:
        found += map(numbers[_CONTEXT].__getitem__, set(entry.context))
    if entry.kind is not None:
        found.append(numbers[_KIND][entry.kind])
    if (miss := miss_of(entry)) is not None:
        found.append(numbers[_MISS][miss])
    if entry.need is not None:
        found.append(numbers[_NEED][entry.need])
    return found
