"""Reading another folder, or one file of one: plain or sealed, running or damaged, and never changed by it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion.domain.entry import Entry
from companion.storage.elsewhere import Elsewhere
from companion.storage.errors import OtherKey, StoreError, Unreadable
from companion.storage.exchange.export_file import as_json
from companion.storage.files import read_file
from companion.storage.paths import IDENTITY, JOURNAL, SEALED, STORE
from companion.storage.sealing.seal import Plain, Sealed
from companion.storage.store import Store
from companion.storage.tables import Tables
from tests.fake_wrapping import FakeWrapping

AT = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def two_entries(folder: Path) -> Store:
    """Keep one entry in the file and one in the journal."""
    store = Store(folder, wrapping=FakeWrapping())
    store.entries.keep(Entry(id="a" * 32, at=AT, note="in the file"))
    store.close()
    store.entries.keep(Entry(id="b" * 32, at=AT, note="in the journal"))
    return store


def notes(tables: Tables) -> list[str]:
    """Return the notes that came."""
    return sorted(document["note"] for document in tables["entries"].values())


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("named", ["", STORE])
def test_a_folder_or_its_file_gives_what_the_journal_holds_too_and_stays_as_it_is(named: str, tmp_path: Path) -> None:
    two_entries(tmp_path)
    before = bytes_of(tmp_path)
    assert notes(Elsewhere(tmp_path / named).tables(Plain())) == ["in the file", "in the journal"]
    assert bytes_of(tmp_path) == before


def test_a_backup_gives_what_its_own_journal_holds(tmp_path: Path) -> None:
    two_entries(tmp_path).close()
    newest = max((tmp_path / "backups").glob("companion-*.json"))
    assert notes(Elsewhere(newest).tables(Plain())) == ["in the file", "in the journal"]


def test_a_copy_of_a_journal_alone_gives_what_it_holds(tmp_path: Path) -> None:
    two_entries(tmp_path)
    copy = (tmp_path / JOURNAL).rename(tmp_path / "companion.sync-conflict-20261122-201000-ABCDEFG.journal")
    assert notes(Elsewhere(copy).tables(Plain())) == ["in the journal"]


def test_a_sealed_folder_opens_with_its_key_and_with_no_other(tmp_path: Path) -> None:
    store = two_entries(tmp_path / "one")
    key = store.new_key("correct horse")
    store.set_passphrase(key)
    store.entries.keep(Entry(id="c" * 32, at=AT, note="sealed in the journal"))
    there = Elsewhere(tmp_path / "one")
    assert there.is_sealed and there.has_key
    assert len(notes(there.tables(Sealed((), key)))) == 3
    other = Store(tmp_path / "two", wrapping=FakeWrapping()).new_key("other")
    with pytest.raises(OtherKey, match="another key"):
        there.tables(Sealed((), other))
    (tmp_path / "one" / IDENTITY).rename(tmp_path / "away")
    assert not Elsewhere(tmp_path / "one" / (STORE + SEALED)).has_key


def test_a_torn_or_damaged_journal_line_is_left_out_and_said(tmp_path: Path) -> None:
    two_entries(tmp_path)
    journal = tmp_path / JOURNAL
    journal.write_bytes(b"00000000 damaged\n" + journal.read_bytes() + b"torn")
    there = Elsewhere(tmp_path)
    assert notes(there.tables(Plain())) == ["in the file", "in the journal"]
    assert there.is_damaged


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"entries": 3}', b"\xff\xfe"])
def test_what_is_no_data_file_is_refused_in_a_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_bytes(data)
    with pytest.raises(Unreadable, match="no data file"):
        Elsewhere(tmp_path / "notes.json").tables(Plain())


def test_an_export_is_sent_to_import(tmp_path: Path) -> None:
    (tmp_path / "export.json").write_bytes(as_json({}))
    with pytest.raises(StoreError, match="companion import"):
        Elsewhere(tmp_path / "export.json").tables(Plain())


def test_nothing_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not there"):
        Elsewhere(tmp_path / "none.json")
    with pytest.raises(StoreError, match=r"no companion\.json"):
        Elsewhere(tmp_path)


def test_a_folder_that_is_folded_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = two_entries(tmp_path)
    folds: list[Path] = []

    def fold_first(path: Path) -> bytes:
        if path.name == STORE and not folds:
            folds.append(path)
            store.entries.keep(Entry(id="c" * 32, at=AT, note="meanwhile"))
            store.close()
        return read_file(path)

    monkeypatch.setattr("companion.storage.elsewhere.read_file", fold_first)
    assert notes(Elsewhere(tmp_path).tables(Plain())) == ["in the file", "in the journal", "meanwhile"]
    assert folds
