"""Kills an operation before each call that changes the disk, in children: `python -m tests.faults.every_step`.

After each kill the folder opens in the old state or in the new one, and goes on. Prints how many kills there were.
"""

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from companion.domain.pause import Pause
from companion.storage.paths import IDENTITY
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping
from tests.faults.failing_disk import KillingDisk
from tests.faults.plain import MARK, NOW, check_plain, check_sealed, entry

ONE, TWO, NEW, LATER = "1" * 32, "2" * 32, "3" * 32, "4" * 32
HALF = timedelta(minutes=30)
OLD, OTHER = "the old passphrase", "the other passphrase"
State = tuple[str, dict[str, str], bool]
"""The passphrase that opens it (empty if none does), the notes, and whether a pause is open."""


def plain_folder(folder: Path) -> Store:
    """Two entries, a backup of each kind, and a journal."""
    store = Store(folder, wrapping=FakeWrapping())
    for number, note in enumerate(("one", "two", "three")):
        store.entries.keep(entry(ONE, f"{note} {MARK}"))
        store.entries.keep(entry(f"{5 + number:032x}", f"other {MARK}"))
        store.close()
    store.entries.keep(entry(TWO, f"journal {MARK}"))
    store.pauses.begin(Pause(started_at=NOW, due=NOW + HALF, planned=HALF, place=MARK))
    return store


def sealed_folder(folder: Path) -> Store:
    """The same, sealed, with a sealed backup and a sealed journal."""
    store = plain_folder(folder)
    store.set_passphrase(store.new_key(OLD))
    store.entries.keep(entry(ONE, f"sealed {MARK}"))
    store.close()
    store.entries.keep(entry(TWO, f"sealed journal {MARK}"))
    return store


def add(store: Store) -> None:
    """Add an entry."""
    store.entries.keep(entry(NEW, f"new {MARK}"))


OPERATIONS: dict[str, tuple[Callable[[Path], Store], Callable[[Store], object]]] = {
    "add": (plain_folder, add),
    "edit": (plain_folder, lambda store: store.entries.keep(entry(ONE, f"edited {MARK}"))),
    "forget": (plain_folder, lambda store: store.entries.forget(TWO)),
    "fold": (plain_folder, lambda store: store.close()),
    "set": (plain_folder, lambda store: store.set_passphrase(store.new_key(OLD))),
    "add sealed": (sealed_folder, add),
    "forget sealed": (sealed_folder, lambda store: store.entries.forget(TWO)),
    "fold sealed": (sealed_folder, lambda store: store.close()),
    "change": (sealed_folder, lambda store: store.change_passphrase(store.rewrap(OTHER))),
    "new key": (sealed_folder, lambda store: store.change_passphrase(store.new_key(OTHER))),
    "remove": (sealed_folder, lambda store: store.remove_passphrase()),
}


def main() -> None:
    """Try the operations that are named, in a folder, killing at every n-th step."""
    folder, stride, kills = Path(sys.argv[1]), int(sys.argv[2]), 0
    for name in ("fsync", "fdatasync"):  # a kill loses nothing that was written: only a power cut needs the wait
        if hasattr(os, name):
            setattr(os, name, lambda handle: None)
    for name in sys.argv[3:]:
        for torn in (False, True):
            kills += try_every_step(folder / name / str(torn), name, torn, stride)
    print(kills)


def try_every_step(folder: Path, name: str, torn: bool, stride: int) -> int:
    """Kill one operation before each of its steps, or every n-th, until it passes; return how many kills there were."""
    prepare, operation = OPERATIONS[name]
    prepare(folder / "old")
    shutil.copytree(folder / "old", folder / "new")
    operation(opened(folder / "new"))
    old, new = state(folder / "old"), state(folder / "new")
    for kills, at in enumerate(range(1 + torn, 1000, stride)):
        copy = folder / "copy"
        shutil.copytree(folder / "old", copy)
        if not is_killed(copy, operation, KillingDisk(at, torn=torn)):
            assert state(copy) == new
            return kills
        check(copy, name, old, new, f"{name}: step {at}, torn {torn}")
        shutil.rmtree(copy)
    raise AssertionError("it never passed")


def opened(folder: Path) -> Store:
    """Open a folder, with whichever passphrase it has."""
    store = Store(folder, wrapping=FakeWrapping())
    list(store.entries)  # a key that was lost comes back from its copy
    for passphrase in (OLD, OTHER):
        if store.is_locked and passphrase in (folder / IDENTITY).read_text():
            store.unlock(store.open_key(passphrase))
    assert not store.is_locked
    return store


def is_killed(folder: Path, operation: Callable[[Store], object], disk: KillingDisk) -> bool:
    """Run the operation in a child; return whether it was killed."""
    child = os.fork()
    if not child:
        code = 1
        try:
            store = opened(folder)
            list(store.entries)
            with disk.attached():
                operation(store)
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def state(folder: Path) -> State:
    """Return what a fresh process finds."""
    store = opened(folder)
    passphrase = (folder / IDENTITY).read_text().split("\n")[1] if (folder / IDENTITY).exists() else ""
    return passphrase, {each.id: each.note for each in store.entries}, store.pauses.open() is not None


def check(folder: Path, name: str, old: State, new: State, where: str) -> None:
    """The folder is in the old state or the new one, tells nobody what is sealed, and goes on."""
    found = state(folder)
    assert found in (old, new), (where, found)
    store = opened(folder)
    look(folder, store, where)
    store.entries.keep(entry(LATER, f"later {MARK}"))
    store.close()
    check_open(folder, name, (old, new), found, where)


def check_open(folder: Path, name: str, states: tuple[State, State], found: State, where: str) -> None:
    """With one more entry kept, all is there; and if the operation did not happen, it can be done again."""
    old, new = states
    assert state(folder)[1] == found[1] | {LATER: f"later {MARK}"}, where
    look(folder, opened(folder), where)
    if found == old:
        OPERATIONS[name][1](opened(folder))
        assert state(folder) == (new[0], new[1] | {LATER: f"later {MARK}"}, new[2]), where


def look(folder: Path, store: Store, where: str) -> None:
    """See that what has a passphrase is sealed, and that what has none is plain."""
    if store.has_passphrase:
        check_sealed(folder, where)
    else:
        check_plain(folder)


if __name__ == "__main__":
    main()
