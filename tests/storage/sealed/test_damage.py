"""Sealed files, or the key to them, that are damaged or gone."""

from pathlib import Path

import pytest

from companion.storage.errors import StoreError, Unreadable
from companion.storage.paths import BACKUPS, IDENTITY, JOURNAL, RECIPIENT, SEALED, STORE
from companion.storage.store import Store
from tests.storage.sealed.writing import (
    ALL,
    PASSPHRASE,
    an_entry,
    notes,
    opened,
)


def test_a_sealed_line_that_is_torn_takes_nothing_with_it(sealed: Store, folder: Path) -> None:
    journal = folder / (JOURNAL + SEALED)
    journal.write_bytes(journal.read_bytes().rstrip(b"\0")[:-20])
    locked = opened(folder)
    locked.entries.keep(an_entry("after"))
    assert notes(opened(folder, PASSPHRASE)) == (ALL - {"in the journal"}) | {"after"}


def test_a_damaged_key_comes_back_from_its_copy(sealed: Store, folder: Path) -> None:
    (folder / IDENTITY).write_bytes(b"fake\nfour plain words here\nAGE-SECRET-KEY-1BROKEN\n")
    store = opened(folder, PASSPHRASE)
    assert notes(store) == ALL
    assert (folder / IDENTITY).read_bytes() == (folder / BACKUPS / IDENTITY).read_bytes()


def test_a_key_that_is_damaged_twice_says_so_and_changes_nothing(sealed: Store, folder: Path) -> None:
    for path in (folder / IDENTITY, folder / BACKUPS / IDENTITY):
        path.write_bytes(path.read_bytes()[:-9])
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(Unreadable, match=r"identity\.age is damaged"):
        opened(folder).open_key(PASSPHRASE)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_key_that_is_gone_comes_back_from_its_copy(sealed: Store, folder: Path) -> None:
    (folder / IDENTITY).unlink()
    opened(folder).entries.keep(an_entry("while the key was away"))
    assert notes(opened(folder, PASSPHRASE)) == ALL | {"while the key was away"}


def test_a_sealed_folder_that_cannot_be_written_to_can_be_read(
    sealed: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("companion.storage.folder.make_private", refuse)
    assert notes(opened(folder, PASSPHRASE)) == ALL


def test_nothing_is_begun_anew_where_the_key_is_gone(sealed: Store, folder: Path) -> None:
    (folder / IDENTITY).unlink()
    (folder / BACKUPS / IDENTITY).unlink()
    store = opened(folder)
    with pytest.raises(Unreadable, match=r"identity\.age, is not there"):
        list(store.entries)
    with pytest.raises(Unreadable):
        store.entries.keep(an_entry())
    assert not (folder / STORE).exists()


def test_a_lost_public_key_is_set_right_by_unlocking(sealed: Store, folder: Path) -> None:
    (folder / RECIPIENT).unlink()
    with pytest.raises(StoreError, match="Unlock Companion"):
        opened(folder).entries.keep(an_entry())
    opened(folder, PASSPHRASE)
    opened(folder).entries.keep(an_entry("again"))
    assert notes(opened(folder, PASSPHRASE)) == ALL | {"again"}
