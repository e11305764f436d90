"""Deleting entries into the bin and bringing them back, each in one write.

What a write adds stands in it before what it takes away: of one that is cut off in the middle, an entry is in the log,
in the bin, or in both, and never in neither.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from companion.domain.binned import Binned, bin_entry, outlived
from companion.domain.entry import Entry
from companion.storage.journal import Change
from companion.storage.machine import changed_at
from companion.storage.store import Store
from companion.storage.tables import FORGOTTEN, Tables, changed_of, mark_of

_ENTRIES, _BIN, _UNKEPT = "entries", "bin", "unkept"


def delete(store: Store, ids: Iterable[str], now: datetime) -> list[Binned]:
    """Put entries in the bin; return those that were there and can be read, as they lie there.

    Raises:
        StoreError: if it did not reach the disk; then nothing was deleted.
    """
    with store.alone():
        found = [entry for each in dict.fromkeys(ids) if (entry := store.entries.get(each))]
        tables = store.tables()
        store.take([change for entry in found for change in _into_bin(tables, entry, now)])
    return [bin_entry(entry, now) for entry in found]


def bring_back(store: Store, ids: Iterable[str], now: datetime) -> list[Entry]:
    """Bring entries back from the bin; return those that came. One that is in the log already stays as it is there.

    Raises:
        StoreError: if it did not reach the disk; then all of them are still in the bin.
    """
    wanted = set(ids)
    with store.alone():
        found = [binned for binned in in_bin(store) if binned.id in wanted]
        tables = store.tables()
        store.take([change for binned in found for change in _out_of_bin(tables, binned.id, now)])
    return [binned.entry for binned in found]


def forget_for_good(store: Store, ids: Iterable[str], now: datetime) -> int:
    """Take entries, and drafts of changes to them, out of the store for ever; return how many entries there were.

    Raises:
        StoreError: if it did not reach the disk.
    """
    with store.alone():
        tables = store.tables()
        found = [each for each in dict.fromkeys(ids) if each in tables.get(_BIN, {})]
        changes = [change for each in found for change in _forgotten(tables, _BIN, each, now)]
        store.take([*changes, *_drafts_forgotten(tables, found, now)])
    return len(found)


def empty_bin(store: Store, now: datetime) -> int:
    """Take out what has lain in the bin long enough; return how many entries that were.

    Raises:
        StoreError: if it did not reach the disk.
    """
    old = [] if store.is_locked else [each.id for each in outlived(store.bin, now)]
    return forget_for_good(store, old, now) if old else 0


def in_bin(store: Store) -> list[Binned]:
    """Return what can be brought back, what was deleted last first; none while it is locked."""
    found = [each for each in store.bin if store.entries.get(each.id) is None]
    return sorted(found, key=lambda each: (each.binned_at, each.entry.at, each.id), reverse=True)


def deleted_last(store: Store) -> list[Binned]:
    """Return what was deleted together, the last time that something was."""
    found = in_bin(store)
    return [each for each in found if each.binned_at == found[0].binned_at]


def _into_bin(tables: Tables, entry: Entry, now: datetime) -> Iterator[Change]:
    document = tables[_ENTRIES][entry.id]
    binned_at = msgspec.to_builtins(now)
    yield _BIN, entry.id, {"id": entry.id, "entry": document, "binned_at": binned_at} | _after(tables, entry.id, now)
    yield from _forgotten(tables, _ENTRIES, entry.id, now)
    yield FORGOTTEN, mark_of(_BIN, entry.id), None


def _out_of_bin(tables: Tables, entry_id: str, now: datetime) -> Iterator[Change]:
    document = tables[_BIN][entry_id]["entry"]
    yield _ENTRIES, entry_id, {**document} | _after(tables, entry_id, now)
    yield FORGOTTEN, mark_of(_ENTRIES, entry_id), None
    yield from _forgotten(tables, _BIN, entry_id, now)


def _forgotten(tables: Tables, table: str, record_id: str, now: datetime) -> Iterator[Change]:
    yield table, record_id, None
    yield FORGOTTEN, mark_of(table, record_id), _after(tables, record_id, now)


def _drafts_forgotten(tables: Tables, ids: Iterable[str], now: datetime) -> Iterator[Change]:
    drafts = tuple(f"entry:{each}" for each in ids)
    for draft in tables.get(_UNKEPT, {}):
        if draft.startswith(drafts):
            yield from _forgotten(tables, _UNKEPT, draft, now)


def _after(tables: Tables, record_id: str, now: datetime) -> dict[str, str]:
    """Return the fields that say when a record was changed: after all that is said of it, whatever the clock says."""
    marks = tables.get(FORGOTTEN, {})
    said = [tables.get(name, {}).get(record_id) for name in (_ENTRIES, _BIN, _UNKEPT)]
    said += [marks.get(mark_of(name, record_id)) for name in (_ENTRIES, _BIN, _UNKEPT)]
    return changed_at(now, *map(changed_of, said))
