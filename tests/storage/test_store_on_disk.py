"""What the store does in its folder: whose it is, what is made there, and a disk that refuses."""

import os
import stat
from pathlib import Path

import pytest

from companion.storage.errors import NotKept, StoreError
from companion.storage.paths import BACKUPS, JOURNAL, LOCK, STORE
from companion.storage.store import Store
from tests.storage.examples import an_entry


def test_looking_creates_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    assert list(store.entries) == []
    assert not (tmp_path / "data").exists()


def test_only_the_owner_can_look(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    store = Store(folder)
    for _ in range(2):
        store.entries.keep(an_entry())
        store.close()
    store.entries.keep(an_entry())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}
    assert set(modes) >= {STORE, JOURNAL, BACKUPS}
    assert {name: mode for name, mode in modes.items() if mode & 0o077} == {}


def test_what_we_left_ourselves_is_no_other_thing(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / LOCK).touch()
    (tmp_path / BACKUPS).mkdir()
    store = Store(tmp_path)
    assert store.notices() == []
    store.entries.keep(an_entry())
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_that_nothing_can_be_kept_is_said_before_anything_is_typed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / LOCK).touch()
    (tmp_path / "holiday.jpg").touch()
    (said,) = Store(tmp_path).notices()
    with pytest.raises(StoreError) as refused:
        Store(tmp_path).entries.keep(an_entry())
    assert said == str(refused.value)
    assert said.startswith("Not kept: others can look into")


def test_a_folder_with_other_things_in_it_is_not_closed_to_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "holiday.jpg").touch()
    with pytest.raises(StoreError, match="a folder of its own"):
        Store(tmp_path).entries.keep(an_entry())
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_folder_that_is_none_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="can't be read"):
        list(Store(tmp_path / "file").entries)


def test_a_file_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "elsewhere.json").write_text("{}")
    (tmp_path / "data" / STORE).symlink_to(tmp_path / "elsewhere.json")
    store = Store(tmp_path / "data")
    store.entries.keep(an_entry("linked"))
    store.close()
    assert (tmp_path / "data" / STORE).is_symlink()
    assert "linked" in (tmp_path / "elsewhere.json").read_text()


@pytest.mark.parametrize(("number", "said"), [(28, "disk is full"), (30, "can't be written to"), (5, "the disk said")])
def test_when_the_disk_refuses_nothing_changes_and_a_sentence_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    store = Store(tmp_path)
    kept = store.entries.keep(an_entry())
    before = (tmp_path / JOURNAL).read_bytes().rstrip(b"\0")

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", refuse)
        with pytest.raises(NotKept, match=said):
            store.entries.keep(an_entry("lost?"))
    assert list(store.entries) == [kept]
    assert (tmp_path / JOURNAL).read_bytes().rstrip(b"\0") == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".companion-")] == []
    assert store.entries.keep(an_entry("again")).note == "again"
