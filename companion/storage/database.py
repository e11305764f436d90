"""TinyDB over our own storage: tables with strings for ids, whose cost of a change does not know their size."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from companion.domain.record import new_id
from companion.storage.documents import Document, Documents
from companion.storage.journal import Change
from companion.storage.tables import FORGOTTEN, OVER, Tables, apply, differences, mark_of


class MemoryTables(Storage):
    """TinyDB's storage seam over tables in memory; what changes is told change by change."""

    checked: Tables | None = None
    """The tables whose schema has been looked at."""

    def __init__(self) -> None:
        self._tables: Tables = {}

    def current(self) -> Tables:
        """Return all tables as they are now; not to be changed by the caller."""
        return self._tables

    def change(self, changes: Iterable[Change]) -> None:
        """Make the changes, in order."""
        apply(changes, self._tables)

    @property
    def is_sealed(self) -> bool:
        """Whether what is kept has a passphrase; memory never has."""
        return False

    @property
    def is_locked(self) -> bool:
        """Whether what is kept can't be read here."""
        return False

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return a copy of all tables, as TinyDB's seam asks; None if there are none."""
        return {name: dict(table) for name, table in self.current().items()} or None

    def write(self, data: Mapping[str, Mapping[str, Document]]) -> None:
        """Take over whole tables, as TinyDB's seam asks: only what differs is changed."""
        self.change(list(differences(self.current(), data)))


class IdTable(Table):
    """TinyDB's table with UUID strings as ids, and no query cache (another process may write)."""

    document_id_class: Any = str  # TinyDB says int, and only calls it
    default_query_cache_capacity = 0

    def _get_next_id(self) -> str:
        return new_id()

    def documents(self) -> Documents:
        """Return the documents by id, as they are on the disk now."""
        documents = self._memory.current().get(self.name)
        return documents if isinstance(documents, Documents) else Documents(documents)

    @property
    def is_sealed(self) -> bool:
        """Whether the documents have a passphrase."""
        return self._memory.is_sealed

    @property
    def is_locked(self) -> bool:
        """Whether the documents can't be read here; then there seem to be none."""
        return self._memory.is_locked

    def mark(self, document_id: str) -> Document | None:
        """Return the mark that a removed document left, if it did."""
        return self._memory.current().get(FORGOTTEN, {}).get(mark_of(self.name, document_id))

    def put(self, document_id: str, document: Document, *, is_forgotten: bool) -> None:
        """Add or replace a document whole; the mark that it was forgotten, if there is one, goes."""
        changes: list[Change] = [(self.name, document_id, document)]
        if is_forgotten:
            changes.append((FORGOTTEN, mark_of(self.name, document_id), None))
        self._memory.change(changes)

    def put_over(self, document_id: str, fields: Document) -> None:
        """Change fields of a document that can't be read here; see `lay_over`."""
        self._memory.change([(self.name + OVER, document_id, fields)])

    def drop(self, document_id: str, mark: Document) -> None:
        """Remove a document if it is there, and leave the mark, so that a merge does not bring it back."""
        if document_id in self.documents():
            self._memory.change([(self.name, document_id, None), (FORGOTTEN, mark_of(self.name, document_id), mark)])

    @cached_property
    def _memory(self) -> MemoryTables:
        assert isinstance(self._storage, MemoryTables)  # noqa: S101 (TinyDB hands it on untyped)
        return self._storage

    def _read_table(self) -> Any:
        return self.documents()

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        """Let TinyDB change a copy, then tell only what differs."""
        before = self.documents()
        after = {document_id: dict(document) for document_id, document in before.items()}
        updater(after)
        self._memory.change(list(differences({self.name: before}, {self.name: after})))
        self.clear_cache()


class Database(TinyDB):
    """TinyDB with those tables."""

    table_class = IdTable
