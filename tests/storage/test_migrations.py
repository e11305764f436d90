"""Older files are brought to the present schema; newer ones are left alone."""

import json
from pathlib import Path

import pytest

from companion.storage.errors import NewerStore
from companion.storage.migrations import MIGRATIONS, SCHEMA, migrate, schema_of
from companion.storage.paths import STORE
from companion.storage.store import Store
from companion.storage.tables import Tables

FIXTURES = Path(__file__).parent.parent / "fixtures"


def test_there_is_a_step_from_every_older_schema() -> None:
    assert sorted(MIGRATIONS) == list(range(SCHEMA))


def test_a_file_without_a_number_is_numbered_and_keeps_its_records() -> None:
    old: Tables = {"entries": {"a": {"at": "2026-11-22T19:10:00Z", "note": "old"}}}
    new = migrate(old)
    assert schema_of(new) == SCHEMA
    assert new["entries"] == old["entries"]
    assert "meta" not in old


def test_migrating_twice_changes_nothing() -> None:
    once = migrate({"entries": {}})
    assert migrate(once) == once


def test_a_newer_file_is_refused() -> None:
    with pytest.raises(NewerStore):
        migrate({"meta": {"schema": {"number": SCHEMA + 1}}})


def test_the_file_of_the_first_release_opens(tmp_path: Path) -> None:
    source = FIXTURES / "store-v1.json"
    (tmp_path / STORE).write_bytes(source.read_bytes())
    store = Store(tmp_path)
    assert [entry.note for entry in store.entries] == ["I said it and it did not arrive"]
    (pause,) = store.pauses
    assert pause.outcome == "moved in time"
    assert [answers.id for answers in store.worksheets] == ["what-calms-me"]
    assert [script.text for script in store.scripts] == ["Back at {back_at}."]
    assert [reading.id for reading in store.reading] == ["asking-kindly"]
    assert json.loads(source.read_text())["meta"]["schema"]["number"] == 1
