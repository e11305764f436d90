"""The bin: deleted entries come back whole, for thirty days, on every machine, whenever it was killed."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.binned import LASTS
from companion.domain.entry import Entry
from companion.domain.unkept import Unkept
from companion.storage.binning import bring_back, delete, deleted_last, empty_bin, forget_for_good, in_bin
from companion.storage.errors import Locked
from companion.storage.merging import changes_from, join
from companion.storage.store import Store
from companion.storage.tables import FORGOTTEN
from tests.conftest import MovableClock
from tests.fake_wrapping import FakeWrapping


def keep(store: Store, clock: MovableClock, *notes: str) -> list[Entry]:
    return [store.entries.keep(Entry(at=clock(), note=note, quote="so")) for note in notes]


def whole(entries: list[Entry]) -> list[tuple[str, str, str]]:
    return sorted((entry.id, entry.note, entry.quote) for entry in entries)


def test_what_is_deleted_lies_in_the_bin_and_comes_back_whole(any_store: Store, clock: MovableClock) -> None:
    one, two = keep(any_store, clock, "one", "two")
    assert [each.id for each in delete(any_store, [one.id, "gone", one.id], clock())] == [one.id]
    assert list(any_store.entries) == [two]
    assert [each.entry for each in in_bin(any_store)] == [one]
    assert [entry.id for entry in bring_back(any_store, [one.id], clock())] == [one.id]
    assert whole(list(any_store.entries)) == whole([one, two])
    assert not list(any_store.bin)


def test_it_comes_back_after_a_restart(tmp_path: Path, clock: MovableClock) -> None:
    entries = keep(Store(tmp_path), clock, "one", "two", "three")
    delete(Store(tmp_path), [entries[0].id], clock())
    clock.move(hours=1)
    delete(Store(tmp_path), [each.id for each in entries[1:]], clock())
    store = Store(tmp_path)
    assert {each.id for each in deleted_last(store)} == {each.id for each in entries[1:]}
    bring_back(store, [each.id for each in deleted_last(store)], clock())
    assert [each.id for each in deleted_last(Store(tmp_path))] == [entries[0].id]


def test_fields_of_a_later_companion_survive_the_bin(any_store: Store, clock: MovableClock) -> None:
    (entry,) = keep(any_store, clock, "one")
    any_store.take([("entries", entry.id, {**any_store.tables()["entries"][entry.id], "later": 7})])
    delete(any_store, [entry.id], clock())
    bring_back(any_store, [entry.id], clock())
    assert any_store.tables()["entries"][entry.id]["later"] == 7


def test_the_bin_empties_itself_after_thirty_days(any_store: Store, clock: MovableClock) -> None:
    old, young = keep(any_store, clock, "old", "young")
    delete(any_store, [old.id], clock())
    clock.move(days=1)
    delete(any_store, [young.id], clock())
    clock.now += LASTS - timedelta(days=1)
    assert empty_bin(any_store, clock()) == 0
    clock.move(seconds=1)
    assert empty_bin(any_store, clock()) == 1
    assert [each.id for each in in_bin(any_store)] == [young.id]
    assert forget_for_good(any_store, [young.id, "gone"], clock()) == 1
    assert not list(any_store.bin)


def test_what_is_forgotten_for_good_takes_its_drafts_along(any_store: Store, clock: MovableClock) -> None:
    one, two = keep(any_store, clock, "one", "two")
    for entry in (one, two):
        any_store.unkept.keep(Unkept(id=f"entry:{entry.id}", written_at=clock(), fields={"note": "changed"}))
    delete(any_store, [one.id, two.id], clock())
    forget_for_good(any_store, [one.id], clock())
    assert [each.id for each in any_store.unkept] == [f"entry:{two.id}"]


def test_what_is_in_the_log_again_is_not_offered(any_store: Store, clock: MovableClock) -> None:
    (entry,) = keep(any_store, clock, "one")
    delete(any_store, [entry.id], clock())
    any_store.entries.keep(entry)
    assert in_bin(any_store) == []
    assert bring_back(any_store, [entry.id], clock()) == []


def test_a_merge_keeps_deleted_what_was_deleted_and_brought_back_what_was_brought_back(
    tmp_path: Path, clock: MovableClock
) -> None:
    mine, theirs = Store(tmp_path / "mine"), Store(tmp_path / "theirs")
    one, two = keep(mine, clock, "one", "two")
    theirs.take(changes_from(theirs.tables(), mine.tables()))
    clock.move(hours=1)
    delete(mine, [one.id, two.id], clock())
    clock.now -= timedelta(hours=3)  # a clock that was set back
    bring_back(mine, [two.id], clock())
    for joined in (join(mine.tables(), theirs.tables()), join(theirs.tables(), mine.tables())):
        assert set(joined["entries"]) == {two.id}
        assert set(joined["bin"]) == {one.id}
    theirs.take(changes_from(theirs.tables(), mine.tables()))
    assert [each.id for each in in_bin(theirs)] == [one.id]
    forget_for_good(mine, [one.id], clock())
    theirs.take(changes_from(theirs.tables(), mine.tables()))
    assert not in_bin(theirs)
    assert set(theirs.entries) == {each for each in theirs.entries if each.id == two.id}


def test_deleting_the_same_again_leaves_one_trace(any_store: Store, clock: MovableClock) -> None:
    (entry,) = keep(any_store, clock, "one")
    for _ in range(3):
        assert delete(any_store, [entry.id], clock())
        assert bring_back(any_store, [entry.id], clock())
    delete(any_store, [entry.id], clock())
    assert set(any_store.tables()[FORGOTTEN]) == {f"entries/{entry.id}"}


def test_nothing_is_deleted_while_it_is_locked(tmp_path: Path, clock: MovableClock) -> None:
    store = Store(tmp_path, wrapping=FakeWrapping())
    (entry,) = keep(store, clock, "one")
    delete(store, [entry.id], clock())
    store.set_passphrase(store.new_key("the passphrase"))
    store.lock()
    assert in_bin(store) == []
    assert empty_bin(store, clock() + 2 * LASTS) == 0
    with pytest.raises(Locked):
        delete(store, [entry.id], clock())
