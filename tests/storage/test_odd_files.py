"""Files that this Companion can't read, or not all of: they are said, and stay as they are."""

import json
from pathlib import Path

import pytest

from companion.domain.entry import Entry
from companion.storage.errors import NewerStore
from companion.storage.paths import STORE
from companion.storage.store import Store
from tests.storage.examples import NOW, an_entry


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b'{"entries": 5}', b"\xff\xfe", b'{"entries": {"a', b"[" * 200_000],
    ids=["empty", "cut off", "a list", "no table", "no text", "cut off later", "nested without end"],
)
def test_a_damaged_file_is_set_aside_said_and_never_overwritten(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / STORE).write_bytes(damage)
    store = Store(tmp_path)
    assert list(store.entries) == []
    store.entries.keep(an_entry())
    (aside,) = tmp_path.glob(f"{STORE}.damaged-*")
    assert aside.read_bytes() == damage
    (notice,) = store.notices()
    assert notice.endswith(f"took its place. It is kept as {aside.name}.")
    assert len(Store(tmp_path).entries) == 1


def test_fields_of_a_newer_companion_survive(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept = store.entries.keep(an_entry())
    store.close()
    tables = json.loads((tmp_path / STORE).read_text())
    tables["entries"][kept.id]["weather"] = "rain"
    (tmp_path / STORE).write_text(json.dumps(tables))
    store.entries.keep(Entry(id=kept.id, at=NOW, note="edited"))
    store.close()
    document = json.loads((tmp_path / STORE).read_text())["entries"][kept.id]
    assert (document["weather"], document["note"]) == ("rain", "edited")


def test_a_record_that_can_not_be_read_stays_on_the_disk(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept = store.entries.keep(an_entry())
    store.close()
    tables = json.loads((tmp_path / STORE).read_text())
    tables["entries"]["odd"] = {"at": "no time", "note": 5}
    (tmp_path / STORE).write_text(json.dumps(tables))
    assert list(store.entries) == [kept]
    list(store.entries)
    assert store.notices() == ["1 of your records can't be read by this Companion. They stay in the file as they are."]
    assert store.entries.forget("odd") is None
    store.entries.keep(an_entry("more"))
    store.close()
    assert "odd" in json.loads((tmp_path / STORE).read_text())["entries"]


def test_a_newer_schema_is_not_written_to(tmp_path: Path) -> None:
    text = json.dumps({"meta": {"schema": {"number": 99}}, "entries": {}})
    (tmp_path / STORE).write_text(text)
    store = Store(tmp_path)
    with pytest.raises(NewerStore, match="newer Companion"):
        store.entries.keep(an_entry())
    assert "newer Companion" in store.notices()[0]
    assert (tmp_path / STORE).read_text() == text


@pytest.mark.parametrize(
    "tables",
    [
        '{"meta": {"schema": {"number": 1}}, "entries": {"odd": ODD}, "pauses": {"odd": ODD}}',
        '{"meta": {"schema": ODD}, "entries": {}}',
        '{"meta": {"schema": {"number": [ODD]}}, "entries": {}}',
    ],
)
@pytest.mark.parametrize(
    "odd",
    ["5", "null", '"x"', "[]", "-1", '{"at": "2026-01-01T10:00:00", "note": "x"}', '{"at": "0001-01-01T00:00:00Z"}',
     '{"at": "2026-01-01T10:00:00Z", "note": 5}', '{"started_at": "9999-12-31T23:59:00Z"}', '{"note": "\\ud800"}'],
)  # fmt: skip
def test_odd_records_are_named_and_do_no_harm(tmp_path: Path, tables: str, odd: str) -> None:
    (tmp_path / STORE).write_text(tables.replace("ODD", odd))
    store = Store(tmp_path)
    assert list(store.entries) == []
    assert store.pauses.open() is None
    store.notices()
    kept = store.entries.keep(an_entry())
    store.close()
    assert list(Store(tmp_path).entries) == [kept]
    assert '"odd"' not in tables or b'"odd"' in (tmp_path / STORE).read_bytes()
