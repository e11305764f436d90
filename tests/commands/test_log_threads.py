"""The verbs log threads, bridge, hide, unhide, bin and restore; and the filter of log list."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.domain.binned import LASTS
from companion.domain.entry import Entry
from companion.storage.binning import delete
from companion.storage.store import Store
from tests.commands.log_verbs import noted, run
from tests.conftest import HOSTILE


def rupture(folder: Path, days: int = 3, **fields: object) -> Entry:
    at = datetime.now(UTC) - timedelta(days=days)
    return Store(folder).entries.keep(Entry(at=at, kind="heated", person="Sam Lee", **fields))  # type: ignore[arg-type]


def ids(folder: Path, *words: str) -> list[str]:
    return [each["id"] for each in json.loads(run(folder, "log", "list", "--json", *words).stdout)]


def test_the_list_takes_the_filter_of_the_log(tmp_path: Path) -> None:
    old, good, new = noted(tmp_path)
    assert ids(tmp_path, "kitchen") == [new.id, old.id]
    assert ids(tmp_path, "#tears kitchen") == [old.id]
    assert ids(tmp_path, "#tears", "#good") == [good.id, old.id]
    assert ids(tmp_path, "@m !2-3") == [good.id]
    assert ids(tmp_path, "since:yesterday has:note") == [new.id]
    assert ids(tmp_path, "kitchen", "--until", "yesterday") == [old.id]
    assert ids(tmp_path, "kitchen", "--kind", "tears") == [old.id]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [("#teers", "Did you mean #tears?"), ("!12", "0 to 10"), ("since:last", "since:monday, since:2026-11-01")],
)
def test_a_filter_that_means_nothing_is_bad_use(tmp_path: Path, query: str, sentence: str) -> None:
    said = run(tmp_path, "log", "list", query)
    assert said.exit_code == 2
    assert sentence in said.stderr


def test_threads_are_listed_open_first_and_safe_to_print(tmp_path: Path) -> None:
    opened, mended = rupture(tmp_path, note=HOSTILE), rupture(tmp_path, 9, note="old")
    answer = run(tmp_path, "log", "bridge", mended.id[:8], "we", "talked").stdout.strip()
    said = run(tmp_path, "log", "threads").stdout
    assert "\x1b" not in said
    rows = said.splitlines()
    assert rows[0] == "Open"
    assert f"{opened.id[:8]}  It got heated · SL · I felt [/b]" in rows[1]
    assert rows[1].endswith("(open 3 days)")
    assert rows[2] == "Bridged"
    assert "(bridged after 9 days)" in rows[3]
    assert f"{answer[:8]}  Something was mended · SL · we talked  (bridged)" in rows[4]
    assert "Bridged" not in run(tmp_path, "log", "threads", "--open").stdout


def test_threads_for_machines(tmp_path: Path) -> None:
    opened = rupture(tmp_path)
    (found,) = json.loads(run(tmp_path, "log", "threads", "--json").stdout)
    assert found["rupture"]["id"] == opened.id
    assert (found["open"], found["mended"], found["open_days"], found["answers"]) == (True, None, 3, [])
    run(tmp_path, "log", "bridge", opened.id)
    (found,) = json.loads(run(tmp_path, "log", "threads", "--json").stdout)
    assert (found["open"], found["mended"], found["open_days"]) == (False, "bridged", None)
    assert round(found["seconds_to_repair"] / 86400) == 3
    assert json.loads(run(tmp_path, "log", "threads", "--open", "--json").stdout) == []


@pytest.mark.parametrize(("option", "mended"), [("--half", "half"), ("--let-go", "let-go"), (None, "bridged")])
def test_bridge_answers_the_head_of_the_thread(tmp_path: Path, option: str | None, mended: str) -> None:
    head = rupture(tmp_path)
    first = run(tmp_path, "log", "bridge", head.id, "--half").stdout.strip()
    second = run(tmp_path, "log", "bridge", first, *([option] if option else [])).stdout.strip()
    kept = Store(tmp_path).entries.get(second)
    assert kept is not None
    assert (kept.answers, kept.mended, kept.person) == (head.id, mended, "Sam Lee")


def test_bridge_says_one_thing_at_a_time(tmp_path: Path) -> None:
    head = rupture(tmp_path)
    assert run(tmp_path, "log", "bridge", head.id, "--half", "--let-go").exit_code == 2
    assert "companion log threads" in run(tmp_path, "log", "bridge", "ffff").stderr
    assert len(Store(tmp_path).entries) == 1


def test_hidden_entries_are_left_out_and_counted(tmp_path: Path) -> None:
    old, good, new = noted(tmp_path)
    assert run(tmp_path, "log", "hide", good.id[:8]).exit_code == 0
    said = run(tmp_path, "log", "list")
    assert good.id[:8] not in said.stdout
    assert "1 hidden: companion log list is:hidden" in said.stderr
    assert ids(tmp_path, "is:hidden") == [good.id]
    run(tmp_path, "log", "unhide", good.id)
    assert ids(tmp_path) == [new.id, good.id, old.id]


def test_a_deleted_entry_comes_back(tmp_path: Path) -> None:
    _, good, _ = noted(tmp_path)
    said = run(tmp_path, "log", "delete", good.id)
    assert f"companion log restore {good.id[:8]}" in said.stdout
    assert "(30 days left)" in run(tmp_path, "log", "bin").stdout
    (found,) = json.loads(run(tmp_path, "log", "bin", "--json").stdout)
    assert (found["id"], found["days_left"]) == (good.id, 30)
    assert run(tmp_path, "log", "restore", good.id[:8]).stdout == f"{good.id}\n"
    assert run(tmp_path, "log", "bin").stdout == "Nothing is in the bin.\n"
    assert Store(tmp_path).entries.get(good.id) is not None
    assert "See the ids with: companion log bin" in run(tmp_path, "log", "restore", good.id).stderr


@pytest.mark.parametrize("words", [["log", "a line"], ["day"], ["log", "hide", "ID"]])
def test_a_verb_that_writes_empties_the_bin(tmp_path: Path, words: list[str]) -> None:
    old, good, _ = noted(tmp_path)
    delete(Store(tmp_path), [good.id], datetime.now(UTC) - LASTS - timedelta(days=1))
    assert run(tmp_path, "log", "bin").stdout == "Nothing is in the bin.\n"
    assert len(Store(tmp_path).bin) == 1
    run(tmp_path, *(old.id if word == "ID" else word for word in words))
    assert len(Store(tmp_path).bin) == 0
