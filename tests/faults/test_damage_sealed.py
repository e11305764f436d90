"""Truncated, flipped and inserted bytes in a sealed folder: in the file, the journal, the key and the public key.

Nothing that was kept is lost, nothing unreadable is overwritten, nothing becomes plain. The suite damages every few
bytes; by hand, each: `COMPANION_DAMAGE_SEALED_EVERY=1 python -m pytest tests/faults/test_damage_sealed.py`.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.storage.care.putting_back import put_in_place
from companion.storage.errors import OtherKey, StoreError
from companion.storage.paths import IDENTITY, JOURNAL, RECIPIENT, SEALED, STORE
from companion.storage.store import Store, utc_clock
from tests.fake_wrapping import FakeWrapping
from tests.faults.plain import MARK, check_sealed, entry
from tests.faults.test_damage import Damage, flipped, garbage, offsets, truncated

EVERY = int(os.environ.get("COMPANION_DAMAGE_SEALED_EVERY", "97"))
PASSPHRASE = "the passphrase"
FOLDED = {f"note {number} {MARK}" for number in range(3)}
ALL = {f"note {number} {MARK}" for number in range(6)}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sealed folder with a file, a journal and a backup: three entries folded, three not."""
    folder = tmp_path_factory.mktemp("sealed") / "data"
    store = Store(folder, wrapping=FakeWrapping())
    store.set_passphrase(store.new_key(PASSPHRASE))
    for number in range(6):
        store.entries.keep(entry(f"{number:032x}", f"note {number} {MARK}"))
        if number in (1, 2):
            store.close()
    return folder


def opened(folder: Path) -> Store:
    store = Store(folder, wrapping=FakeWrapping())
    store.unlock(store.open_key(PASSPHRASE))
    return store


def notes(store: Store) -> set[str]:
    return {each.note for each in store.entries}


def damaged(sound: Path, tmp_path: Path, name: str, damage: Damage) -> Iterator[tuple[int, Path, bytes]]:
    """Yield copies of the folder, each with one file damaged at another offset."""
    data = (sound / name).read_bytes()
    for at in offsets(data, EVERY if len(data) > EVERY else len(data) // 3):
        folder = tmp_path / str(at)
        shutil.copytree(sound, folder)
        (folder / name).write_bytes(damage(data, at))
        yield at, folder, damage(data, at)
        shutil.rmtree(folder)


each_damage = pytest.mark.parametrize("damage", [truncated, flipped, garbage])


@each_damage
def test_a_damaged_sealed_file_comes_back_whole_from_its_backup(sound: Path, tmp_path: Path, damage: Damage) -> None:
    for at, folder, broken in damaged(sound, tmp_path, STORE + SEALED, damage):
        try:
            assert notes(opened(folder)) == ALL, at
        except OtherKey:  # a flip in the head looks like another key: nothing is touched until one goes back
            goes_back(folder, broken)
            continue
        assert any(path.read_bytes() == broken for path in folder.glob(f"{STORE}{SEALED}.damaged-*")), at
        opened(folder).entries.keep(entry("a" * 32, "after"))
        assert notes(opened(folder)) == ALL | {"after"}, at
        check_sealed(folder, str(at))


def goes_back(folder: Path, broken: bytes) -> None:
    """Go back to the newest backup, which the key does open."""
    file = folder / (STORE + SEALED)
    assert file.read_bytes() == broken
    store = Store(folder, wrapping=FakeWrapping())
    with pytest.raises(OtherKey):
        store.unlock(store.open_key(PASSPHRASE))
    assert store.file
    put_in_place(store, store.file.folder.backups.newest(), utc_clock)
    assert notes(opened(folder)) >= FOLDED
    assert [path.read_bytes() for path in folder.glob(f"{STORE}{SEALED}.other-key-*")] == [broken]


@each_damage
def test_a_damaged_sealed_journal_loses_at_most_the_lines_that_were_hit(
    sound: Path, tmp_path: Path, damage: Damage
) -> None:
    for at, folder, broken in damaged(sound, tmp_path, JOURNAL + SEALED, damage):
        found = notes(opened(folder))
        assert found >= FOLDED, at
        if damage is not truncated:
            assert len(ALL - found) <= 2, at  # a flipped line end takes two lines with it
        lost = ALL - found
        copies = [path.read_bytes() for path in folder.glob(f"{JOURNAL}{SEALED}.damaged-*")]
        assert not lost or damage is truncated or broken in copies, at
        opened(folder).entries.keep(entry("a" * 32, "after"))
        assert notes(opened(folder)) == found | {"after"}, at
        check_sealed(folder, str(at))


@each_damage
@pytest.mark.parametrize("name", [IDENTITY, RECIPIENT])
def test_a_damaged_key_is_said_or_comes_from_its_copy_and_nothing_is_lost(
    sound: Path, tmp_path: Path, name: str, damage: Damage
) -> None:
    for at, folder, _ in damaged(sound, tmp_path, name, damage):
        words = {path: path.read_bytes() for path in folder.glob("companion.j*")}
        try:
            assert notes(opened(folder)) == ALL, at
        except StoreError as error:
            assert str(error).endswith("."), at
            assert {path: path.read_bytes() for path in words} == words, at
        for key in (IDENTITY, RECIPIENT):
            shutil.copy(sound / key, folder / key)
        assert notes(opened(folder)) == ALL, at
        check_sealed(folder, str(at))
