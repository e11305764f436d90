"""The verb restore: a list, a look at what it changes, and one step back that can be undone."""

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from companion.domain.context_note import ContextNote
from companion.domain.entry import Entry
from companion.storage.merging import join
from companion.storage.paths import BACKUPS, JOURNAL, STORE
from companion.storage.store import Store
from tests.commands.log_verbs import noted, run
from tests.commands.sealed_verbs import wrap_quickly

SECRET = "kitchen"
"""A word that the entries of `noted` hold."""


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    wrap_quickly(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def then(folder: Path) -> tuple[Entry, Entry, Entry]:
    """Three entries of which there is a backup; then one was edited, one deleted and one added."""
    old, good, new = noted(folder)
    run(folder, "backup")
    store = Store(folder)
    store.entries.edit(old, Entry(id=old.id, at=old.at, note="edited", kind=old.kind))
    store.entries.forget(good.id)
    store.entries.keep(Entry(at=new.at, note="added"))
    return old, good, new


def notes(store: Store) -> set[str]:
    return {entry.note for entry in store.entries}


def newest(folder: Path) -> str:
    """Return the name of the newest backup."""
    return max(path.name for path in (folder / BACKUPS).glob("*.json*"))


def test_the_list_shows_what_there_is_newest_first_and_no_word_of_it(
    folder: Path, then: tuple[Entry, Entry, Entry]
) -> None:
    run(folder, "backup")
    (folder / BACKUPS / "companion-20260101-000000-000000.json").write_bytes(b"garbage")
    (folder / f"{STORE}.damaged-20260102-000000-000000").write_bytes(b"garbage")
    said = run(folder, "restore").stdout
    names = [line.split()[0] for line in said.splitlines() if line.startswith("  companion-")]
    assert names == sorted(names, reverse=True)
    assert said.count("3 entries") == 2
    assert "can't be read" in said
    assert f"{STORE}.damaged-20260102-000000-000000" in said
    assert SECRET not in said


def test_an_empty_list_says_how_to_make_a_backup(folder: Path) -> None:
    said = run(folder, "restore")
    assert said.exit_code == 0
    assert "companion backup" in said.stdout
    assert not folder.exists()


def test_going_back_shows_what_changes_and_keeps_what_was_there(folder: Path, then: tuple[Entry, Entry, Entry]) -> None:
    said = run(folder, "restore", newest(folder), "--yes")
    assert said.exit_code == 0
    assert "takes away 1 record · brings 1 record · sets back 1 record" in said.stderr
    assert SECRET not in said.stderr
    assert notes(Store(folder)) == {each.note for each in then}
    kept = said.stdout.split()[-1].rstrip(".")
    assert (folder / BACKUPS / kept).exists()
    assert run(folder, "restore", kept, "--yes").exit_code == 0
    assert notes(Store(folder)) == {then[2].note, "edited", "added"}


def test_nothing_changes_before_the_person_has_agreed(
    folder: Path, then: tuple[Entry, Entry, Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = notes(Store(folder))
    said = run(folder, "restore", newest(folder), given="")
    assert said.exit_code == 2
    assert "--yes" in said.stderr
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    assert "Nothing was changed." in run(folder, "restore", newest(folder), given="n\n").stderr
    assert notes(Store(folder)) == before
    run(folder, "restore", newest(folder), given="y\n")
    assert notes(Store(folder)) == {each.note for each in then}


def test_what_is_there_already_is_not_restored_again(folder: Path, then: tuple[Entry, Entry, Entry]) -> None:
    name = newest(folder)
    run(folder, "restore", name, "--yes")
    count = len(list((folder / BACKUPS).iterdir()))
    said = run(folder, "restore", name, "--yes")
    assert "Nothing was changed." in said.stdout
    assert len(list((folder / BACKUPS).iterdir())) == count


def test_a_merge_does_not_undo_it(folder: Path, then: tuple[Entry, Entry, Entry], tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "other")
    run(folder, "restore", newest(folder), "--yes")
    mine, theirs = Store(folder), Store(tmp_path / "other")
    assert join(mine.tables(), theirs.tables())["entries"] == mine.tables()["entries"]
    assert join(theirs.tables(), mine.tables())["entries"] == mine.tables()["entries"]


def test_a_record_that_is_new_here_keeps_the_time_of_its_change(
    folder: Path, then: tuple[Entry, Entry, Entry], tmp_path: Path
) -> None:
    run(folder, "backup", "-o", str(tmp_path / "mine.json"))
    assert run(tmp_path / "laptop", "restore", str(tmp_path / "mine.json"), "--yes").exit_code == 0
    assert Store(tmp_path / "laptop").tables()["entries"] == Store(folder).tables()["entries"]


def test_another_companion_sees_it_without_a_restart(folder: Path, then: tuple[Entry, Entry, Entry]) -> None:
    running = Store(folder)
    running.entries.keep(Entry(at=then[0].at, note="kept in that one"))
    run(folder, "restore", newest(folder), "--yes")
    assert notes(running) == {each.note for each in then}
    running.entries.keep(Entry(at=then[0].at, note="after"))
    assert notes(Store(folder)) == {each.note for each in then} | {"after"}


@pytest.mark.parametrize("form", ["name", "stem", "path", "journal"])
def test_a_backup_may_be_named_in_any_way(folder: Path, then: tuple[Entry, Entry, Entry], form: str) -> None:
    path = folder / BACKUPS / newest(folder)
    named = {"name": path.name, "stem": path.stem, "path": str(path), "journal": f"{path.stem}.journal"}[form]
    assert run(folder, "restore", named, "--yes").exit_code == 0
    assert notes(Store(folder)) == {each.note for each in then}


def test_a_copy_of_a_whole_folder_may_be_named(folder: Path, then: tuple[Entry, Entry, Entry], tmp_path: Path) -> None:
    Store(folder).close()
    for named in (str(folder), str(folder / STORE)):
        assert run(tmp_path / "laptop", "restore", named, "--yes").exit_code == 0
        assert notes(Store(tmp_path / "laptop")) == notes(Store(folder))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"garbage", "Nothing was changed."),
        (b"{}", "holds none of your words"),
        (b'{"format": "companion-export"}', "Nothing was changed."),
        (b'{"entries": {"a": {}}, "meta": {"schema": {"number": 99}}}', "newer Companion"),
    ],
)
def test_what_can_not_be_read_changes_nothing(
    folder: Path, then: tuple[Entry, Entry, Entry], tmp_path: Path, data: bytes, sentence: str
) -> None:
    before = notes(Store(folder))
    (tmp_path / "odd.json").write_bytes(data)
    said = run(folder, "restore", str(tmp_path / "odd.json"), "--yes")
    assert said.exit_code == 1
    assert sentence in said.stderr
    assert said.stderr.count("\n") == 1
    assert notes(Store(folder)) == before


