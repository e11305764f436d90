"""What the fault tests share: an entry, what a fresh process reads, and that any TinyDB opens the file."""

import json
from datetime import UTC, datetime
from pathlib import Path

from tinydb.storages import JSONStorage

from companion.domain.entry import Entry
from companion.storage.paths import STORE
from companion.storage.store import Store

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def entry(entry_id: str, note: str) -> Entry:
    """Return an entry of now with that id."""
    return Entry(id=entry_id, at=NOW, note=note)


def check_plain(folder: Path) -> None:
    """The file, where there is one, opens with TinyDB's own storage and with any JSON reader."""
    if (folder / STORE).exists():
        storage = JSONStorage(str(folder / STORE), access_mode="r")
        tables = storage.read()
        storage.close()
        assert tables == json.loads((folder / STORE).read_text(encoding="utf-8"))


def notes(folder: Path) -> dict[str, str]:
    """Return the notes of all entries by their ids, as a fresh process would read them."""
    return {entry.id: entry.note for entry in Store(folder).entries}


MARK = "plainly"
"""A word of every note, by which a file that is not sealed gives itself away."""


def check_sealed(folder: Path, where: str = "") -> None:
    """No file of a sealed folder holds a word of a note, not even one that was left half-written."""
    telling = [path.name for path in folder.rglob("*") if path.is_file() and MARK.encode() in path.read_bytes()]
    assert not telling, (where, telling)
