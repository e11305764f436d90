"""A full disk at the steps of setting, changing and removing a passphrase, and of changes in a sealed folder.

The old state or the new one is there, nothing of a sealed folder is plain once it is opened, the person gets one
sentence, and with room again it works. The suite fills the disk at every few steps; by hand, at each:
`COMPANION_FULL_EVERY=1 python -m pytest tests/faults/test_full_disk_sealing.py`.
"""

import os
import shutil
from pathlib import Path

import pytest

from companion.storage.errors import StoreError
from tests.faults.every_step import LATER, OPERATIONS, check_open, look, opened, state
from tests.faults.failing_disk import FailingDisk
from tests.faults.plain import MARK, entry

EVERY = int(os.environ.get("COMPANION_FULL_EVERY", "37"))
NAMES = ("set", "add sealed", "forget sealed", "fold sealed", "change", "new key", "remove")


@pytest.mark.parametrize("once", [True, False], ids=["once", "from then on"])
@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk_leaves_the_old_state_or_the_new(tmp_path: Path, name: str, once: bool) -> None:
    prepare, operation = OPERATIONS[name]
    prepare(tmp_path / "old")
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    operation(opened(tmp_path / "new"))
    old, new = state(tmp_path / "old"), state(tmp_path / "new")
    for at in range(1 + once, 1000, EVERY):
        folder = tmp_path / str(at)
        shutil.copytree(tmp_path / "old", folder)
        store, said = opened(folder), ""
        list(store.entries)
        with FailingDisk(at, once=once).attached() as disk:
            try:
                operation(store)
            except StoreError as error:
                said = str(error)
        where = f"step {at}: {disk.refused}: {said}"
        assert not said or "disk is full" in said, where
        found = state(folder)
        assert found in (old, new), where
        if not disk.refused:
            assert found == new, where
            return
        look(folder, opened(folder), where)
        if store.is_locked:  # the new key lies there already; only the wait for the disk was refused
            assert found == new, where
            store = opened(folder)
        assert {each.id: each.note for each in store.entries} == found[1], f"{where}: the store that is open"
        store.entries.keep(entry(LATER, f"later {MARK}"))
        check_open(folder, name, (old, new), found, where)
        shutil.rmtree(folder)
    raise AssertionError("it never passed untouched")
