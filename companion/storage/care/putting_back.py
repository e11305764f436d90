"""Putting an earlier state in place whole, the present one kept as a backup."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from companion.domain.times import Clock
from companion.storage.care.backing_up import back_up, journaled
from companion.storage.documents import Document
from companion.storage.errors import Locked, OtherKey
from companion.storage.machine import MACHINE, machine_id
from companion.storage.merging import LOCAL
from companion.storage.migrations import META, NUMBER
from companion.storage.store import Store
from companion.storage.tables import FORGOTTEN, Tables, changed_of, mark_of

_CHANGED = "changed"
_STEP = timedelta(microseconds=1)


def put_in_place(store: Store, then: Tables, clock: Clock) -> Path | None:
    """Replace everything by an earlier state; return the backup that holds the present one, None if that was nothing.

    A kill leaves the one or the other.

    Raises:
        Locked: if the store is.
        StoreError: if it could not be written; everything is then as it was.
    """
    file = journaled(store)
    try:
        file.current()
    except OtherKey:
        file.put_aside()
    with store.alone():
        now = file.current()
        if file.is_locked:
            raise Locked
        before = file.folder.backups.all()
        file.fold()  # whatever the journal still held would be replayed over the earlier state
        added = [pair for pair in file.folder.backups.all() if pair not in before]
        kept = added[-1] if added else back_up(store) if file.folder.file.exists() else None
        file.file.write(as_newest(now, then, clock()))
        file.forget()  # so that it is read anew, and not taken for a loss to be made good
        store.pauses.show(store.pauses.open())
    return kept


def as_newest(now: Tables, then: Tables, moment: datetime) -> Tables:
    """Return the earlier tables as the last word: a merge with another machine does not undo them.

    What differs from the present counts as changed at that moment, and what is gone leaves a mark. A record that is
    new here keeps the time of its change: another machine may know it better.
    """
    moment = max([moment, *(changed_of(document) + _STEP for document in _documents(now))])
    stamp = {_CHANGED: moment.astimezone(UTC).isoformat().replace("+00:00", "Z"), MACHINE: machine_id()}
    marks = {**then.get(FORGOTTEN, {}), **now.get(FORGOTTEN, {})}
    tables: Tables = {name: dict(table) for name, table in then.items() if name not in (*LOCAL, FORGOTTEN)}
    for name, table in tables.items():
        held = now.get(name, {})
        for record_id, document in table.items():
            is_forgotten = marks.pop(mark_of(name, record_id), None) is not None
            if is_forgotten or (record_id in held and not is_same(held[record_id], document)):
                table[record_id] = {**document, **stamp} if isinstance(document, Mapping) else document
            elif record_id in held:
                table[record_id] = held[record_id]
    for name, table in now.items():
        if name not in (*LOCAL, FORGOTTEN):
            marks.update({mark_of(name, gone): stamp for gone in table.keys() - tables.get(name, {}).keys()})
    meta = {**then.get(META, {}), **now.get(META, {})}
    meta[NUMBER] = then[META][NUMBER]
    tables |= {name: dict(now[name]) for name in LOCAL & now.keys()} | {META: meta}
    return tables | ({FORGOTTEN: marks} if marks else {})


def is_same(one: Document, other: Document) -> bool:
    """Return whether two documents say the same, whoever changed them and when."""
    return _said(one) == _said(other)


def _said(document: object) -> object:
    if not isinstance(document, Mapping):
        return document
    return {name: value for name, value in document.items() if name not in (_CHANGED, MACHINE)}


def _documents(tables: Tables) -> Iterator[object]:
    for table in tables.values():
        yield from table.values()
