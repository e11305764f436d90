"""kill -9 before each call that changes the disk, of deleting and bringing back: an entry is never in neither place."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from companion.storage.binning import bring_back, delete, empty_bin
from companion.storage.errors import StoreError
from companion.storage.store import Store
from tests.faults.every_step import is_killed, opened, plain_folder, sealed_folder
from tests.faults.failing_disk import FailingDisk, KillingDisk
from tests.faults.plain import NOW

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

ALL = ("1" * 32, "2" * 32)
Do = Callable[[Store], object]


def put_in(store: Store) -> None:
    delete(store, ALL, NOW)


def take_out(store: Store) -> None:
    bring_back(store, ALL, NOW + timedelta(hours=1))


def kept(folder: Path) -> dict[str, str]:
    """Return the notes of all that is in the log or in the bin."""
    store = opened(folder)
    binned = {each.id: each.entry.note for each in store.bin}
    return binned | {entry.id: entry.note for entry in store.entries}


@pytest.mark.parametrize("prepare", [plain_folder, sealed_folder])
@pytest.mark.parametrize("operation", [put_in, take_out])
@pytest.mark.parametrize("torn", [False, True])
def test_a_kill_before_any_step_loses_no_entry(
    tmp_path: Path, prepare: Callable[[Path], Store], operation: Do, torn: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(os, "fdatasync", lambda _: None)
    store = prepare(tmp_path / "old")
    if operation is take_out:
        put_in(store)
    expected, at = kept(tmp_path / "old"), 1 + torn
    assert set(ALL) <= set(expected)
    for at in range(1 + torn, 100):
        copy = tmp_path / "copy"
        shutil.copytree(tmp_path / "old", copy)
        is_done = not is_killed(copy, operation, KillingDisk(at, torn=torn))
        assert kept(copy) == expected, at
        operation(opened(copy))
        assert kept(copy) == expected, at
        assert {each.id for each in opened(copy).bin} == (set(ALL) if operation is put_in else set())
        shutil.rmtree(copy)
        if is_done:
            break
    assert at > 1 + torn


@pytest.mark.parametrize("operation", [put_in, take_out])
def test_a_full_disk_leaves_all_as_it_was(tmp_path: Path, operation: Do) -> None:
    store = plain_folder(tmp_path)
    if operation is take_out:
        put_in(store)
    before = opened(tmp_path).tables()
    with pytest.raises(StoreError, match="disk is full"), FailingDisk(1).attached():
        operation(store)
    assert opened(tmp_path).tables()["entries"] == before["entries"]
    assert opened(tmp_path).tables().get("bin", {}) == before.get("bin", {})


def test_the_bin_empties_itself_in_one_write(tmp_path: Path) -> None:
    store = plain_folder(tmp_path)
    put_in(store)
    assert empty_bin(store, NOW + timedelta(days=31)) == len(ALL)
    assert not list(opened(tmp_path).bin)
