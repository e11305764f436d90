"""A collection: one kind of kept value, a TinyDB table with strings for ids."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Generic, TypeVar

import msgspec

from companion.domain.record import Record
from companion.domain.times import Clock
from companion.storage.tables import IdTable

RecordT = TypeVar("RecordT", bound=Record)

Alone = Callable[[], AbstractContextManager[None]]
"""Opens a stretch in which nobody else changes the store; stretches may lie in each other."""


class Collection(Generic[RecordT]):
    """Keep, forget and iterate values of one type."""

    def __init__(self, table: IdTable, type_: type[RecordT], alone: Alone, clock: Clock) -> None:
        self._table = table
        self._type = type_
        self._clock = clock
        self._fields = {field.encode_name for field in msgspec.structs.fields(type_)}
        self._unreadable: set[str] = set()
        self._made: dict[str, tuple[object, RecordT]] = {}
        self.alone = alone
        """Opens a stretch in which nobody else changes the store, for reading a value and keeping another."""

    def __iter__(self) -> Iterator[RecordT]:
        for document_id, document in list(self._table.documents().items()):
            if (record := self._make(document_id, document)) is not None:
                yield record

    def __len__(self) -> int:
        return len(self._table.documents())

    @property
    def unreadable(self) -> int:
        """How many of the values asked for so far this Companion can't read; they stay on the disk as they are."""
        return len(self._unreadable)

    def get(self, record_id: str) -> RecordT | None:
        """Return the value with that id, if it is kept."""
        document = self._table.documents().get(record_id)
        return None if document is None else self._make(record_id, document)

    def keep(self, record: RecordT) -> RecordT:
        """Add the value or replace the one with its id, and return it as kept.

        Fields that this Companion does not know stay in the document.

        Raises:
            StoreError: if it did not reach the disk.
        """
        kept = msgspec.structs.replace(record, changed=self._clock())
        with self.alone():
            old = self._table.documents().get(kept.id, {})
            foreign = {name: value for name, value in _mapping(old).items() if name not in self._fields}
            self._table.put(kept.id, foreign | msgspec.to_builtins(kept))
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
            now = self.get(before.id)
            if now is None:
                return None
            changed = {
                name: getattr(after, name)
                for name in self._type.__struct_fields__
                if getattr(after, name) != getattr(before, name)
            }
            return self.keep(msgspec.structs.replace(now, **changed))

    def forget(self, record_id: str) -> RecordT | None:
        """Remove the value with that id and return it, so that it can be kept again.

        None if there is none, or if it can't be read: what could not be given back is not removed.

        Raises:
            StoreError: if the change did not reach the disk.
        """
        with self.alone():
            record = self.get(record_id)
            if record is not None:
                self._table.drop(record_id)
                self._made.pop(record_id, None)
        return record

    def _make(self, document_id: str, document: object) -> RecordT | None:
        """Return the value of a document; None if it can't be read (it stays on the disk as it is)."""
        made = self._made.get(document_id)
        if made is not None and made[0] is document:
            return made[1]
        try:
            record = msgspec.convert({**_mapping(document), "id": document_id}, self._type)
        except msgspec.ValidationError:
            self._unreadable.add(document_id)
            return None
        self._unreadable.discard(document_id)
        self._made[document_id] = (document, record)
        return record


def _mapping(document: object) -> Mapping[str, Any]:
    """Return a document that is one; what else may stand in a file by mistake has no fields."""
    return document if isinstance(document, Mapping) else {}
