"""A locked store: read by nobody, and useful all the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from companion.domain.filling import Answers
from companion.domain.settings import Settings
from companion.storage.errors import Locked
from companion.storage.paths import PAUSE
from companion.storage.store import Store
from tests.storage.sealed.writing import (
    ALL,
    LENGTH,
    NOW,
    PASSPHRASE,
    SECRET,
    a_pause,
    an_entry,
    notes,
    opened,
)


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


def test_settings_can_be_read_while_it_is_locked(sealed: Store, folder: Path) -> None:
    sealed.keep_settings(Settings(lock_after=None, lock_on_blur=True))
    assert opened(folder).settings == Settings(lock_after=None, lock_on_blur=True)
    (folder / "settings.json").write_text("{nonsense")
    assert opened(folder).settings == Settings()
    sealed.keep_settings(Settings(lock_after=9))
    assert (next(folder.glob("settings.json.damaged-*"))).read_text() == "{nonsense"
