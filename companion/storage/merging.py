"""Joining two stores record by record: the newest wins, on both sides and in any order the same one.

Of a record there may be a document and a mark that it was forgotten, here and there. The one that was changed last
stays; of two with the same time the one of the greater machine, then the one whose JSON is greater. As that is a total
order, joining is commutative, associative and idempotent.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import msgspec

from companion.catalogue import _
from companion.storage.documents import Document
from companion.storage.journal import Change
from companion.storage.migrations import META
from companion.storage.tables import FORGOTTEN, OVER, Tables, apply, changed_of, mark_of

OPENINGS = "openings"
"""The table of openings and failed tries."""

LOCAL = frozenset({META, OPENINGS})
"""Tables that tell of one folder, not of what was written; they do not move."""

_Rank = tuple[datetime, str, str, bool]
_Version = tuple[bool, Document]
"""Whether it is a mark, and what stands there."""


class Merged(msgspec.Struct, frozen=True):
    """How many records a merge, or an import, brings in."""

    added: int = 0
    changed: int = 0
    forgotten: int = 0

    def __bool__(self) -> bool:
        return self != Merged()

    @property
    def total(self) -> int:
        """All of them together."""
        return self.added + self.changed + self.forgotten

    def __str__(self) -> str:
        return _(
            "{added:,} added, {changed:,} changed, {forgotten:,} deleted",
            added=self.added,
            changed=self.changed,
            forgotten=self.forgotten,
        )


def join(mine: Tables, theirs: Tables) -> Tables:
    """Return what both hold together; the ones given are left as they were."""
    joined: Tables = {name: dict(table) for name, table in mine.items()}
    apply(changes_from(mine, theirs), joined)
    return joined


def changes_from(mine: Tables, theirs: Tables) -> list[Change]:
    """Return the changes that bring mine to what both hold together."""
    return [change for table, record in _subjects(mine, theirs) for change in _settle(mine, theirs, table, record)]


def missing(mine: Tables, before: Tables) -> list[Change]:
    """Return the changes that bring back what was known before and is gone, or older, without anybody having said so.

    Of two with the same time the one that is there stays: a person may have mended the file by hand.
    """
    newer: Tables = {}
    for name, table in before.items():
        held = mine.get(name, {})
        for document_id, document in table.items():
            there = held.get(document_id)
            if there is None or (there != document and changed_of(there) < changed_of(document)):
                newer.setdefault(name, {})[document_id] = document
    return changes_from(mine, newer)


def count(mine: Tables, changes: Iterable[Change]) -> Merged:
    """Return what the changes do to the records; marks are not counted."""
    added = changed = forgotten = 0
    for table, document_id, document in changes:
        if table == FORGOTTEN and _is_mark(document_id):
            continue
        is_there = document_id in mine.get(table, {})
        added += document is not None and not is_there
        changed += document is not None and is_there
        forgotten += document is None
    return Merged(added, changed, forgotten)


def moves(table: str) -> bool:
    """Return whether a table of this name is taken along to another store."""
    return table not in LOCAL and not table.endswith(OVER)


def _is_mark(document_id: str) -> bool:
    table, slash, _ = document_id.partition("/")
    return bool(slash) and moves(table) and table != FORGOTTEN


def _subjects(mine: Tables, theirs: Tables) -> Iterator[tuple[str, str]]:
    """Yield table and id of every record about which the two may say different things, each once."""
    marks = {*filter(_is_mark, mine.get(FORGOTTEN, {})), *filter(_is_mark, theirs.get(FORGOTTEN, {}))}
    for name, table in theirs.items():
        if moves(name):
            held = mine.get(name, {})
            for document_id, document in table.items():
                if name == FORGOTTEN and _is_mark(document_id):
                    continue
                if held.get(document_id) != document and mark_of(name, document_id) not in marks:
                    yield name, document_id
    for mark in sorted(marks):
        table_name, _, document_id = mark.partition("/")
        yield table_name, document_id


def _settle(mine: Tables, theirs: Tables, table: str, document_id: str) -> Iterator[Change]:
    """Yield the changes after which mine holds the last word on a record, and nothing beside it."""
    held = list(_versions(mine, table, document_id))
    said = [*held, *_versions(theirs, table, document_id)]
    last = max(said, key=_rank) if len(said) > 1 else said[0]
    mark = mark_of(table, document_id)
    for version in held:
        if version is not last and version[0] != last[0]:
            yield (FORGOTTEN, mark, None) if version[0] else (table, document_id, None)
    if last not in held:
        yield (FORGOTTEN, mark, last[1]) if last[0] else (table, document_id, last[1])


def _versions(tables: Tables, table: str, document_id: str) -> Iterator[_Version]:
    if document_id in tables.get(table, {}):
        yield False, tables[table][document_id]
    if _is_mark(mark := mark_of(table, document_id)) and mark in tables.get(FORGOTTEN, {}):
        yield True, tables[FORGOTTEN][mark]


def _rank(version: _Version) -> _Rank:
    import json  # two versions of one record are rare

    is_mark, document = version
    fields: Mapping[str, object] = document if isinstance(document, Mapping) else {}
    machine = fields.get("machine")
    whole = json.dumps(document, sort_keys=True)
    return changed_of(document), machine if isinstance(machine, str) else "", whole, is_mark
