"""What is tried on a disk that refuses: each operation, and the folder that it is tried in."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from companion.domain.pause import Pause
from companion.storage.care.backing_up import back_up, write_copy
from companion.storage.paths import JOURNAL, STORE
from companion.storage.store import Store
from tests.faults.plain import NOW, entry

ONE, TWO, NEW = "1" * 32, "2" * 32, "3" * 32
HALF = timedelta(minutes=30)

Operation = Callable[[Store], object]
Before = Callable[[Path], object]


def nothing(folder: Path) -> None:
    """A folder that is not there yet."""


def file_and_journal(folder: Path) -> None:
    """One entry in the file, one in the journal, and a backup."""
    store = Store(folder)
    store.entries.keep(entry(ONE, "one"))
    store.close()
    store.entries.keep(entry(ONE, "first"))
    store.close()
    store.entries.keep(entry(TWO, "two"))


def long_journal(folder: Path) -> None:
    """A journal so long that the next change, a long one too, folds it by itself."""
    file_and_journal(folder)
    Store(folder).entries.keep(entry(TWO, "two" * 200_000))


def damaged_file(folder: Path) -> None:
    """A file that is cut off in the middle; all of it is in the backup."""
    file_and_journal(folder)
    (folder / STORE).write_bytes((folder / STORE).read_bytes()[:20])


def damaged_journal(folder: Path) -> None:
    """A journal whose first line can't be read, before two that can."""
    store = Store(folder)
    store.entries.keep(entry(ONE, "one"))
    store.close()
    (folder / JOURNAL).write_bytes(b"garbage\n")
    with (folder / JOURNAL).open("ab") as file:
        other = Store(folder.parent / "other")
        other.entries.keep(entry(TWO, "two"))
        file.write((folder.parent / "other" / JOURNAL).read_bytes())


def copy_of(store: Store) -> Path:
    """Return the file that a copy of all goes to, beside the folder."""
    assert store.folder
    return store.folder.parent / f"copy of {store.folder.name}.json"


OPERATIONS: dict[str, tuple[Before, Operation]] = {
    "first add": (nothing, lambda store: store.entries.keep(entry(NEW, "new"))),
    "add": (file_and_journal, lambda store: store.entries.keep(entry(NEW, "new"))),
    "edit": (file_and_journal, lambda store: store.entries.keep(entry(ONE, "edited"))),
    "forget": (file_and_journal, lambda store: store.entries.forget(TWO)),
    "fold": (file_and_journal, lambda store: store.close()),
    "add and fold": (long_journal, lambda store: store.entries.keep(entry(NEW, "new" * 200_000))),
    "pause": (
        file_and_journal,
        lambda store: store.pauses.begin(Pause(id=NEW, started_at=NOW, due=NOW + HALF, planned=HALF)),
    ),
    "backup": (file_and_journal, back_up),
    "backup to a file": (file_and_journal, lambda store: write_copy(store, copy_of(store))),
    "recover": (damaged_file, lambda store: list(store.entries)),
    "recover the journal": (damaged_journal, lambda store: list(store.entries)),
}
