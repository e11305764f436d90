"""A collection: one kind of kept value, a TinyDB table with strings for ids."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Generic, TypeVar

import msgspec

from companion.domain.record import Record, carry_over
from companion.domain.times import Clock
from companion.storage.database import IdTable
from companion.storage.documents import Documents
from companion.storage.errors import Locked
from companion.storage.machine import MACHINE, changed_at, machine_id, moment_after
from companion.storage.tables import changed_of

RecordT = TypeVar("RecordT", bound=Record)

Alone = Callable[[], AbstractContextManager[None]]
"""Opens a stretch in which nobody else changes the store; stretches may lie in each other."""


class Collection(Generic[RecordT]):
    """Keep, forget and iterate values of one type. While they are locked, there seem to be none."""

    def __init__(
        self, table: IdTable, type_: type[RecordT], alone: Alone, clock: Clock, *, takes_while_locked: bool = False
    ) -> None:
        self._takes_while_locked = takes_while_locked
        self._table = table
        self._type = type_
        self._clock = clock
        self._fields = {field.encode_name for field in msgspec.structs.fields(type_)}
        self._unreadable: set[str] = set()
        self.alone = alone
        """Opens a stretch in which nobody else changes the store, for reading a value and keeping another."""

    def __iter__(self) -> Iterator[RecordT]:
        documents = self._table.documents()
        for document_id in list(documents):
            if (record := self._make(document_id, documents)) is not None:
                yield record

    def __len__(self) -> int:
        return len(self._table.documents())

    @property
    def unreadable(self) -> int:
        """How many of the values asked for so far this Companion can't read; they stay on the disk as they are."""
        return len(self._unreadable)

    def get(self, record_id: str) -> RecordT | None:
        """Return the value with that id, if it is kept."""
        return self._make(record_id, self._table.documents())

    def keep(self, record: RecordT) -> RecordT:
        """Add the value or replace the one with its id, and return it as kept.

        Fields that this Companion does not know stay in the document.

        Raises:
            Locked: if it is locked, and not a new value of a kind that is taken then.
            StoreError: if it did not reach the disk.
        """
        with self.alone():
            if self._table.is_locked and not (self._takes_while_locked and record.changed is None):
                raise Locked
            old = _mapping(self._table.documents().get(record.id))
            mark = self._table.mark(record.id)
            kept = msgspec.structs.replace(record, changed=moment_after(self._clock(), changed_of(old or mark)))
            foreign = {name: value for name, value in old.items() if name not in self._fields}
            document = foreign | msgspec.to_builtins(kept) | {MACHINE: machine_id()}
            self._table.put(kept.id, document, is_forgotten=mark is not None)
        return kept

    def edit(self, before: RecordT, after: RecordT) -> RecordT | None:
        """Keep an edited value: what was changed in it, over what is on the disk now; None if it is gone from there.

        Args:
            before: The value as it was when the person began.
            after: The value as the person left it.

        Raises:
            StoreError: if it did not reach the disk.
        """
        with self.alone():
            if self._table.is_locked:
                raise Locked
            now = self.get(before.id)
            if now is None:
                return None
            return self.keep(carry_over(before, after, now))

    def forget(self, record_id: str) -> RecordT | None:
        """Remove the value with that id and return it, so that it can be kept again.

        None if there is none, or if it can't be read: what could not be given back is not removed.

        Raises:
            StoreError: if the change did not reach the disk.
        """
        with self.alone():
            if self._table.is_locked:
                raise Locked
            record = self.get(record_id)
            if record is not None:
                self._table.drop(record_id, changed_at(self._clock(), record.changed))
        return record

    def let_go(self) -> None:
        """Forget which values could not be read."""
        self._unreadable.clear()

    def _make(self, document_id: str, documents: Documents) -> RecordT | None:
        """Return the value of a document; None if there is none, or it can't be read (it stays as it is)."""
        made: RecordT | None = documents.made.get(document_id)
        if made is not None or document_id not in documents:
            return made
        try:
            record = msgspec.convert({**_mapping(documents[document_id]), "id": document_id}, self._type)
        except msgspec.ValidationError:
            self._unreadable.add(document_id)
            return None
        self._unreadable.discard(document_id)
        documents.made[document_id] = record
        return record


def _mapping(document: object) -> Mapping[str, Any]:
    """Return a document that is one; what else may stand in a file by mistake has no fields."""
    return document if isinstance(document, Mapping) else {}
