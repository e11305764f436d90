"""The tables of the store as plain values: what a change does to them, and their JSON."""

from collections.abc import Iterable, Mapping, MutableMapping
from datetime import UTC, datetime
from typing import cast

from companion.storage.documents import Document, Documents, read_tables
from companion.storage.journal import Change
from companion.storage.json_text import write_json

FORGOTTEN = "forgotten"
"""The table of marks that removed documents leave, under `table/id`: when, and on which machine."""

OVER = "+"
"""What the name of a table ends with where a change is fields over a document that could not be read: `pauses+`."""

NEVER = datetime.min.replace(tzinfo=UTC)
"""The moment before all others."""

Tables = dict[str, MutableMapping[str, Document]]
"""Table name to document id to document."""


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
    return write_json(tables, quickly=_unread)


def _unread(table: object) -> object:
    return table.unread() if isinstance(table, Documents) else dict(cast(Mapping[str, Document], table))


decode = read_tables
