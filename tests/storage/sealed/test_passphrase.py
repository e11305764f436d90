"""Setting, trying, changing and removing the passphrase."""

import json
from pathlib import Path

import pytest

from companion.storage.errors import OtherKey, StoreError, WrongPassphrase
from companion.storage.paths import BACKUPS, IDENTITY, JOURNAL, PAUSE, RECIPIENT, SEALED, STORE
from companion.storage.sealing.age import Key
from companion.storage.store import Store
from tests.conftest import MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.storage.sealed.writing import (
    ALL,
    NOW,
    PASSPHRASE,
    SECRET,
    an_entry,
    notes,
    opened,
)


def test_it_opens_with_the_passphrase_alone(sealed: Store, folder: Path) -> None:
    other = opened(folder)
    assert other.has_passphrase
    assert other.is_locked
    with pytest.raises(WrongPassphrase):
        other.open_key("four plain words there")
    other.unlock(other.open_key(PASSPHRASE))
    assert notes(other) == notes(sealed) == ALL


def test_another_passphrase_takes_the_place_of_the_first(sealed: Store, folder: Path) -> None:
    sealed.change_passphrase(sealed.rewrap("another one"))
    assert notes(sealed) == ALL
    with pytest.raises(WrongPassphrase):
        opened(folder, PASSPHRASE)
    assert notes(opened(folder, "another one")) == ALL


def test_a_new_key_makes_old_copies_of_the_key_useless(sealed: Store, folder: Path, tmp_path: Path) -> None:
    old = (folder / IDENTITY).read_bytes()
    reader = opened(folder, PASSPHRASE)
    sealed.change_passphrase(sealed.new_key("another one"))
    assert notes(sealed) == ALL
    assert reader.is_locked  # its key is of no use any more
    (folder / "old").write_bytes(old)
    old_key = FakeWrapping().unwrap(old, PASSPHRASE)
    for path in folder.rglob(f"*{SEALED}"):
        assert old_key.encode() not in path.read_bytes()
    key = Key(old_key, old)
    for path in [folder / (STORE + SEALED), *(folder / BACKUPS).glob(f"*.json{SEALED}")]:
        with pytest.raises(OtherKey):
            key.open(path.read_bytes())
    again = opened(folder, "another one")
    assert notes(again) == ALL
    assert len(again.file.folder.backups.all()) >= 2  # type: ignore[union-attr]
    for pair in again.file.folder.backups.all():  # type: ignore[union-attr]
        again.file.folder.backups.read(pair)  # type: ignore[union-attr]


def test_without_the_passphrase_all_is_plain_again(sealed: Store, folder: Path) -> None:
    sealed.remove_passphrase()
    assert not sealed.has_passphrase
    assert notes(sealed) == notes(opened(folder)) == ALL
    assert not list(folder.rglob(f"*{SEALED}"))
    assert not (folder / RECIPIENT).exists()
    assert not (folder / PAUSE).exists()
    assert json.loads((folder / STORE).read_text())["entries"]


def test_others_notice_when_a_passphrase_is_set_and_removed(folder: Path) -> None:
    mine, theirs = opened(folder), opened(folder)
    mine.entries.keep(an_entry())
    assert notes(theirs) == {SECRET}
    mine.set_passphrase(mine.new_key(PASSPHRASE))
    assert theirs.is_stale()
    assert theirs.is_locked
    theirs.entries.keep(an_entry("by a store that was opened plain"))
    assert not (folder / JOURNAL).exists()
    assert notes(mine) == {SECRET, "by a store that was opened plain"}
    mine.remove_passphrase()
    assert notes(theirs) == {SECRET, "by a store that was opened plain"}


def test_an_empty_passphrase_is_refused(folder: Path) -> None:
    store = Store(folder)
    with pytest.raises(ValueError, match="protects nothing"):
        store.new_key("")


def test_a_key_that_was_wrapped_weakly_is_wrapped_again(sealed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    factors: dict[bytes, int] = {}
    monkeypatch.setattr("companion.storage.lockable.work_factor", factors.get)
    first = sealed.key
    assert first is not None
    factors[first.wrapped] = 17
    assert not sealed.is_weak
    factors[first.wrapped] = 15
    assert sealed.is_weak
    for factor, is_taken in ((15, False), (16, True)):
        again = sealed.rewrap(PASSPHRASE)
        factors[again.wrapped] = factor
        sealed.strengthen(again)
        assert (sealed.key == again) == is_taken
    assert notes(sealed) == ALL


def test_a_second_passphrase_is_not_set_over_the_first(sealed: Store) -> None:
    with pytest.raises(StoreError, match="Change it instead"):
        sealed.set_passphrase(sealed.new_key("another one"))


def test_failed_tries_are_listed_inside_and_slow_the_next_one_down(sealed: Store, folder: Path) -> None:
    clock = MovableClock(NOW)
    store = Store(folder, wrapping=FakeWrapping(), clock=clock)
    waits = []
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            store.open_key("guessed")
        waits.append(store.unlock_delay())
    assert waits == [0, 0, 2, 4, 8]
    clock.move(seconds=3)
    assert store.unlock_delay() == 5
    clock.move(days=-1)
    assert store.unlock_delay() == 8  # a clock that was set back locks nobody out
    assert not store.openings
    clock.move(days=1, seconds=10)
    store.unlock(store.open_key(PASSPHRASE))
    assert [each.ok for each in store.openings] == [True, *[False] * 5]
    assert store.unlock_delay() == 0