def test_a_name_that_is_not_there_and_a_journal_alone_are_bad_use(
    folder: Path, then: tuple[Entry, Entry, Entry]
) -> None:
    aside = folder / f"{JOURNAL}.damaged-20260102-000000-000000"
    shutil.copyfile(folder / JOURNAL, aside)
    for named in ("nope", str(folder / JOURNAL), aside.name):
        said = run(folder, "restore", named, "--yes")
        assert said.exit_code == 2
        assert said.stderr.count("\n") == 1


def test_a_damaged_file_that_was_mended_by_hand_comes_back(folder: Path, then: tuple[Entry, Entry, Entry]) -> None:
    Store(folder).close()
    whole = (folder / STORE).read_bytes()
    (folder / STORE).write_bytes(b"garbage")
    run(folder, "log", "list")
    (aside,) = folder.glob(f"{STORE}.damaged-*")
    assert run(folder, "restore", aside.name, "--yes").exit_code == 1
    aside.write_bytes(whole)
    run(folder, "log", "after the damage")
    assert run(folder, "restore", aside.name, "--yes").exit_code == 0
    assert notes(Store(folder)) == {then[2].note, "edited", "added"}


def test_a_kill_while_it_is_written_leaves_the_old_state(
    folder: Path, then: tuple[Entry, Entry, Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = notes(Store(folder))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("companion.storage.whole_file.WholeFile.write", full)
        said = run(folder, "restore", newest(folder), "--yes")
    assert said.exit_code == 1
    assert "the disk is full" in said.stderr
    assert notes(Store(folder)) == before


def test_fields_that_this_companion_does_not_know_come_back_too(folder: Path, tmp_path: Path) -> None:
    noted(folder)
    foreign = {"entries": {"a": {"id": "a", "at": "2026-01-01T00:00:00Z", "note": "x", "later": 1}}, "later": {"b": {}}}
    (tmp_path / "odd.json").write_text(json.dumps(foreign), encoding="utf-8")
    said = run(folder, "restore", str(tmp_path / "odd.json"), "--yes")
    assert "other records" in said.stderr
    assert Store(folder).tables()["entries"] == foreign["entries"]
    assert Store(folder).tables()["later"] == foreign["later"]


def test_one_of_a_sort_is_said_as_one(folder: Path) -> None:
    store = Store(folder)
    store.entries.keep(Entry(at=datetime(2026, 11, 22, 19, tzinfo=UTC), note="x"))
    store.context_notes.keep(ContextNote(since=date(2026, 11, 1), what="work"))
    store.close()
    run(folder, "backup")
    assert "1 entry · 1 context note · " in run(folder, "restore").stdout
    target = folder.parent / "all.json"
    run(folder, "export", "-o", str(target))
    assert ", with 1 entry, 1 context note." in run(folder.parent / "other", "import", str(target), "--yes").stdout
