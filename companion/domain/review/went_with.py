"""What went with what: the strength of days with a word beside that of days without it."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import ClassVar

from companion.domain.context_note import ContextNote, on
from companion.domain.entry import Entry
from companion.domain.review.bootstrap import Spread, median_difference
from companion.domain.review.days import DayEntries
from companion.domain.review.figure import Figure
from companion.domain.review.pairs import Term, term
from companion.domain.review.strength import StrengthPoint
from companion.domain.vocabulary import Vocabulary, words_of

DAYS_WITH = 3
"""From so many days with the word, and as many without it."""


class WentWith(Figure, frozen=True, kw_only=True):
    """The strength of days with a word beside the others; n counts days with a strength."""

    least: ClassVar[int] = 2 * DAYS_WITH

    word: Term
    with_it: tuple[float, ...]
    """The mean strengths of the days with it, sorted."""
    without_it: tuple[float, ...]
    """Those of the other days, sorted."""

    @property
    def missing_with(self) -> int:
        """How many days with it are missing."""
        return max(0, DAYS_WITH - len(self.with_it))

    @property
    def missing_without(self) -> int:
        """How many days without it are missing."""
        return max(0, DAYS_WITH - len(self.without_it))

    @property
    def missing(self) -> int:
        """How many days are missing on both sides together."""
        return self.missing_with + self.missing_without

    @property
    def median_with(self) -> float | None:
        """The median strength of the days with it; None under the minimum."""
        return None if self.missing else median(self.with_it)

    @property
    def median_without(self) -> float | None:
        """The median strength of the days without it; None under the minimum."""
        return None if self.missing else median(self.without_it)

    @property
    def difference(self) -> float | None:
        """By how much the days with it were stronger; None under the minimum."""
        return None if self.missing else median(self.with_it) - median(self.without_it)

    @property
    def spread(self) -> Spread | None:
        """Where the difference may lie (bootstrap, 95 %); None under the minimum."""
        return None if self.missing else median_difference(self.with_it, self.without_it)


def went_with(
    days: DayEntries, points: Iterable[StrengthPoint], notes: Sequence[ContextNote], vocabulary: Vocabulary
) -> tuple[WentWith, ...]:
    """Return for each context, need and kind of the period's days how strong the days with and without it were.

    A context is a tag of an entry of the day, or a context note that holds it. Days without a strength say nothing.
    In the vocabulary's order; none is put first for its difference.
    """
    ordered = sorted(points, key=lambda point: point.mean)
    means = [point.mean for point in ordered]
    places: dict[tuple[str, str], list[int]] = {}
    for place, point in enumerate(ordered):
        for key in {*_chosen(days[point.day]), *(("context", note.what) for note in on(notes, point.day))}:
            places.setdefault(key, []).append(place)
    return tuple(
        WentWith(
            n=len(means),
            word=term(vocabulary, *key),
            with_it=tuple(means[place] for place in places[key]),
            without_it=tuple(_others(means, places[key])),
        )
        for key in _in_order(places, vocabulary)
    )


def _others(values: Sequence[float], places: Iterable[int]) -> list[float]:
    """Return the values at all other places; in slices, as most days are without a word."""
    others: list[float] = []
    begin = 0
    for place in places:
        others += values[begin:place]
        begin = place + 1
    return others + list(values[begin:])


def _chosen(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        yield from (("context", word) for word in entry.context)
        if entry.need is not None:
            yield "need", entry.need
        if entry.kind is not None:
            yield "kind", entry.kind


def _in_order(keys: Iterable[tuple[str, str]], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the words in the order of their lists, those that no list holds last."""
    words = {"context": words_of(vocabulary.contexts), "need": words_of(vocabulary.needs)}
    words["kind"] = words_of(vocabulary.kinds)
    known = [(field, word) for field, listed in words.items() for word in listed]
    places = {key: place for place, key in enumerate(known)}
    return sorted(keys, key=lambda key: (places.get(key, len(places)), key))
