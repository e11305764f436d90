"""Letting old words fade from the disk: once a day, if that is wanted."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import msgspec

from companion.domain.entry import Entry
from companion.domain.fading import WORDS, is_due, is_to_fade, today
from companion.domain.record import Record
from companion.storage.documents import Document
from companion.storage.journal import Change
from companion.storage.machine import changed_at
from companion.storage.store import Store
from companion.storage.tables import FORGOTTEN, mark_of

_ENTRIES, _BIN, _UNKEPT = "entries", "bin", "unkept"


def fade_words(store: Store, now: datetime) -> int:
    """Take the words that are old enough off the disk, in one change; return of how many entries.

    The files are written anew at once, so that no journal holds the words; backups do, for as long as they last.

    Raises:
        StoreError: if it did not reach the disk.
    """
    settings = store.settings
    if store.is_locked or settings.fade_after is None or not is_due(settings, now):
        return 0
    with store.alone():
        changes = list(_changes(store, settings.fade_after, now))
        store.take(changes)
        if changes and store.file is not None:
            store.file.fold()
        store.keep_settings(msgspec.structs.replace(store.settings, faded_on=today(now)))
    return sum(table == _ENTRIES for table, _, _ in changes)


def _changes(store: Store, days: int, now: datetime) -> Iterator[Change]:
    """Yield what has to change: entries, those in the bin, and drafts of changes to them that are as old."""
    faded = [entry for entry in store.entries if is_to_fade(entry, days, now)]
    tables = store.tables()
    for entry in faded:
        yield _ENTRIES, entry.id, _without_words(tables[_ENTRIES][entry.id]) | _marks(entry, now)
    for binned in store.bin:
        if is_to_fade(binned.entry, days, now):
            document = tables[_BIN][binned.id]
            wordless = _without_words(document["entry"]) | {"faded_at": msgspec.to_builtins(now)}
            yield _BIN, binned.id, {**document, "entry": wordless} | _changed(binned, now)
    old = {f"entry:{entry.id}" for entry in faded}
    for draft in store.unkept:
        if draft.id in old and now - draft.written_at > timedelta(days=days):
            yield _UNKEPT, draft.id, None
            yield FORGOTTEN, mark_of(_UNKEPT, draft.id), _changed(draft, now)


def _without_words(document: Document) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name not in WORDS}


def _marks(entry: Entry, now: datetime) -> dict[str, Any]:
    return {"faded_at": msgspec.to_builtins(now)} | _changed(entry, now)


def _changed(record: Record, now: datetime) -> dict[str, Any]:
    """Return the fields that say when a record was changed, after its last change whatever the clock says."""
    return changed_at(now, record.changed)
