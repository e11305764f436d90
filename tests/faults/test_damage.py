"""Torn, truncated, emptied and flipped bytes, at every offset of a small store.

For each: nothing that was kept is gone without a copy, nothing unreadable is overwritten, and the store goes on.
The suite damages every few bytes; by hand, each:
`COMPANION_DAMAGE_EVERY=1 python -m pytest tests/faults/test_damage.py`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion.domain.entry import Entry
from companion.storage.paths import JOURNAL, STORE
from companion.storage.store import Store

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
EVERY = int(os.environ.get("COMPANION_DAMAGE_EVERY", "11"))

Damage = Callable[[bytes, int], bytes]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file, a journal and a backup: three entries folded, three not."""
    folder = tmp_path_factory.mktemp("sound") / "data"
    store = Store(folder)
    for number in range(6):
        store.entries.keep(Entry(id=f"{number:032x}", at=NOW, note=f"note {number}"))
        if number in (1, 2):
            store.close()
    return folder


def truncated(data: bytes, at: int) -> bytes:
    return data[:at]


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :]


def garbage(data: bytes, at: int) -> bytes:
    return data[:at] + b"\x00garbage\n" + data[at:]


def offsets(data: bytes, step: int) -> set[int]:
    """Return where to damage a file: all over what is written, and in the room behind it, if there is any."""
    written = len(data.rstrip(b"\0"))
    return {*range(0, written, step), min(written, len(data) - 1), len(data) - 1}


def damaged(sound: Path, tmp_path: Path, name: str, damage: Damage) -> Iterator[tuple[int, Path, bytes]]:
    """Yield copies of the folder, each with one file damaged at another offset."""
    data = (sound / name).read_bytes()
    for at in offsets(data, EVERY):
        folder = tmp_path / str(at)
        shutil.copytree(sound, folder)
        broken = damage(data, at)
        (folder / name).write_bytes(broken)
        yield at, folder, broken
        shutil.rmtree(folder)


def notes(store: Store) -> set[str]:
    return {entry.note for entry in store.entries}


ALL = {f"note {number}" for number in range(6)}


@pytest.mark.parametrize("damage", [truncated, garbage])
def test_a_damaged_file_comes_back_whole_from_its_backup(sound: Path, tmp_path: Path, damage: Damage) -> None:
    for at, folder, broken in damaged(sound, tmp_path, STORE, damage):
        store = Store(folder)
        assert notes(store) == ALL, at
        (aside,) = folder.glob(f"{STORE}.damaged-*")
        assert aside.read_bytes() == broken, at
        assert store.notices(), at
        store.entries.keep(Entry(at=NOW, note="after"))
        assert notes(Store(folder)) == ALL | {"after"}, at


def test_a_flipped_bit_in_the_file_loses_no_entry(sound: Path, tmp_path: Path) -> None:
    for at, folder, broken in damaged(sound, tmp_path, STORE, flipped):
        store = Store(folder)
        found = notes(store)
        aside = list(folder.glob(f"{STORE}.damaged-*"))
        if aside:
            assert found == ALL, at
            assert aside[0].read_bytes() == broken, at
        else:  # still JSON: a letter of a note, an id or a name is another one
            assert len(found & ALL) >= len(ALL) - 3, at
        store.entries.keep(Entry(at=NOW, note="after"))
        assert "after" in notes(Store(folder)), at


@pytest.mark.parametrize("damage", [truncated, flipped, garbage])
def test_a_damaged_journal_loses_at_most_the_line_that_was_hit_and_keeps_a_copy(
    sound: Path, tmp_path: Path, damage: Damage
) -> None:
    whole = (sound / JOURNAL).read_bytes()
    for at, folder, broken in damaged(sound, tmp_path, JOURNAL, damage):
        store = Store(folder)
        found = notes(store)
        assert found >= {"note 0", "note 1", "note 2"}, at
        survivors = {f"note {number}" for number in (3, 4, 5) if f"note {number}".encode() in broken}
        assert len(survivors - found) <= 2, at  # a flipped line end takes two lines with it
        store.entries.keep(Entry(at=NOW, note="after"))
        again = Store(folder)
        assert notes(again) == found | {"after"}, at
        if not found >= survivors or (broken and whole.startswith(broken) and not broken.endswith(b"\n")):
            copies = [path.read_bytes() for path in folder.glob(f"{JOURNAL}.damaged-*")]
            assert broken in copies or found == survivors | {"note 0", "note 1", "note 2"}, at


@pytest.mark.parametrize("name", [STORE, JOURNAL])
def test_an_emptied_file_is_noticed_or_harmless(sound: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sound, folder)
    (folder / name).write_bytes(b"")
    store = Store(folder)
    assert notes(store) >= ({"note 0", "note 1", "note 2"} if name == JOURNAL else ALL)
    store.entries.keep(Entry(at=NOW, note="after"))
    assert "after" in notes(Store(folder))
