"""The store: what was kept is there, for this process and every other."""

import json
import os
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tinydb import Query, TinyDB

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.storage.errors import NewerStore, NotKept, StoreError
from companion.storage.paths import BACKUPS, JOURNAL, STORE
from companion.storage.store import Store
from tests.conftest import HOSTILE

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def an_entry(note: str = "a line") -> Entry:
    return Entry(at=NOW, note=note)


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


def test_looking_creates_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    assert list(store.entries) == []
    assert not (tmp_path / "data").exists()


def test_another_stores_change_is_seen(tmp_path: Path) -> None:
    mine, theirs = Store(tmp_path), Store(tmp_path)
    mine.entries.keep(an_entry("mine"))
    assert theirs.is_stale()
    assert [entry.note for entry in theirs.entries] == ["mine"]
    assert not theirs.is_stale()
    theirs.entries.keep(an_entry("theirs"))
    assert sorted(entry.note for entry in mine.entries) == ["mine", "theirs"]


def test_two_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    program = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path;"
        "from companion.domain.entry import Entry; from companion.storage.store import Store;"
        "store = Store(Path(sys.argv[1]));"
        "[store.entries.keep(Entry(at=datetime.now(UTC), note=str(n))) for n in range(40)]"
    )
    both = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)]) for _ in range(2)]
    assert [process.wait(timeout=60) for process in both] == [0, 0]
    assert len(Store(tmp_path).entries) == 80


