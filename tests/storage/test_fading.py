"""Fading on the disk: old words leave every file but the backups, and nothing else does."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from companion.domain.binned import bin_entry
from companion.domain.entry import Entry
from companion.domain.settings import Settings
from companion.domain.unkept import Unkept
from companion.storage.fading import fade_words
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
OLD = Entry(at=NOW - timedelta(days=91), kind="heated", strength=7, note="red kettle", quote="blue kettle", person="S")
YOUNG = Entry(at=NOW - timedelta(days=89), note="green kettle")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "data", clock=lambda: NOW, wrapping=FakeWrapping())
    store.keep_settings(Settings(fade_after=90, bell=False))
    for entry in (OLD, YOUNG):
        store.entries.keep(entry)
    return store


def words_on_disk(store: Store) -> set[str]:
    """Return which kettles stand in any file but the backups, as bytes."""
    assert store.folder
    files = [path for path in store.folder.rglob("*") if path.is_file() and "backups" not in path.parts]
    read = b"".join(path.read_bytes() for path in files)
    return {word for word in ("red", "blue", "green", "black") if f"{word} kettle".encode() in read}


def test_old_words_leave_the_files_and_all_else_stays(store: Store) -> None:
    assert words_on_disk(store) == {"red", "blue", "green"}
    assert fade_words(store, NOW) == 1
    assert words_on_disk(store) == {"green"}
    again = Store(store.folder)
    faded = again.entries.get(OLD.id)
    assert faded is not None
    assert faded == msgspec.structs.replace(OLD, note="", quote="", faded_at=NOW, changed=faded.changed)
    assert again.settings == Settings(fade_after=90, bell=False, faded_on=NOW.date())


def test_it_is_looked_at_once_a_day(store: Store) -> None:
    fade_words(store, NOW)
    store.entries.keep(msgspec.structs.replace(OLD, id="1" * 32))
    assert fade_words(store, NOW + timedelta(hours=2)) == 0
    assert fade_words(store, NOW + timedelta(days=1)) == 1
    assert store.entries.get("1" * 32)


@pytest.mark.parametrize("after", [None, 92])
def test_nothing_fades_that_was_not_asked_to(store: Store, after: int | None) -> None:
    store.keep_settings(Settings(fade_after=after))
    assert fade_words(store, NOW) == 0
    assert words_on_disk(store) == {"red", "blue", "green"}


def test_what_lies_in_the_bin_and_in_old_drafts_fades_too(store: Store) -> None:
    store.bin.keep(bin_entry(msgspec.structs.replace(OLD, id="2" * 32, note="black kettle"), NOW))
    store.unkept.keep(Unkept(id=f"entry:{OLD.id}", written_at=OLD.at, fields={"note": "black kettle"}))
    fresh = Unkept(id=f"entry:{YOUNG.id}", written_at=OLD.at, fields={"note": "green kettle"})
    store.unkept.keep(fresh)
    fade_words(store, NOW)
    assert words_on_disk(store) == {"green"}
    assert [each.entry.kind for each in store.bin] == ["heated"]
    assert [each.id for each in store.unkept] == [fresh.id]


def test_what_another_companion_wrote_into_a_document_stays(store: Store) -> None:
    document = {**store.tables()["entries"][OLD.id], "weather": "rain"}
    store.take([("entries", OLD.id, document)])
    fade_words(store, NOW)
    assert store.tables()["entries"][OLD.id]["weather"] == "rain"


def test_while_it_is_locked_nothing_fades_and_sealed_words_go_once_it_is_open(store: Store) -> None:
    key = store.new_key("four plain words here")
    store.set_passphrase(key)
    store.lock()
    assert fade_words(store, NOW) == 0
    store.unlock(key)
    sizes = sum(path.stat().st_size for path in (store.folder or Path()).glob("companion.journal*"))
    assert fade_words(store, NOW) == 1
    assert sum(path.stat().st_size for path in (store.folder or Path()).glob("companion.journal*")) <= sizes
    store.lock()
    store.unlock(key)
    assert [entry.note for entry in store.entries if entry.id == OLD.id] == [""]
