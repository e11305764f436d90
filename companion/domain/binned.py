"""The bin: deleted entries, which can be brought back for a while."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil

from companion.domain.entry import Entry
from companion.domain.record import Record
from companion.domain.times import check_moment

LASTS = timedelta(days=30)
"""How long a deleted entry can be brought back."""


class Binned(Record, frozen=True, kw_only=True):
    """A deleted entry; its id is the entry's."""

    entry: Entry
    binned_at: datetime
    """When it was deleted (UTC)."""

    def __post_init__(self) -> None:
        check_moment(self.binned_at)


def bin_entry(entry: Entry, now: datetime) -> Binned:
    """Return the entry as it lies in the bin."""
    return Binned(id=entry.id, entry=entry, binned_at=now)


def outlived(binned: Iterable[Binned], now: datetime) -> list[Binned]:
    """Return what has lain in the bin long enough to be forgotten for good."""
    return [each for each in binned if now - each.binned_at > LASTS]


def days_left(binned: Binned, now: datetime) -> int:
    """Return for how many days it can still be brought back; a day that has begun counts."""
    return max(1, ceil((binned.binned_at + LASTS - now) / timedelta(days=1)))
