"""Which kinds were noted: in all, and in each ISO week."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from companion.domain.review.days import DayEntries
from companion.domain.review.figure import Figure
from companion.domain.review.period import Period, monday_of
from companion.domain.vocabulary import Mood, Vocabulary

WEEKS_SHOWN = 12
"""How many of the last weeks are shown side by side."""


class KindCount(msgspec.Struct, frozen=True):
    """How often one kind was noted."""

    kind: str | None
    """Its id; None for entries without a kind."""
    label: str
    mood: Mood
    n: int


class Kinds(Figure, frozen=True, kw_only=True):
    """How often each kind was noted; n counts entries, those without a kind too."""

    totals: tuple[KindCount, ...]
    """Most often first, kinds that were not noted left out."""
    weeks: dict[date, Counter[str | None]]
    """Counts by the ISO week's Monday, oldest first; weeks with nothing noted left out."""

    def by_week(self, kind: str | None, mondays: Iterable[date]) -> list[int]:
        """Return how often a kind was noted in each of some weeks."""
        return [self.weeks[monday][kind] if monday in self.weeks else 0 for monday in mondays]


def kinds(days: DayEntries, vocabulary: Vocabulary) -> Kinds:
    """Count the kinds of the period's entries."""
    noted: dict[date, list[str | None]] = {}
    for day, entries in days.items():
        noted.setdefault(monday_of(day), []).extend(entry.kind for entry in entries)
    weeks = {monday: Counter(kinds_of) for monday, kinds_of in noted.items()}
    totals: Counter[str | None] = Counter()
    for week in weeks.values():
        totals.update(week)
    order = {kind.id: place for place, kind in enumerate(vocabulary.kinds)}
    ranked = sorted(totals.items(), key=lambda pair: (-pair[1], order.get(pair[0] or "", len(order))))
    counted = tuple(KindCount(kind, vocabulary.kind_label(kind), vocabulary.mood(kind), n) for kind, n in ranked)
    return Kinds(n=totals.total(), totals=counted, weeks=weeks)


def last_mondays(period: Period) -> list[date]:
    """Return the first days of the period's last weeks, oldest first."""
    return period.mondays[-WEEKS_SHOWN:]
