"""The verb backup: one more rolling backup, or one file of the person's own."""

import os
from pathlib import Path

import pytest
from tinydb import JSONStorage

from companion.storage.backups import Backups
from companion.storage.paths import BACKUPS, IDENTITY, STORE
from companion.storage.store import Store
from tests.commands.log_verbs import noted, run
from tests.commands.sealed_verbs import give, opened, seal, wrap_quickly


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    wrap_quickly(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three entries, in the journal alone."""
    noted(tmp_path / "data")
    return tmp_path / "data"


def test_a_backup_holds_everything_and_its_name_is_printed(folder: Path) -> None:
    said = run(folder, "backup")
    path = Path(said.stdout.strip())
    assert (said.exit_code, said.stderr) == (0, "")
    assert path.parent == folder / BACKUPS
    assert Backups(folder / BACKUPS).read(path)["entries"].keys() == {entry.id for entry in Store(folder).entries}
    assert all(each.stat().st_mode & 0o777 == 0o600 for each in path.parent.iterdir())


def test_a_locked_folder_is_backed_up_without_the_passphrase(folder: Path) -> None:
    seal(folder)
    run(folder, "log", "noted while locked")
    said = run(folder, "backup")
    assert (said.exit_code, said.stderr) == (0, "")
    path = Path(said.stdout.strip())
    assert path.name.endswith(".json.age")
    opened(folder).entries.forget(next(iter(opened(folder).entries)).id)
    store = opened(folder)
    there = store.file.folder.backups.read(path) if store.file else {}
    assert len(there["entries"]) == 4


def test_one_file_opens_with_plain_tinydb_and_is_for_nobody_else(folder: Path, tmp_path: Path) -> None:
    said = run(folder, "backup", "-o", str(tmp_path / "mine.json"))
    assert (said.exit_code, said.stdout) == (0, f"{tmp_path / 'mine.json'}\n")
    assert (tmp_path / "mine.json").stat().st_mode & 0o777 == 0o600
    plain = JSONStorage(str(tmp_path / "mine.json"), access_mode="r")
    assert len((plain.read() or {})["entries"]) == 3
    plain.close()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_one_sealed_file_is_read_by_the_key_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal(folder)
    refused = run(folder, "backup", "-o", str(tmp_path / "mine.age"), given="")
    assert refused.exit_code == 1
    assert not (tmp_path / "mine.age").exists()
    give(monkeypatch)
    said = run(folder, "backup", "-o", str(tmp_path / "mine.age"))
    assert said.exit_code == 0
    assert str(folder / IDENTITY) in said.stderr
    data = (tmp_path / "mine.age").read_bytes()
    assert data.startswith(b"age-encryption.org/v1")
    assert b"kitchen" not in data
    run(folder, "log", "later")
    assert run(folder, "restore", str(tmp_path / "mine.age"), "--yes").exit_code == 0
    assert len(list(opened(folder).entries)) == 3


@pytest.mark.parametrize(("sealed", "name"), [(True, "mine.json"), (False, "mine.age")])
def test_a_name_that_lies_about_being_sealed_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sealed: bool, name: str
) -> None:
    if sealed:
        seal(folder)
        give(monkeypatch)
    said = run(folder, "backup", "-o", str(tmp_path / name))
    assert (said.exit_code, said.stdout) == (2, "")
    assert ".age" in said.stderr
    assert not (tmp_path / name).exists()


def test_a_file_that_is_there_is_not_overwritten(folder: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.json"
    there.write_text("mine", encoding="utf-8")
    said = run(folder, "backup", "-o", str(there))
    assert said.exit_code == 2
    assert "nothing was overwritten" in said.stderr
    assert there.read_text(encoding="utf-8") == "mine"


def test_a_copy_that_can_not_be_written_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    said = run(folder, "backup", "-o", str(tmp_path / "nowhere" / "mine.json"))
    assert said.exit_code == 1
    assert said.stderr.count("\n") == 1
    assert "Choose another place" in said.stderr


@pytest.mark.parametrize("words", [[], ["-o", "mine.json"]])
def test_a_drive_without_links_gets_its_copy_too(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "link", refuse)
    assert run(folder, "backup", *words).exit_code == 0


def test_where_nothing_is_kept_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    for words in ([], ["-o", str(tmp_path / "mine.json")]):
        said = run(tmp_path / "none", "backup", *words)
        assert said.exit_code == 1
        assert "nothing to back up" in said.stderr
    assert not list(tmp_path.iterdir())


def test_a_damaged_file_is_set_aside_and_the_backup_holds_what_could_be_brought_back(folder: Path) -> None:
    store = Store(folder)
    store.close()
    (folder / STORE).write_bytes(b"\x00garbage")
    said = run(folder, "backup")
    assert said.exit_code == 0
    assert len(Backups(folder / BACKUPS).read(Path(said.stdout.strip()))["entries"]) == 3
    assert "could not be read" in said.stderr
