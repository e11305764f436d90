"""Bringing an older file to the present schema: one pure function a step."""

from collections.abc import Callable, Mapping

from companion.catalogue import _
from companion.domain.record import new_id
from companion.storage.errors import NewerStore
from companion.storage.tables import Tables

Migration = Callable[[Tables], Tables]

SCHEMA = 1
"""The schema that this Companion writes."""

META, NUMBER, STORE_ID, FORMER_KEYS = "meta", "schema", "store", "former-keys"


def _number_it(tables: Tables) -> Tables:
    """0 → 1: a file from before schema numbers has the shape of 1."""
    return tables


MIGRATIONS: dict[int, Migration] = {0: _number_it}
"""The step that leads away from each schema."""


def schema_of(tables: Tables) -> int:
    """Return the schema number that the tables carry; 0 if they carry none."""
    schema = tables.get(META, {}).get(NUMBER)
    number = schema.get("number") if isinstance(schema, Mapping) else None
    return max(0, number) if isinstance(number, int) else 0


def store_id(tables: Tables) -> object:
    """Return what tells this store from one that was begun anew in the same folder; None for the oldest ones."""
    store = tables.get(META, {}).get(STORE_ID)
    return store.get("id") if isinstance(store, Mapping) else None


def former_keys(tables: Tables) -> list[str]:
    """Return the secret keys to which the words were sealed before; they lie sealed themselves."""
    former = tables.get(META, {}).get(FORMER_KEYS)
    keys = former.get("identities") if isinstance(former, Mapping) else None
    return [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []


def check_writable(tables: Tables) -> None:
    """Raise NewerStore if the tables come from a newer Companion, which this one could harm."""
    if schema_of(tables) > SCHEMA:
        raise NewerStore(
            _(
                "These words were kept by a newer Companion than this one. "
                "Nothing was changed. Update Companion to add to them."
            )
        )


def migrate(tables: Tables) -> Tables:
    """Return the tables in the present schema; the ones given are left as they were.

    Raises:
        NewerStore: if they come from a newer Companion.
    """
    check_writable(tables)
    begun = {} if tables else {STORE_ID: {"id": new_id()}}
    for number in range(schema_of(tables), SCHEMA):
        tables = MIGRATIONS[number](tables)
    return {**tables, META: {**begun, **tables.get(META, {}), NUMBER: {"number": SCHEMA}}}
