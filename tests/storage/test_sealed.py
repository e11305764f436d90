"""A sealed store: read by nobody without the passphrase, useful while it is locked, whole after each change of it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.settings import Settings
from companion.domain.worksheet import Answers
from companion.storage.errors import Locked, NotKept, OtherKey, StoreError, Unreadable, WrongPassphrase
from companion.storage.files import replace_file
from companion.storage.paths import BACKUPS, IDENTITY, JOURNAL, PAUSE, RECIPIENT, SEALED, STORE
from companion.storage.sealing.age import Key
from companion.storage.store import Store
from tests.conftest import MovableClock
from tests.fake_wrapping import FakeWrapping

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
SECRET = "what nobody else may read"
PASSPHRASE = "four plain words here"
LENGTH = timedelta(minutes=20)


def an_entry(note: str = SECRET) -> Entry:
    return Entry(at=NOW, note=note)


def a_pause() -> Pause:
    return Pause(started_at=NOW, due=NOW + LENGTH, planned=LENGTH, place=SECRET, topic=SECRET, thoughts=(SECRET,))


def opened(folder: Path, passphrase: str | None = None) -> Store:
    store = Store(folder, wrapping=FakeWrapping())
    if passphrase:
        store.unlock(store.open_key(passphrase))
    return store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def sealed(folder: Path) -> Store:
    """A store with an entry in its file, one in its journal, backups, and a passphrase; unlocked."""
    store = opened(folder)
    for number in range(3):
        store.entries.keep(an_entry(f"{SECRET} {number}"))
        store.close()
    store.set_passphrase(store.new_key(PASSPHRASE))
    store.entries.keep(an_entry("in the journal"))
    return store


def notes(store: Store) -> set[str]:
    return {entry.note for entry in store.entries}


ALL = {f"{SECRET} {number}" for number in range(3)} | {"in the journal"}


def words_on_disk(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


def test_no_word_lies_plain_in_a_sealed_folder(sealed: Store, folder: Path) -> None:
    sealed.pauses.begin(a_pause())
    sealed.close()
    assert words_on_disk(folder) == []
    assert not (folder / STORE).exists()
    assert not (folder / JOURNAL).exists()
    assert {path.suffix for path in (folder / BACKUPS).iterdir()} == {SEALED}


def test_copies_that_lay_plain_are_sealed_too(folder: Path) -> None:
    store = opened(folder)
    store.entries.keep(an_entry())
    store.close()
    damaged = folder / f"{STORE}.damaged-20261122-201000-123456"
    damaged.write_text(f"{{{SECRET}")
    store.set_passphrase(store.new_key(PASSPHRASE))
    assert words_on_disk(folder) == []
    store.remove_passphrase()
    assert damaged.read_text() == f"{{{SECRET}"


def test_it_opens_with_the_passphrase_alone(sealed: Store, folder: Path) -> None:
    other = opened(folder)
    assert other.has_passphrase
    assert other.is_locked
    with pytest.raises(WrongPassphrase):
        other.open_key("four plain words there")
    other.unlock(other.open_key(PASSPHRASE))
    assert notes(other) == notes(sealed) == ALL


def test_while_it_is_locked_nothing_can_be_read_or_changed(sealed: Store, folder: Path) -> None:
    known = next(iter(sealed.entries))
    locked = opened(folder)
    assert list(locked.entries) == []
    assert len(locked.entries) == 0
    assert locked.entries.get(known.id) is None
    assert locked.tables() == {}
    changes: tuple[Callable[[], object], ...] = (
        lambda: locked.entries.forget(known.id),
        lambda: locked.entries.edit(known, known),
        lambda: locked.entries.keep(known),
        lambda: locked.worksheets.keep(Answers(id="calm", filled_at=NOW)),
        lambda: locked.take([("entries", known.id, None)]),
        lambda: locked.change_passphrase(locked.new_key("another one")),
        locked.remove_passphrase,
    )
    for change in changes:
        with pytest.raises(Locked):
            change()
    assert notes(sealed) == ALL


def test_an_entry_kept_while_it_is_locked_appears_after_unlocking(sealed: Store, folder: Path) -> None:
    locked = opened(folder)
    locked.entries.keep(an_entry("kept while locked"))
    assert list(locked.entries) == []
    assert notes(sealed) == ALL | {"kept while locked"}
    locked.unlock(locked.open_key(PASSPHRASE))
    assert notes(locked) == ALL | {"kept while locked"}


def test_a_pause_begun_before_can_be_moved_and_ended_while_it_is_locked(sealed: Store, folder: Path) -> None:
    begun = sealed.pauses.begin(a_pause())
    assert SECRET not in (folder / PAUSE).read_text()
    locked = opened(folder)
    found = locked.pauses.open()
    assert found is not None
    assert (found.due, found.place, found.thoughts) == (begun.due, "", ())
    later = begun.due + LENGTH
    locked.pauses.change_open(lambda pause: pause.park("one more").move(later, NOW))
    seen = sealed.pauses.open()
    assert seen is not None
    assert (seen.due, seen.place, seen.thoughts) == (later, SECRET, (SECRET, "one more"))
    locked.pauses.change_open(lambda pause: pause.come_back(later, 2))
    assert locked.pauses.open() is None
    assert not (folder / PAUSE).exists()
    ended = sealed.pauses.get(begun.id)
    assert ended is not None
    assert (ended.outcome, ended.strength_after, ended.topic) == ("moved in time", 2, SECRET)


def test_a_pause_can_begin_while_it_is_locked_but_not_beside_another(sealed: Store, folder: Path) -> None:
    locked = opened(folder)
    begun = locked.pauses.begin(a_pause())
    assert locked.pauses.begin(a_pause()).id == begun.id
    assert [pause.place for pause in sealed.pauses] == [SECRET]


def test_locking_forgets_what_was_read(sealed: Store) -> None:
    assert notes(sealed) == ALL
    sealed.lock()
    assert sealed.is_locked
    assert list(sealed.entries) == []
    sealed.unlock(sealed.open_key(PASSPHRASE))
    assert notes(sealed) == ALL


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


def test_a_sealed_line_that_is_torn_takes_nothing_with_it(sealed: Store, folder: Path) -> None:
    journal = folder / (JOURNAL + SEALED)
    journal.write_bytes(journal.read_bytes()[:-20])
    locked = opened(folder)
    locked.entries.keep(an_entry("after"))
    assert notes(opened(folder, PASSPHRASE)) == (ALL - {"in the journal"}) | {"after"}


def test_a_damaged_sealed_file_comes_back_from_its_backup(sealed: Store, folder: Path) -> None:
    sealed.close()
    sealed.entries.keep(an_entry("later"))
    sealed.close()
    file = folder / (STORE + SEALED)
    data = bytearray(file.read_bytes())
    data[-5] ^= 1
    file.write_bytes(data)
    store = opened(folder, PASSPHRASE)
    assert notes(store) == ALL | {"later"}
    (aside,) = folder.glob(f"{STORE}{SEALED}.damaged-*")
    assert aside.read_bytes() == bytes(data)
    assert any(aside.name in notice for notice in store.notices())


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


def test_what_a_kill_left_plain_is_sealed_at_the_next_change(sealed: Store, folder: Path) -> None:
    sealed.close()
    (folder / STORE).write_text(json.dumps({"entries": {"1": {"note": SECRET}}}))
    (folder / JOURNAL).write_bytes(b"")
    opened(folder).entries.keep(an_entry("a change"))
    assert words_on_disk(folder) == []
    (copy,) = opened(folder).conflict_copies()  # not what was sealed: somebody may miss it
    assert copy.name.startswith(f"{STORE}.plain-")
    assert copy.suffix == SEALED


@pytest.mark.parametrize("step", range(1, 5))
def test_a_kill_while_sealing_leaves_the_old_state_or_the_new_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Killed after so many files: the sealed one, the public key, the key, its copy."""
    store = opened(folder)
    store.entries.keep(an_entry())
    store.close()
    key, steps = store.new_key(PASSPHRASE), iter(range(1, step))

    class Killed(BaseException):
        pass

    def write(path: Path, data: bytes) -> None:
        if next(steps, None) is None:
            raise Killed
        replace_file(path, data)

    with monkeypatch.context() as killing:
        for module in ("sealing.passphrase", "sealing.keyring", "open_pause"):
            killing.setattr(f"companion.storage.{module}.replace_file", write)
        with pytest.raises(Killed):
            store.set_passphrase(key)
    after = opened(folder)
    if after.has_passphrase:
        after.unlock(after.open_key(PASSPHRASE))
        assert words_on_disk(folder) == []
        assert after.conflict_copies() == []
    assert notes(after) == {SECRET}
    assert after.has_passphrase == (step > 3)


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


def test_settings_can_be_read_while_it_is_locked(sealed: Store, folder: Path) -> None:
    sealed.keep_settings(Settings(lock_after=None, lock_on_blur=True))
    assert opened(folder).settings == Settings(lock_after=None, lock_on_blur=True)
    (folder / "settings.json").write_text("{nonsense")
    assert opened(folder).settings == Settings()
    sealed.keep_settings(Settings(lock_after=9))
    assert (next(folder.glob("settings.json.damaged-*"))).read_text() == "{nonsense"


def test_a_full_disk_while_sealing_leaves_the_plain_store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(folder)
    store.entries.keep(an_entry())
    key = store.new_key(PASSPHRASE)

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("os.fsync", refuse)
        with pytest.raises(NotKept, match="disk is full"):
            store.set_passphrase(key)
    assert not store.has_passphrase
    assert notes(opened(folder)) == {SECRET}
    store.set_passphrase(key)
    assert words_on_disk(folder) == []
