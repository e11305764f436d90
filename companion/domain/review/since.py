"""Time since the last entry of each kind; a fact to look up, not a streak to keep."""

from collections.abc import Iterable
from datetime import date, datetime

from companion.domain.entry import Entry
from companion.domain.review.figure import Figure
from companion.domain.times import local
from companion.domain.vocabulary import Mood, Vocabulary


class Since(Figure, frozen=True, kw_only=True):
    """When a kind was noted last; n counts its entries up to then."""

    kind: str
    label: str
    mood: Mood
    last: date
    days: int
    """Local days since then; 0 on the same day."""


def since(entries: Iterable[Entry], vocabulary: Vocabulary, now: datetime) -> tuple[Since, ...]:
    """Return the last time of each kind that was ever noted, in the vocabulary's order; nothing that is to come."""
    last: dict[str, datetime] = {}
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.kind is not None and entry.at <= now:
            counts[entry.kind] = counts.get(entry.kind, 0) + 1
            last[entry.kind] = max(entry.at, last.get(entry.kind, entry.at))
    today = local(now).date()
    order = {kind.id: place for place, kind in enumerate(vocabulary.kinds)}
    return tuple(
        Since(
            n=counts[kind],
            kind=kind,
            label=vocabulary.kind_label(kind),
            mood=vocabulary.mood(kind),
            last=(day := local(moment).date()),
            days=(today - day).days,
        )
        for kind, moment in sorted(last.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0]))
    )
