"""Filters that are kept, what else goes on, copies of an entry, and an emptied bin."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine

from companion.storage.store import Store
from tests.commands.log_verbs import noted, run

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stopped() -> object:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.mark.parametrize("deletes", ["delete", "forget"])
def test_a_filter_is_kept_used_renamed_and_deleted(tmp_path: Path, deletes: str) -> None:
    run(tmp_path, "log", "a #work !7")
    run(tmp_path, "log", "b")
    assert run(tmp_path, "log", "filters", "keep", "hard", "#work", "!7+").exit_code == 0
    run(tmp_path, "log", "filters", "keep", "Hard", "#work !6+")
    assert json.loads(run(tmp_path, "log", "filters", "--json").stdout) == [{"name": "hard", "filter": "#work !6+"}]
    assert [each["note"] for each in json.loads(run(tmp_path, "log", "list", "--saved", "HARD", "--json").stdout)] == [
        "a"
    ]
    assert run(tmp_path, "log", "filters", "rename", "hard", "heavy").exit_code == 0
    assert run(tmp_path, "log", "filters").stdout == "heavy: #work !6+\n"
    assert run(tmp_path, "log", "filters", deletes, "heavy").exit_code == 0
    assert list(Store(tmp_path).filters) == []


def test_a_filter_that_means_nothing_or_is_not_there_is_said(tmp_path: Path) -> None:
    assert "#nosuch is not on the lists" in run(tmp_path, "log", "filters", "keep", "x", "#nosuch").stderr
    assert "No filter has that name" in run(tmp_path, "log", "list", "--saved", "x").stderr
    run(tmp_path, "log", "filters", "keep", "one", "a")
    run(tmp_path, "log", "filters", "keep", "two", "b")
    assert "Another filter has that name" in run(tmp_path, "log", "filters", "rename", "one", "TWO").stderr


def test_what_else_goes_on_is_noted_with_its_days(tmp_path: Path) -> None:
    done = run(tmp_path, "log", "context", "add", "-", "--since", "3 november", given="exams\n")
    (note,) = Store(tmp_path).context_notes
    assert (note.id, note.what, note.since, note.until) == (done.stdout.strip(), "exams", date(2026, 11, 3), None)
    assert run(tmp_path, "log", "context", "edit", note.id[:6], "--until", "2026-11-10").exit_code == 0
    assert run(tmp_path, "log", "context").stdout == f"{note.id[:8]}  exams, 3 November to 10 November\n"
    run(tmp_path, "log", "context", "edit", note.id[:6], "moving", "--until", "")
    (note,) = Store(tmp_path).context_notes
    assert (note.what, note.until) == ("moving", None)
    assert "before the first one" in run(tmp_path, "log", "context", "edit", note.id[:6], "--until", "1 may").stderr
    assert run(tmp_path, "log", "context", "delete", note.id[:6]).exit_code == 0
    assert list(Store(tmp_path).context_notes) == []


def test_a_copy_is_a_new_entry_of_now_with_what_is_given(tmp_path: Path) -> None:
    _, good, _ = noted(tmp_path)
    done = run(tmp_path, "log", "duplicate", good.id[:8], "again", "--strength", "4")
    copy = next(each for each in Store(tmp_path).entries if each.id == done.stdout.strip())
    assert (copy.kind, copy.person, copy.strength, copy.note) == (good.kind, good.person, 4, "again")
    assert (copy.at, copy.id != good.id) == (NOON, True)
    assert len(Store(tmp_path).entries) == 4


def test_deleted_entries_are_forgotten_for_good_after_a_yes(tmp_path: Path) -> None:
    old, good, _ = noted(tmp_path)
    for entry in (old, good):
        run(tmp_path, "log", "delete", entry.id, "--yes")
    assert run(tmp_path, "log", "bin", "--empty").exit_code == 2
    assert len(Store(tmp_path).bin) == 2
    assert run(tmp_path, "log", "bin", "--forget", old.id[:8], "--yes").exit_code == 0
    assert [each.id for each in Store(tmp_path).bin] == [good.id]
    assert "1 entry" in run(tmp_path, "log", "bin", "--empty", "--yes").stdout
    assert len(Store(tmp_path).bin) == 0


def test_on_a_terminal_it_is_said_that_an_entry_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(tmp_path, "log", "to a script").stderr == ""
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    for said in (run(tmp_path, "log", "tea"), run(tmp_path, "day")):
        assert (len(said.stdout.split()), said.stderr) == (1, "Kept.\n")


def test_an_ordinary_day_says_that_it_takes_no_words(tmp_path: Path) -> None:
    said = run(tmp_path, "day", "hard")
    assert (said.exit_code, said.stdout) == (2, "")
    assert said.stderr == "companion: An ordinary day takes no words. To note what happened: companion log TEXT\n"
    assert not list(Store(tmp_path).entries)
