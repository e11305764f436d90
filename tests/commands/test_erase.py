"""The verb erase: all of ours goes after a typed phrase, nothing else does, and what is out of reach is said."""

import os
from pathlib import Path

import pytest

from companion.storage.folder_lock import FolderLock
from companion.storage.paths import BACKUPS, LOCK, STORE
from companion.storage.store import Store
from tests.commands.log_verbs import noted, run
from tests.commands.sealed_verbs import seal, wrap_quickly

PHRASE = "erase everything"
OURS = [
    "companion.json.damaged-20260102-000000-000000",
    "companion.json.age.left-20260102-000000-000000",
    "companion.journal.damaged-20260102-000000-000000.age",
    "companion.json.plain-20260102-000000-000000.age",
    "settings.json.damaged-20260102-000000-000000",
    "companion.sync-conflict-20261122-201000-ABCDEFG.json",
    "companion (Kim's conflicted copy 2026-11-22).json",
    ".companion-abc123",
    "settings.json",
    "tries.json",
    "pause.json",
    f"{BACKUPS}/companion.json.merged-20260102-000000-000000",
    f"{BACKUPS}/.companion-abc123",
]
NOT_OURS = ["letter.txt", "companions.json", "companion.json.txt", "my.json", f"{BACKUPS}/holiday.zip", "export.json"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without histories."""
    wrap_quickly(monkeypatch)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("HISTFILE", raising=False)
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three entries, folded and with backups."""
    folder = tmp_path / "data"
    noted(folder)
    Store(folder).close()
    return folder


def strew(folder: Path, names: list[str]) -> None:
    for name in names:
        (folder / name).write_text("{}", encoding="utf-8")


@pytest.mark.parametrize("sealed", [False, True])
def test_everything_of_ours_goes_and_the_folder_too(folder: Path, sealed: bool) -> None:
    if sealed:
        seal(folder)
    strew(folder, OURS)
    count = sum(path.is_file() for path in folder.rglob("*"))
    said = run(folder, "erase", given=f"{PHRASE}\n")
    assert said.exit_code == 0
    assert f"Removed: {count} files" in said.stdout
    assert not folder.exists()
    assert "and the folder" in said.stdout


def test_what_will_go_is_said_before_the_phrase_is_asked_for(folder: Path) -> None:
    count = sum(path.is_file() for path in folder.rglob("*"))
    said = run(folder, "erase", given="\n")
    assert f"{folder}, {count} files" in said.stderr
    assert STORE in said.stderr
    assert "can't be brought back" in said.stderr
    assert "kitchen" not in said.stderr
    assert (folder / STORE).exists()


@pytest.mark.parametrize("words", [(), ("--phrase", "yes"), ("--phrase", "")])
def test_anything_but_the_phrase_removes_nothing(folder: Path, words: tuple[str, ...]) -> None:
    before = sorted(folder.rglob("*"))
    said = run(folder, "erase", *words, given="erase all\n")
    assert said.exit_code == 2
    assert "Nothing was removed." in said.stderr
    assert sorted(folder.rglob("*")) == before


def test_ctrl_d_at_the_question_removes_nothing(folder: Path) -> None:
    said = run(folder, "erase", given="")
    assert (said.exit_code, (folder / STORE).exists()) == (1, True)


def test_nothing_that_is_not_ours_is_touched(folder: Path) -> None:
    strew(folder, [*OURS, *NOT_OURS])
    (folder / ".stversions").mkdir()
    said = run(folder, "erase", "--phrase", PHRASE)
    left = {str(path.relative_to(folder)) for path in folder.rglob("*")}
    assert left == {*NOT_OURS, BACKUPS, ".stversions"}
    assert "The folder stays." in said.stdout
    assert all(name in said.stdout for name in [*NOT_OURS, ".stversions"])


def test_a_damaged_folder_is_erased_as_well(folder: Path) -> None:
    for path in folder.rglob("companion*.js*"):
        path.write_bytes(b"\x00garbage")
    assert run(folder, "erase", "--phrase", PHRASE).exit_code == 0
    assert not folder.exists()


def test_a_link_goes_together_with_the_words_behind_it(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "words.json"
    target.parent.mkdir()
    (folder / STORE).rename(target)
    (folder / STORE).symlink_to(target)
    (target.parent / "other.txt").write_text("mine", encoding="utf-8")
    said = run(folder, "erase", "--phrase", PHRASE)
    assert str(target) in said.stderr
    assert [path.name for path in target.parent.iterdir()] == ["other.txt"]
    assert not folder.exists()


def test_a_folder_that_is_a_link_goes_with_its_link(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    run(link, "erase", "--phrase", PHRASE)
    assert not folder.exists()
    assert not link.is_symlink()


def test_what_is_out_of_reach_is_listed(folder: Path, home: Path) -> None:
    (home / ".bash_history").write_text("ls\ncompanion log he said nothing\n", encoding="utf-8")
    said = run(folder, "erase", "--phrase", PHRASE).stdout
    assert f"{home / '.bash_history'}: 1 line" in said
    assert "he said nothing" not in said
    assert all(
        word in said for word in ("exports", "backups of this computer", "swap", "scrollback", "not overwritten")
    )


def test_where_nothing_is_kept_nothing_is_asked(tmp_path: Path) -> None:
    said = run(tmp_path / "none", "erase", given="")
    assert said.exit_code == 0
    assert "keeps nothing" in said.stdout
    assert not (tmp_path / "none").exists()


def test_another_companion_that_is_writing_is_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.storage.care.erasing._PATIENCE", 0.05)
    with FolderLock(folder / LOCK, 1.0):
        said = run(folder, "erase", "--phrase", PHRASE)
    assert said.exit_code == 1
    assert "Nothing was removed." in said.stderr
    assert (folder / STORE).exists()


def test_what_the_system_does_not_let_go_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name == STORE:
            raise PermissionError(13, os.strerror(13))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    said = run(folder, "erase", "--phrase", PHRASE)
    assert said.exit_code == 1
    assert str(folder / STORE) in said.stderr
    assert [path.name for path in folder.iterdir()] == [STORE]


def test_a_companion_that_is_open_brings_nothing_back(folder: Path) -> None:
    running = Store(folder)
    assert len(list(running.entries)) == 3
    run(folder, "erase", "--phrase", PHRASE)
    assert list(running.entries) == []
    running.close()
    assert not folder.exists()


def test_what_the_person_put_there_and_stays_is_named_before_the_phrase(folder: Path) -> None:
    assert "These stay" not in run(folder, "erase", "--phrase", "no").stderr
    for name in ("articles", "themes"):
        (folder / name).mkdir()
    said = run(folder, "erase", "--phrase", PHRASE)
    assert "These stay, as you put them there yourself: articles, themes\n" in said.stderr
    assert (folder / "articles").is_dir()
