"""A collection: one kind of kept value, a TinyDB table with strings for ids."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

import msgspec

from companion.domain.record import Record
from companion.storage.tables import IdTable

RecordT = TypeVar("RecordT", bound=Record)

Guard = Callable[[], AbstractContextManager[None]]
"""Opens the short stretch in which the file is read, changed and written by nobody else."""


class Collection(Generic[RecordT]):
    """Keep, forget and iterate values of one type."""

    def __init__(self, table: IdTable, type_: type[RecordT], guard: Guard) -> None:
        self._table = table
        self._type = type_
        self._guard = guard
        self._fields = {field.encode_name for field in msgspec.structs.fields(type_)}
        self._made: dict[str, tuple[Mapping[str, Any], RecordT]] = {}

    def __iter__(self) -> Iterator[RecordT]:
        for document_id, document in list(self._table.documents().items()):
            if (record := self._make(document_id, document)) is not None:
                yield record

    def __len__(self) -> int:
        return len(self._table.documents())

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
        kept = msgspec.structs.replace(record, changed=datetime.now(UTC))
        with self._guard():
            old = self._table.documents().get(kept.id, {})
            foreign = {name: value for name, value in old.items() if name not in self._fields}
            self._table.put(kept.id, foreign | msgspec.to_builtins(kept))
        return kept

    def forget(self, record_id: str) -> RecordT | None:
        """Remove the value with that id and return it, so that it can be kept again.

        Raises:
            StoreError: if the change did not reach the disk.
        """
        with self._guard():
            record = self.get(record_id)
            self._table.drop(record_id)
        return record

    def _make(self, document_id: str, document: Mapping[str, Any]) -> RecordT | None:
        """Return the value of a document; None if it can't be read (it stays on the disk as it is)."""
        made = self._made.get(document_id)
        if made is not None and made[0] is document:
            return made[1]
        try:
            record = msgspec.convert({**document, "id": document_id}, self._type)
        except msgspec.ValidationError:
            return None
        self._made[document_id] = (document, record)
        return record
