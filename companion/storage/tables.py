"""TinyDB over our own storage: tables with strings for ids, whose cost of a change does not know their size."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from companion.domain.record import new_id
from companion.storage.journal import Change, Document

Tables = dict[str, dict[str, Document]]
"""Table name to document id to document."""


class MemoryTables(Storage):
    """TinyDB's storage seam over tables in memory; what changes is told change by change."""

    def __init__(self) -> None:
        self._tables: Tables = {}

    def current(self) -> Tables:
        """Return all tables as they are now; not to be changed by the caller."""
        return self._tables

    def change(self, changes: Iterable[Change]) -> None:
        """Make the changes, in order."""
        apply(changes, self._tables)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return a copy of all tables, as TinyDB's seam asks; None if there are none."""
        return {name: dict(table) for name, table in self.current().items()} or None

    def write(self, data: Mapping[str, Mapping[str, Document]]) -> None:
        """Take over whole tables, as TinyDB's seam asks: only what differs is changed."""
        self.change(list(_differences(self.current(), data)))


class IdTable(Table):
    """TinyDB's table with UUID strings as ids, and no query cache (another process may write)."""

    document_id_class: Any = str  # TinyDB says int, and only calls it
    default_query_cache_capacity = 0

    def _get_next_id(self) -> str:
        return new_id()

    def documents(self) -> Mapping[str, Document]:
        """Return the documents by id, as they are on the disk now."""
        return self._tables.current().get(self.name, {})

    def put(self, document_id: str, document: Document) -> None:
        """Add or replace a document whole."""
        self._tables.change([(self.name, document_id, document)])

    def drop(self, document_id: str) -> None:
        """Remove a document if it is there."""
        if document_id in self.documents():
            self._tables.change([(self.name, document_id, None)])

    @property
    def _tables(self) -> MemoryTables:
        assert isinstance(self._storage, MemoryTables)  # noqa: S101 (TinyDB hands it on untyped)
        return self._storage

    def _read_table(self) -> Any:
        return self.documents()

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        """Let TinyDB change a copy, then tell only what differs."""
        before = self.documents()
        after = {document_id: dict(document) for document_id, document in before.items()}
        updater(after)
        self._tables.change(list(_differences({self.name: before}, {self.name: after})))
        self.clear_cache()


class Database(TinyDB):
    """TinyDB with those tables."""

    table_class = IdTable


def apply(changes: Iterable[Change], tables: Tables) -> None:
    """Make the changes in the tables."""
    for name, document_id, document in changes:
        if document is None:
            tables.get(name, {}).pop(document_id, None)
        else:
            tables.setdefault(name, {})[document_id] = document


def _differences(
    before: Mapping[str, Mapping[str, Document]], after: Mapping[str, Mapping[str, Document]]
) -> Iterable[Change]:
    """Yield the changes that lead from one state to the other."""
    for name in before.keys() | after.keys():
        old, new = before.get(name, {}), after.get(name, {})
        for document_id, document in new.items():
            if old.get(document_id) != document:
                yield name, str(document_id), dict(document)
        for document_id in old:
            if document_id not in new:
                yield name, document_id, None
