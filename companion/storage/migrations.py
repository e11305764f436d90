"""Bringing an older file to the present schema: one pure function a step."""

from collections.abc import Callable
from typing import Any

from companion.storage.errors import NewerStore

Tables = dict[str, dict[str, Any]]
Migration = Callable[[Tables], Tables]

SCHEMA = 1
"""The schema that this Companion writes."""

META, NUMBER = "meta", "schema"


def _number_it(tables: Tables) -> Tables:
    """0 → 1: a file from before schema numbers has the shape of 1."""
    return tables


MIGRATIONS: dict[int, Migration] = {0: _number_it}
"""The step that leads away from each schema."""


def schema_of(tables: Tables) -> int:
    """Return the schema number that the tables carry; 0 if they carry none."""
    number = tables.get(META, {}).get(NUMBER, {}).get("number", 0)
    return number if isinstance(number, int) else 0


def migrate(tables: Tables) -> Tables:
    """Return the tables in the present schema; the ones given are left as they were.

    Raises:
        NewerStore: if they come from a newer Companion.
    """
    number = schema_of(tables)
    if number > SCHEMA:
        raise NewerStore(
            "These words were kept by a newer Companion than this one. "
            "Nothing was changed. Update Companion to add to them."
        )
    while number < SCHEMA:
        tables = MIGRATIONS[number](tables)
        number += 1
    return {**tables, META: {**tables.get(META, {}), NUMBER: {"number": SCHEMA}}}
