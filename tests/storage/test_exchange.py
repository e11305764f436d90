"""The export: complete, the same bytes each time, and checked when it comes back."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.storage.errors import NewerStore
from companion.storage.exchange.export_file import as_json, choose, movable
from companion.storage.exchange.incoming import recognise
from companion.storage.merging import changes_from
from companion.storage.migrations import META, NUMBER
from companion.storage.store import Store
from companion.storage.tables import FORGOTTEN, Tables
from tests.storage.examples import lived_in


def imported(data: bytes) -> Store:
    """Return a new store that took an export."""
    store, found = Store(), recognise(data)
    assert found.bad == []
    store.take(changes_from(store.tables(), found.tables))
    return store


def test_export_erase_import_export_gives_the_same_bytes(any_store: Store) -> None:
    first = as_json(movable(lived_in(any_store).tables()))
    assert as_json(movable(imported(first).tables())) == first


def test_it_is_complete_and_a_record_stands_on_a_line(store: Store) -> None:
    tables = lived_in(store).tables()
    data = as_json(movable(tables))
    document = json.loads(data)
    assert {name: document[name] for name in ("format", "version", "schema")} == {
        "format": "companion-export", "version": 1, "schema": 1,
    }  # fmt: skip
    assert document["tables"] == json.loads(json.dumps({name: dict(tables[name]) for name in tables if name != META}))
    assert document["tables"]["entries"]["e" * 32]["weather"] == "rain"
    assert len(document["tables"][FORGOTTEN]) == 1
    records = sum(map(len, document["tables"].values()))
    assert data.count(b"\n") == 2 + records + 2 * len(document["tables"])


def test_an_empty_store_exports_and_imports(store: Store) -> None:
    data = as_json(movable(store.tables()))
    assert data == b'{"format":"companion-export","schema":1,"version":1,"tables":{\n}}\n'
    assert imported(data).tables() == {}


@given(st.dictionaries(st.text(max_size=3), st.dictionaries(st.text(max_size=2), st.text(max_size=4)), max_size=3))
def test_whatever_was_written_comes_back_in_plain_utf8(table: dict[str, dict[str, str]]) -> None:
    tables: Tables = {"dreams": dict(table)} if table else {}
    data = as_json(tables)
    assert recognise(data).tables == tables
    assert not any(code < 0x20 and code != 0x0A for code in data)  # nothing that steers a terminal


def test_a_lone_half_of_a_character_survives() -> None:
    tables: Tables = {"dreams": {"1": {"text": "\udc80"}}}
    assert recognise(as_json(tables)).tables == tables


def test_days_and_collections_can_be_chosen_with_their_marks(store: Store) -> None:
    tables = movable(lived_in(store).tables())
    today, yesterday = date(2026, 11, 22), date(2026, 11, 21)
    assert set(choose(tables, since=today, until=today)["entries"]) == {"b" * 32, "e" * 32}
    assert set(choose(tables, until=yesterday)["entries"]) == {"a" * 32}
    assert set(choose(tables, ["pauses"])) == {"pauses"}
    assert set(choose(tables, ["entries"])) == {"entries", FORGOTTEN}
    assert set(choose(tables, ["dreams"])) == {"dreams"}
    with pytest.raises(ValueError, match=r"“diaries”\. There are: bin, bookmarks, context_notes, dreams, entries"):
        choose(tables, ["diaries"])


def test_a_file_is_checked_record_by_record_and_says_the_line(store: Store) -> None:
    lived_in(store)
    store.take(
        [
            ("entries", "f" * 32, {"at": "2026-11-22T19:10:00Z", "kind": "good", "strength": 11}),
            ("entries", "9" * 32, {"at": "yesterday", "kind": "good"}),
            (FORGOTTEN, "nowhere", {"changed": "2026-11-22T19:10:00Z"}),
        ]
    )
    data = as_json(movable(store.tables()))
    found = recognise(data)
    lines = data.decode().splitlines()
    assert len(found.bad) == 3
    for bad in found.bad:
        name, document_id = bad.what.split()
        assert f'"{document_id}"' in lines[bad.line - 1]
        assert document_id not in found.tables.get(name, {})
    assert len(found.tables["entries"]) == 3
    assert any("strength" in bad.why.lower() for bad in found.bad)


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"schema": 99}, {"version": 2, "tables": {"entries": {"a": {"other": "shape"}}}}]
)
def test_a_newer_export_is_refused(change: dict[str, object]) -> None:
    header = {"format": "companion-export", "version": 1, "schema": 1, "tables": {}}
    with pytest.raises(NewerStore, match="newer Companion"):
        recognise(json.dumps(header | change).encode())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "nothing that can be imported"),
        (b"dear diary", "nothing that can be imported"),
        (b"[1, 2]", "nothing that can be imported"),
        (b"[" * 100_000, "nothing that can be imported"),
        (b"{" + b'"a":{' * 100_000, "nothing that can be imported"),
        (b'{"a": ' + b"9" * 5000 + b"}", "nothing that can be imported"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b'{"format": "companion-export",\n "version": 1', "damaged on line 2"),
        (b'{"format": "companion-export"}', "damaged"),
        (b'{"format": "companion-export", "version": 1, "schema": 1, "tables": []}', "damaged"),
        (b'{"meta": {"schema": {"number": 1}}, "entries": {}}', "companion merge"),
        (as_json({}, redacted=True), "redacted"),
    ],
)
def test_what_can_not_be_imported_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        recognise(data)


def test_tables_of_one_folder_and_what_is_no_table_do_not_come_in() -> None:
    tables = {META: {NUMBER: {"number": 7}}, "openings": {}, "pauses+": {"a": {"set": {}}}, "entries": [], "dreams": {}}
    found = recognise(json.dumps({"format": "companion-export", "version": 1, "schema": 1, "tables": tables}).encode())
    assert found.tables == {}
    assert {bad.what for bad in found.bad} == {META, "openings", "pauses+", "entries"}
