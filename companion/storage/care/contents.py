"""What a state of the store holds, said in numbers and days: nothing of what was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from companion.domain.times import local
from companion.storage.care.putting_back import is_same
from companion.storage.merging import LOCAL
from companion.storage.records import RECORDS
from companion.storage.tables import FORGOTTEN, Tables

_OTHERS = "others"
"""Stands for the tables of a newer Companion."""


@dataclass(frozen=True)
class Contents:
    """How much there is, and of which days."""

    counts: Mapping[str, int]
    """How many records there are of each sort that has some, by the names of their tables; those of others as one."""
    days: tuple[date, date] | None
    """First and last day; None if nothing has one."""


@dataclass(frozen=True)
class Change:
    """What going from one state to another does to the records."""

    gone: int
    """How many are only in the first."""
    back: int
    """How many are only in the second."""
    other: int
    """How many are in both and differ."""

    def __bool__(self) -> bool:
        return bool(self.gone or self.back or self.other)


def contents(tables: Tables) -> Contents:
    """Return what the tables hold."""
    counts = {name: len(tables.get(name, {})) for name in RECORDS}
    counts[_OTHERS] = sum(len(tables[name]) for name in _kept(tables) if name not in RECORDS)
    days = sorted(_days(tables))
    there = {name: count for name, count in counts.items() if count}
    return Contents(there, (days[0], days[-1]) if days else None)


def change(now: Tables, then: Tables) -> Change:
    """Return what changes if the second takes the place of the first."""
    gone = back = other = 0
    for name in {*_kept(now), *_kept(then)}:
        old, new = now.get(name, {}), then.get(name, {})
        gone += len(old.keys() - new.keys())
        back += len(new.keys() - old.keys())
        other += sum(not is_same(old[key], new[key]) for key in old.keys() & new.keys())
    return Change(gone, back, other)


def _kept(tables: Tables) -> list[str]:
    """Return the names of the tables that hold records."""
    return [name for name in tables if name not in (*LOCAL, FORGOTTEN)]


def _days(tables: Tables) -> Iterator[date]:
    for name, kept in RECORDS.items():
        for document in tables.get(name, {}).values():
            said = document.get(kept.moment) if isinstance(document, Mapping) else None
            try:
                yield local(datetime.fromisoformat(str(said))).date()
            except (ValueError, OverflowError):
                continue
