"""Writing into a sealed folder and reading it again, without scrypt's second."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
SECRET = "what nobody else may read"
PASSPHRASE = "four plain words here"
LENGTH = timedelta(minutes=20)
ALL = {f"{SECRET} {number}" for number in range(3)} | {"in the journal"}
"""The notes of the store that the fixture `sealed` gives."""


def an_entry(note: str = SECRET) -> Entry:
    """Return an entry that is not kept yet."""
    return Entry(at=NOW, note=note)


def a_pause() -> Pause:
    """Return a pause that has not begun yet."""
    return Pause(started_at=NOW, due=NOW + LENGTH, planned=LENGTH, place=SECRET, topic=SECRET, thoughts=(SECRET,))


def opened(folder: Path, passphrase: str | None = None) -> Store:
    """Return the store of a folder; unlocked, if it is given the passphrase."""
    store = Store(folder, wrapping=FakeWrapping())
    if passphrase:
        store.unlock(store.open_key(passphrase))
    return store


def notes(store: Store) -> set[str]:
    """Return the notes that can be read."""
    return {entry.note for entry in store.entries}


def words_on_disk(folder: Path) -> list[str]:
    """Return the names of the files in which a secret lies plain."""
    return [path.name for path in folder.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
