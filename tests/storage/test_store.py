"""The store: what was kept is there, for this process and every other."""

from pathlib import Path

from tinydb import Query, TinyDB

from companion.domain.entry import Entry
from companion.storage.paths import STORE
from companion.storage.store import Store
from tests.conftest import HOSTILE
from tests.storage.examples import NOW, an_entry


def test_what_is_kept_can_be_iterated_found_and_counted(any_store: Store) -> None:
    kept = any_store.entries.keep(an_entry())
    assert list(any_store.entries) == [kept]
    assert any_store.entries.get(kept.id) == kept
    assert len(any_store.entries) == 1


def test_keeping_the_same_id_replaces(any_store: Store) -> None:
    kept = any_store.entries.keep(an_entry())
    any_store.entries.keep(Entry(id=kept.id, at=NOW, note="other"))
    assert [entry.note for entry in any_store.entries] == ["other"]


def test_what_is_forgotten_comes_back_by_keeping_it(any_store: Store) -> None:
    kept = any_store.entries.keep(an_entry())
    gone = any_store.entries.forget(kept.id)
    assert gone == kept
    assert len(any_store.entries) == 0
    assert any_store.entries.forget(kept.id) is None
    any_store.entries.keep(kept)
    assert any_store.entries.get(kept.id) is not None


def test_it_is_there_after_opening_again(tmp_path: Path) -> None:
    kept = Store(tmp_path).entries.keep(an_entry(HOSTILE))
    assert Store(tmp_path).entries.get(kept.id) == kept


def test_the_file_is_plain_tinydb(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept = store.entries.keep(an_entry("found by TinyDB"))
    store.close()
    database = TinyDB(tmp_path / STORE)
    table = database.table("entries")
    table.document_id_class = str  # type: ignore[assignment]  # our ids are UUIDs, TinyDB's own are numbers
    found = table.search(Query().note == "found by TinyDB")
    assert [document["id"] for document in found] == [kept.id]
    database.close()


def test_another_stores_change_is_seen(tmp_path: Path) -> None:
    mine, theirs = Store(tmp_path), Store(tmp_path)
    mine.entries.keep(an_entry("mine"))
    assert theirs.is_stale()
    assert [entry.note for entry in theirs.entries] == ["mine"]
    assert not theirs.is_stale()
    theirs.entries.keep(an_entry("theirs"))
    assert sorted(entry.note for entry in mine.entries) == ["mine", "theirs"]


def test_half_a_character_can_be_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.entries.keep(an_entry("half \ud800"))
    store.close()
    assert [entry.note for entry in Store(tmp_path).entries] == ["half \ud800"]


def test_an_edit_leaves_what_somebody_else_has_changed_meanwhile(any_store: Store) -> None:
    before = any_store.entries.keep(Entry(at=NOW, note="a line", strength=3))
    any_store.entries.keep(Entry(id=before.id, at=NOW, note="a line", strength=8, person="Q"))
    edited = any_store.entries.edit(before, Entry(id=before.id, at=NOW, note="two lines", strength=3))
    assert edited is not None
    assert (edited.note, edited.strength, edited.person) == ("two lines", 8, "Q")
    any_store.entries.forget(before.id)
    assert any_store.entries.edit(before, edited) is None
