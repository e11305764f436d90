"""TinyDB over our own storage: tables with strings for ids, whose cost of a change does not know their size."""

import json
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, cast

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from companion.domain.record import new_id
from companion.storage.documents import Document, Documents, read_tables
from companion.storage.journal import Change

FORGOTTEN = "forgotten"
"""The table of marks that removed documents leave, under `table/id`: when, and on which machine."""

NEVER = datetime.min.replace(tzinfo=UTC)
"""The moment before all others."""

Tables = dict[str, MutableMapping[str, Document]]
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


OVER = "+"
"""What the name of a table ends with where a change is fields over a document that could not be read: `pauses+`."""


def apply(changes: Iterable[Change], tables: Tables) -> None:
    """Make the changes in the tables."""
    for name, document_id, document in changes:
        if document is None:
            tables.get(name, {}).pop(document_id, None)
        elif name.endswith(OVER):
            lay_over(tables.get(name.removesuffix(OVER), {}), document_id, document)
        elif name in tables:
            tables[name][document_id] = document
        else:
            tables[name] = Documents({document_id: document})


def mark_of(table: str, document_id: str) -> str:
    """Return the id of the mark that says a record was forgotten."""
    return f"{table}/{document_id}"


def changed_of(document: object) -> datetime:
    """Return when a document was last changed; what does not say so in a way that can be read is older than all."""
    changed = document.get("changed") if isinstance(document, Mapping) else None
    try:
        moment = datetime.fromisoformat(changed) if isinstance(changed, str) else NEVER
    except ValueError:
        return NEVER
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def records_of(tables: Tables, changes: Iterable[Change]) -> Tables:
    """Return what the tables hold of the records that the changes are about."""
    found: Tables = {}
    for name, document_id, _ in changes:
        if document_id in tables.get(name, {}):
            found.setdefault(name, Documents())[document_id] = tables[name][document_id]
    return found


def lay_over(table: MutableMapping[str, Document], document_id: str, fields: Document) -> None:
    """Change a document that is there, and older: `{"set": fields, "add": {field: what its list gains}}`.

    Twice is as once.
    """
    there = table.get(document_id)
    if there is None:
        return
    newer = fields.get("set", {}) if changed_of(there) <= changed_of(fields.get("set", {})) else {}
    document = {**there, **newer}
    for name, gained in fields.get("add", {}).items():
        known = document.get(name, [])
        document[name] = [*known, *(each for each in gained if each not in known)]
    table[document_id] = document


def differences(
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


def encode(tables: Tables) -> bytes:
    """Return the tables as TinyDB's JSON."""
    try:
        return msgspec.json.encode(tables, enc_hook=_unread)
    except (UnicodeEncodeError, OverflowError):  # half a character, or a number without end
        return json.dumps(tables, ensure_ascii=False, separators=(",", ":"), default=dict).encode(
            "utf-8", "surrogatepass"
        )


def _unread(table: object) -> object:
    return table.unread() if isinstance(table, Documents) else dict(cast(Mapping[str, Document], table))


decode = read_tables
