"""A full disk at every step that writes: of adding, editing, forgetting, folding, recovering and beginning a pause.

What was acknowledged stays, the file stays readable, the person gets one sentence, and with room again all goes on.
Every step of every operation is tried; random runs of many operations besides, more of them by hand:
`COMPANION_FULL_DISK_RUNS=3000 python -m pytest tests/faults/test_full_disk.py`.
"""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.storage.errors import NotKept, StoreError
from companion.storage.paths import STORE
from companion.storage.store import Store
from tests.faults.failing_disk import FailingDisk
from tests.faults.operations import OPERATIONS, Before
from tests.faults.plain import check_plain, entry, notes

RUNS = int(os.environ.get("COMPANION_FULL_DISK_RUNS", "40"))
OTHER_SENTENCES = {"recover", "recover the journal", "backup to a file"}
"""What is not kept by the person; whatever sentence they get is a sentence."""
MODES = {"once": {"once": True}, "from then on": {}, "torn": {"torn": True}}


def every_step(folder: Path, before: Before, options: dict[str, bool]) -> Iterator[tuple[Path, FailingDisk]]:
    """Yield a fresh copy of the folder and a disk for every step, until an operation passes untouched."""
    before(folder / "sound")
    for at in range(1, 200):
        copy = folder / str(at)
        if (folder / "sound").exists():
            shutil.copytree(folder / "sound", copy)
        disk = FailingDisk(at, **options)
        yield copy, disk
        if not disk.refused:
            return
        shutil.rmtree(copy, ignore_errors=True)
    raise AssertionError("it never passed untouched")


def state(folder: Path) -> tuple[dict[str, str], bool]:
    """Return what a fresh process finds: the notes, and whether a pause is open."""
    return notes(folder), Store(folder).pauses.open() is not None


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_full_disk_at_any_step_loses_nothing(tmp_path: Path, name: str, mode: str) -> None:
    before, operation = OPERATIONS[name]
    before(tmp_path / "was")
    after = Store(tmp_path / "was")
    was = state(tmp_path / "was")
    operation(after)
    becomes = state(tmp_path / "was")
    for folder, disk in every_step(tmp_path, before, MODES[mode]):
        store, said = Store(folder), ""
        if mode == "once" and not name.startswith("recover"):
            list(store.entries)
        with disk.attached():
            try:
                operation(store)
            except StoreError as error:
                said = str(error)
                assert isinstance(error, NotKept) or name in OTHER_SENTENCES, disk.refused
        where = f"step {disk.calls}: {disk.refused}"
        assert disk.refused or not said, where
        assert not said or "disk is full" in said or name in OTHER_SENTENCES, (said, where)
        assert not said or said.endswith("."), said
        assert state(folder) == (was if said else becomes), where
        assert {each.id: each.note for each in store.entries} == (was if said else becomes)[0], where
        if mode == "once" and not name.startswith("recover"):
            comes_back(folder, tmp_path / "damaged", where)
        goes_on(folder, store, where)


def comes_back(folder: Path, copy: Path, where: str) -> None:
    """What lies in the backups is good: if the file were damaged now, nothing would be lost."""
    if not (folder / STORE).exists():
        return
    shutil.copytree(folder, copy)
    (copy / STORE).write_bytes(b"{damaged")
    assert notes(copy) == notes(folder), where
    shutil.rmtree(copy)


def goes_on(folder: Path, store: Store, where: str) -> None:
    """With room again the next add works, for this store and every other, and all of it comes into the file."""
    expected = notes(folder) | {"4" * 32: "with room again"}
    check_plain(folder)
    store.entries.keep(entry("4" * 32, "with room again"))
    assert notes(folder) == expected, where
    store.close()
    check_plain(folder)
    assert notes(folder) == expected, where
    assert not [path.name for path in folder.rglob(".companion-*")], where


@pytest.mark.parametrize("seed", range(4))
def test_random_changes_on_a_disk_that_is_full_now_and_then(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    folder, model = tmp_path / "data", dict[str, str]()
    store, number = Store(folder), 0
    for run in range(RUNS // 4):
        disk = FailingDisk(rng.randrange(0, 40), once=rng.random() < 0.4, torn=rng.random() < 0.5)
        with disk.attached():
            for _ in range(rng.randrange(1, 8)):
                number += 1
                try:
                    model = change(store, model, rng, number)
                except NotKept as error:
                    assert "disk is full" in str(error)
                assert {each.id: each.note for each in store.entries} == model, (run, disk.refused)
        assert notes(folder) == model, (run, disk.refused)
        check_plain(folder)
        if rng.random() < 0.3:
            store = Store(folder)


def change(store: Store, model: dict[str, str], rng: random.Random, number: int) -> dict[str, str]:
    """Make a random change; return what is so once it is acknowledged."""
    what = rng.random()
    if what < 0.2:
        store.close()
        return model
    if what < 0.35 and model:
        gone = rng.choice(sorted(model))
        store.entries.forget(gone)
        return {key: note for key, note in model.items() if key != gone}
    chosen = rng.choice(sorted(model)) if what < 0.55 and model else f"{number:032x}"
    store.entries.keep(entry(chosen, f"note {number}"))
    return model | {chosen: f"note {number}"}
