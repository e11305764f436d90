"""The export: all that is kept as one JSON file, the same bytes for the same words on any machine.

A record a line, tables and ids in order, the keys of each record too. Its shape is described in the README.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime

import msgspec

from companion.catalogue import _
from companion.domain.record import Record
from companion.domain.times import local
from companion.storage.documents import Document
from companion.storage.merging import moves
from companion.storage.migrations import SCHEMA, migrate, schema_of
from companion.storage.records import RECORDS
from companion.storage.tables import FORGOTTEN, Tables

FORMAT, VERSION = "companion-export", 1

_CONTROLS = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}
"""Characters that JSON lets stand as they are and a terminal does not."""


def movable(tables: Tables) -> Tables:
    """Return the tables of a store that an export holds, in the present schema or a newer one."""
    present = tables if schema_of(tables) > SCHEMA else migrate(tables)
    return {name: table for name, table in present.items() if moves(name) and table}


def choose(tables: Tables, names: Collection[str] = (), since: date | None = None, until: date | None = None) -> Tables:
    """Return only some collections, of some local days; the marks of what was forgotten go with their collection.

    Args:
        tables: What is there.
        names: The collections that are wanted; all if there is none.
        since: The first day.
        until: The last day.

    Raises:
        ValueError: if there is no collection of such a name.
    """
    known = {*RECORDS, *tables} - {FORGOTTEN}
    if unknown := sorted(set(names) - known):
        raise ValueError(
            _(
                "There is no collection “{unknown}”. There are: {collections}.",
                unknown=unknown[0],
                collections=", ".join(sorted(known)),
            )
        )
    chosen: Tables = {}
    for name, table in tables.items():
        for document_id, document in table.items():
            of = document_id.partition("/")[0] if name == FORGOTTEN else name
            if (not names or of in names) and _is_between(_day(name, document), since, until):
                chosen.setdefault(name, {})[document_id] = document
    return chosen


def read_record(name: str, document_id: str, document: Document) -> Record | None:
    """Return a document as the value it stands for; None for a table that this Companion does not know.

    Raises:
        ValueError: if it can't be read.
    """
    kept = RECORDS.get(name)
    if not isinstance(document, Mapping):
        raise ValueError(_("it is no record"))
    try:
        return msgspec.convert({**document, "id": document_id}, kept.type) if kept else None
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def as_json(tables: Tables, schema: int = SCHEMA, *, redacted: bool = False) -> bytes:
    """Return the export of movable tables."""
    return "".join(_lines(tables, schema, redacted)).encode("utf-8", "backslashreplace")


def _lines(tables: Tables, schema: int, redacted: bool) -> Iterator[str]:
    header = {"format": FORMAT, "version": VERSION, "schema": schema} | ({"redacted": True} if redacted else {})
    yield f'{_compact(header)[:-1]},"tables":{{\n'
    yield from _joined(f"{_compact(name)}:{{\n{''.join(_records(tables[name]))}}}" for name in sorted(tables))
    yield "}}\n"


def _records(table: Mapping[str, Document]) -> Iterator[str]:
    return _joined(f"{_compact(document_id)}:{_compact(table[document_id])}" for document_id in sorted(table))


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """Yield the parts, a comma and a line end between them and a line end behind the last."""
    before = ""
    for part in parts:
        yield f"{before}{part}"
        before = ",\n"
    yield "\n" if before else ""


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _compact(value: object) -> str:
    text = _encoder.encode(value)
    return text if text.isprintable() else text.translate(_CONTROLS)


def _day(name: str, document: Document) -> date | None:
    """Return the local day of a record; None if it says none that can be read."""
    moment = RECORDS[name].moment if name in RECORDS else "changed"
    said = document.get(moment) if isinstance(document, Mapping) else None
    try:
        return local(datetime.fromisoformat(str(said))).date()
    except (ValueError, OverflowError):
        return None


def _is_between(day: date | None, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    return day is not None and (since is None or day >= since) and (until is None or day <= until)
