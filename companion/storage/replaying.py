"""Replaying a journal over a file that may be newer than it: a sync program brings them one by one."""

from collections.abc import Iterable

from companion.storage.journal import Change
from companion.storage.merging import missing
from companion.storage.migrations import META, NUMBER, schema_of
from companion.storage.tables import FORGOTTEN, OVER, Tables, apply, mark_of, records_of


def replay(changes: Iterable[Change], tables: Tables, base: Tables | None = None) -> None:
    """Make the changes in the tables; of each record, and of the schema, what is newer stays.

    Args:
        changes: What the journal says.
        tables: What the file says.
        base: Where a document is found of which the changes say only some fields.
    """
    made = list(changes)
    for name, document_id, _ in made if base else []:
        table = name.removesuffix(OVER)
        if table != name and base and document_id in base.get(table, {}):
            tables.setdefault(table, {}).setdefault(document_id, base[table][document_id])
    there, schema = records_of(tables, made), schema_of(tables)
    apply(made, tables)
    apply(missing(tables, _still_meant(there, tables)), tables)
    if schema > schema_of(tables):
        tables[META][NUMBER] = {"number": schema}


def _still_meant(there: Tables, tables: Tables) -> Tables:
    """Leave out what the journal removed without saying when: nothing can be newer than that.

    A mark goes when its record is kept again, and the record says when that was.
    """
    marks = tables.get(FORGOTTEN, {})
    return {
        name: {
            each: document
            for each, document in table.items()
            if name == FORGOTTEN or each in tables[name] or mark_of(name, each) in marks
        }
        for name, table in there.items()
    }
