"""Reading an export back, each record checked."""

import json
import re
from collections.abc import Mapping

from companion.catalogue import _
from companion.storage.errors import NewerStore
from companion.storage.exchange.export_file import FORMAT, VERSION, read_record
from companion.storage.exchange.rows import Bad, reason
from companion.storage.merging import moves
from companion.storage.migrations import META, NUMBER, SCHEMA, migrate
from companion.storage.tables import FORGOTTEN, Tables

_NEWER = _("This export was written by a newer Companion than this one. Update Companion to let it in.")
_REDACTED = _(
    "This export is redacted: its words were taken out of it. It can be read by people, and not come back in."
)


def is_export(document: object) -> bool:
    """Return whether a JSON document says that it is our export."""
    return isinstance(document, Mapping) and document.get("format") == FORMAT


def read_export(text: str, document: Mapping[str, object]) -> tuple[Tables, list[Bad]]:
    """Return the records of an export in the present schema, and what could not be read.

    Args:
        text: The file, for the lines.
        document: What it holds.

    Raises:
        ValueError: if it is no export that can be imported.
        NewerStore: if a newer Companion wrote it.
    """
    version, schema, tables = (document.get(name) for name in ("version", "schema", "tables"))
    if not (isinstance(version, int) and isinstance(schema, int) and isinstance(tables, Mapping)):
        raise ValueError(_("This export is damaged: its first line should give version, schema and tables."))
    if version > VERSION or schema > SCHEMA:
        raise NewerStore(_NEWER)
    if document.get("redacted"):
        raise ValueError(_REDACTED)
    bad = [
        Bad(_line(text, name), _("it is no collection"), name) for name in tables if not _is_table(name, tables[name])
    ]
    sound = {name: table for name, table in tables.items() if _is_table(name, table)}
    present = migrate({**sound, META: {NUMBER: {"number": schema}}})
    del present[META]
    good: Tables = {}
    for name, table in present.items():
        for document_id, record in table.items():
            try:
                read_record(name, document_id, record)
                if name == FORGOTTEN and "/" not in document_id:
                    raise ValueError(_("it says of no collection that something was deleted"))
                good.setdefault(name, {})[document_id] = record
            except ValueError as error:
                bad.append(Bad(_line(text, name, document_id), reason(error), f"{name} {document_id}"))
    return good, bad


def _is_table(name: str, table: object) -> bool:
    return isinstance(table, Mapping) and moves(name)


def _line(text: str, *keys: str) -> int:
    """Return the line on which the key stands that lies behind the others; 0 if it is written otherwise there."""
    end = 0
    for key in keys:
        found = re.compile(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:").search(text, end)
        if found is None:
            return 0
        end = found.start()
    return text.count("\n", 0, end) + 1
