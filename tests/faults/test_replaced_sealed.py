"""A sealed folder into which a sync program puts files: older ones, plain ones, or a new key's in any order.

Nothing that was acknowledged is lost, and nothing stays plain. A new key's files come in four orders here; in all
by hand: `COMPANION_ARRIVALS=24 python -m pytest tests/faults/test_replaced_sealed.py`.
"""

import itertools
import os
import random
import shutil
from pathlib import Path

import pyrage
import pytest

from companion.storage.errors import StoreError
from companion.storage.paths import IDENTITY, JOURNAL, RECIPIENT, SEALED, STORE
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping
from tests.faults.plain import MARK, check_sealed, entry
from tests.faults.sync_program import renamed_in, replace

OLD, NEW = "the old passphrase", "the new passphrase"
FILES = (STORE + SEALED, JOURNAL + SEALED)
ORDERS = random.Random(2).sample(
    list(itertools.permutations((*FILES, IDENTITY, RECIPIENT))), int(os.environ.get("COMPANION_ARRIVALS", "4"))
)
ONE, TWO, THREE, LATER = "1" * 32, "2" * 32, "3" * 32, "4" * 32


def opened(folder: Path, passphrase: str = OLD) -> Store:
    store = Store(folder, wrapping=FakeWrapping())
    store.unlock(store.open_key(passphrase))
    return store


def look(store: Store) -> dict[str, str]:
    return {each.id: each.note.removesuffix(f" {MARK}") for each in store.entries}


def keep(store: Store, entry_id: str, note: str) -> None:
    store.entries.keep(entry(entry_id, f"{note} {MARK}"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sealed folder with an entry in its file and one in its journal, and an older copy beside: `older`."""
    folder = tmp_path / "data"
    store = Store(folder, wrapping=FakeWrapping())
    keep(store, ONE, "one")
    store.set_passphrase(store.new_key(OLD))
    keep(store, TWO, "two")
    shutil.copytree(folder, tmp_path / "older")
    return folder


@pytest.mark.parametrize("is_folded", [True, False])
@pytest.mark.parametrize("names", [FILES, FILES[:1], FILES[1:]], ids=["both", "the file", "the journal"])
def test_an_older_sealed_copy_takes_nothing_back(
    folder: Path, tmp_path: Path, names: tuple[str, ...], is_folded: bool
) -> None:
    store = opened(folder)
    keep(store, ONE, "edited")
    keep(store, THREE, "three")
    store.entries.forget(TWO)
    if is_folded:
        store.close()
    replace(folder, tmp_path / "older", names, renamed_in)
    wanted = {ONE: "edited", THREE: "three"}
    assert look(store) == wanted
    keep(store, LATER, "later")
    assert look(opened(folder)) == wanted | {LATER: "later"}
    check_sealed(folder)


@pytest.mark.parametrize("seconds", [-3600, 3600], ids=["older than the key", "newer than the key"])
@pytest.mark.parametrize("is_open", [True, False], ids=["under an open store", "before it is opened"])
def test_a_plain_file_of_another_machine_is_sealed_and_its_words_are_not_lost(
    folder: Path, tmp_path: Path, seconds: int, is_open: bool
) -> None:
    theirs = Store(tmp_path / "theirs")
    keep(theirs, THREE, "theirs")
    theirs.close()
    store = opened(folder) if is_open else None
    shutil.copy(tmp_path / "theirs" / STORE, folder / STORE)
    moment = (folder / IDENTITY).stat().st_mtime + seconds
    os.utime(folder / STORE, (moment, moment))
    if store:
        keep(store, LATER, "later")
    store = opened(folder)
    assert look(store).items() >= {ONE: "one", TWO: "two"}.items()
    check_sealed(folder)
    assert "theirs" in look(store).values() or b"theirs" in all_sealed(folder)


def all_sealed(folder: Path) -> bytes:
    """Return all that the key opens in a folder, as one text."""
    key = pyrage.x25519.Identity.from_str((folder / IDENTITY).read_text().split("\n")[2])
    texts = []
    for path in folder.rglob(f"*{SEALED}*"):
        try:
            texts.append(pyrage.decrypt(path.read_bytes(), [key]))
        except pyrage.DecryptError:
            continue
    return b"\n".join(texts)


@pytest.mark.parametrize("order", ORDERS, ids=" ".join)
@pytest.mark.parametrize("is_open", [True, False], ids=["under an open store", "opened between"])
def test_a_new_key_may_arrive_in_any_order(folder: Path, tmp_path: Path, order: tuple[str, ...], is_open: bool) -> None:
    """Another machine took a new key; the sync program brings its files one by one while Companion looks."""
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    theirs = opened(other)
    theirs.change_passphrase(theirs.new_key(NEW))
    keep(theirs, THREE, "theirs")
    mine = opened(folder) if is_open else None
    for name in order:
        renamed_in(other / name, folder / name)
        try:
            list((mine or opened(folder)).entries)
        except StoreError as error:
            assert str(error).endswith(".")
    assert look(opened(folder, NEW)).items() >= {ONE: "one", TWO: "two", THREE: "theirs"}.items()


def test_the_old_key_coming_back_destroys_neither_the_words_nor_the_new_key(folder: Path, tmp_path: Path) -> None:
    """Whoever puts the new key back has everything."""
    store = opened(folder)
    store.change_passphrase(store.new_key(NEW))
    keep(store, THREE, "three")
    store.close()
    shutil.copytree(folder, tmp_path / "new")
    for name in (IDENTITY, RECIPIENT):
        renamed_in(tmp_path / "older" / name, folder / name)
    try:
        keep(opened(folder, OLD), LATER, "later")
    except StoreError as error:
        assert str(error).endswith(".")
    for name in (IDENTITY, RECIPIENT):
        renamed_in(tmp_path / "new" / name, folder / name)
    assert look(opened(folder, NEW)).items() >= {ONE: "one", TWO: "two", THREE: "three"}.items()
