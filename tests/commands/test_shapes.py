"""What `--help` says that `--json` prints is what it prints, key by key."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from companion.domain.reading import Reading
from companion.storage.store import Store
from tests.commands.log_verbs import run

DAYS = ["log", "a line", "--kind", "not-heard", "--strength", "5", "--person", "S"]
VERBS: list[list[str]] = [
    ["status"],
    ["log", "list"],
    ["read", "list"],
    ["read", "search", "guilt"],
    ["read", "trails"],
    ["read", "lately"],
    ["words"],
    ["words", "check", "you never listen"],
    ["doctor"],
    ["review"],
]


def keys(shape: Any) -> set[str]:
    """Return the keys of a shape, those of what it holds too."""
    if isinstance(shape, list):
        return set().union(*map(keys, shape[:1]))
    if isinstance(shape, dict):
        return set(shape) | set().union(*map(keys, shape.values()))
    return set()


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_every_key_is_named(tmp_path: Path, verb: list[str]) -> None:
    run(tmp_path, *DAYS)
    store = Store(tmp_path)
    store.reading.keep(Reading(id="asking-kindly", share=0.4, read_at=datetime.now(UTC)))
    store.close()
    said = run(tmp_path, *(word for word in verb if " " not in word and word != "guilt"), "--help").stdout
    found = json.loads(run(tmp_path, *verb, "--json").stdout)
    assert keys(found)
    assert {key for key in keys(found) if f'"{key}"' not in said} <= {
        "not-heard"
    }  # in “weeks” a key is the id of a kind
    assert "--json prints" in said


def test_the_export_holds_what_its_help_says(tmp_path: Path) -> None:
    run(tmp_path, *DAYS)
    found = json.loads(run(tmp_path, "export").stdout)
    said = run(tmp_path, "export", "--help").stdout
    assert [key for key in found if f'"{key}"' not in said] == []
    assert set(found["tables"]["entries"].popitem()[1]) >= {"id", "at", "note", "changed", "machine"}