@pytest.mark.parametrize(("number", "said"), [(28, "disk is full"), (30, "can't be written to"), (5, "the disk said")])
def test_when_the_disk_refuses_nothing_changes_and_a_sentence_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    store = Store(tmp_path)
    kept = store.entries.keep(an_entry())
    before = (tmp_path / JOURNAL).read_bytes()

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", refuse)
        with pytest.raises(NotKept, match=said):
            store.entries.keep(an_entry("lost?"))
    assert list(store.entries) == [kept]
    assert (tmp_path / JOURNAL).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".companion-")] == []
    assert store.entries.keep(an_entry("again")).note == "again"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"entries": 5}', b"\xff\xfe", b'{"entries": {"a'])
def test_a_damaged_file_is_set_aside_said_and_never_overwritten(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / STORE).write_bytes(damage)
    store = Store(tmp_path)
    assert list(store.entries) == []
    store.entries.keep(an_entry())
    (aside,) = tmp_path.glob(f"{STORE}.damaged-*")
    assert aside.read_bytes() == damage
    (notice,) = store.notices()
    assert notice.endswith(f"took its place. It is kept as {aside.name}.")
    assert len(Store(tmp_path).entries) == 1


def test_fields_of_a_newer_companion_survive(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept = store.entries.keep(an_entry())
    store.close()
    tables = json.loads((tmp_path / STORE).read_text())
    tables["entries"][kept.id]["weather"] = "rain"
    (tmp_path / STORE).write_text(json.dumps(tables))
    store.entries.keep(Entry(id=kept.id, at=NOW, note="edited"))
    store.close()
    document = json.loads((tmp_path / STORE).read_text())["entries"][kept.id]
    assert (document["weather"], document["note"]) == ("rain", "edited")


def test_a_record_that_can_not_be_read_stays_on_the_disk(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept = store.entries.keep(an_entry())
    store.close()
    tables = json.loads((tmp_path / STORE).read_text())
    tables["entries"]["odd"] = {"at": "no time", "note": 5}
    (tmp_path / STORE).write_text(json.dumps(tables))
    assert list(store.entries) == [kept]
    list(store.entries)
    assert store.notices() == ["1 of your records can't be read by this Companion. They stay in the file as they are."]
    assert store.entries.forget("odd") is None
    store.entries.keep(an_entry("more"))
    store.close()
    assert "odd" in json.loads((tmp_path / STORE).read_text())["entries"]


def test_a_newer_schema_is_not_written_to(tmp_path: Path) -> None:
    text = json.dumps({"meta": {"schema": {"number": 99}}, "entries": {}})
    (tmp_path / STORE).write_text(text)
    store = Store(tmp_path)
    with pytest.raises(NewerStore, match="newer Companion"):
        store.entries.keep(an_entry())
    assert "newer Companion" in store.notices()[0]
    assert (tmp_path / STORE).read_text() == text


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_gets_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / STORE).write_text("{}")
    folder.chmod(0o500)
    try:
        with pytest.raises(StoreError, match=r"\.$"):
            Store(folder).entries.keep(an_entry())
    finally:
        folder.chmod(0o700)


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


def test_of_two_who_begin_a_pause_at_once_one_does(tmp_path: Path) -> None:
    mine, theirs = Store(tmp_path), Store(tmp_path)
    length = timedelta(minutes=30)
    pauses = [Pause(started_at=NOW, due=NOW + length, planned=length) for _ in range(2)]
    first = mine.pauses.begin(pauses[0])
    assert theirs.pauses.begin(pauses[1]).id == first.id
    assert len(mine.pauses) == 1


def test_a_change_of_the_open_pause_is_made_to_what_is_on_the_disk(tmp_path: Path) -> None:
    mine, theirs = Store(tmp_path), Store(tmp_path)
    length = timedelta(minutes=30)
    begun = mine.pauses.begin(Pause(started_at=NOW, due=NOW + length, planned=length))
    theirs.pauses.change_open(lambda pause: pause.move(NOW + 2 * length, NOW))
    told = mine.pauses.change_open(lambda pause: pause.tell(NOW), begun.id)
    assert told is not None
    assert (told.due, told.told_at) == (NOW + 2 * length, NOW)
    theirs.pauses.change_open(lambda pause: pause.cancel(NOW))
    assert mine.pauses.change_open(lambda pause: pause.come_back(NOW), begun.id) is None


@pytest.mark.parametrize(
    "tables",
    [
        '{"meta": {"schema": {"number": 1}}, "entries": {"odd": ODD}, "pauses": {"odd": ODD}}',
        '{"meta": {"schema": ODD}, "entries": {}}',
        '{"meta": {"schema": {"number": [ODD]}}, "entries": {}}',
    ],
)
@pytest.mark.parametrize(
    "odd",
    ["5", "null", '"x"', "[]", "-1", '{"at": "2026-01-01T10:00:00", "note": "x"}', '{"at": "0001-01-01T00:00:00Z"}',
     '{"at": "2026-01-01T10:00:00Z", "note": 5}', '{"started_at": "9999-12-31T23:59:00Z"}', '{"note": "\\ud800"}'],
)  # fmt: skip
def test_odd_records_are_named_and_do_no_harm(tmp_path: Path, tables: str, odd: str) -> None:
    (tmp_path / STORE).write_text(tables.replace("ODD", odd))
    store = Store(tmp_path)
    assert list(store.entries) == []
    assert store.pauses.open() is None
    store.notices()
    kept = store.entries.keep(an_entry())
    store.close()
    assert list(Store(tmp_path).entries) == [kept]
    assert '"odd"' not in tables or b'"odd"' in (tmp_path / STORE).read_bytes()


def test_a_file_nested_without_end_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / STORE).write_text("[" * 200_000)
    assert list(Store(tmp_path).entries) == []
    assert len(list(tmp_path.glob(f"{STORE}.damaged-*"))) == 1


def test_half_a_character_can_be_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.entries.keep(an_entry("half \ud800"))
    store.close()
    assert [entry.note for entry in Store(tmp_path).entries] == ["half \ud800"]


def test_a_file_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "elsewhere.json").write_text("{}")
    (tmp_path / "data" / STORE).symlink_to(tmp_path / "elsewhere.json")
    store = Store(tmp_path / "data")
    store.entries.keep(an_entry("linked"))
    store.close()
    assert (tmp_path / "data" / STORE).is_symlink()
    assert "linked" in (tmp_path / "elsewhere.json").read_text()


def test_an_edit_leaves_what_somebody_else_has_changed_meanwhile(any_store: Store) -> None:
    before = any_store.entries.keep(Entry(at=NOW, note="a line", strength=3))
    any_store.entries.keep(Entry(id=before.id, at=NOW, note="a line", strength=8, person="Q"))
    edited = any_store.entries.edit(before, Entry(id=before.id, at=NOW, note="two lines", strength=3))
    assert edited is not None
    assert (edited.note, edited.strength, edited.person) == ("two lines", 8, "Q")
    any_store.entries.forget(before.id)
    assert any_store.entries.edit(before, edited) is None
