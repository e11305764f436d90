"""Going back to an earlier state: finding it, and reading it without a change."""

from datetime import datetime
from pathlib import Path

from companion.storage.elsewhere import Elsewhere
from companion.storage.errors import Locked, Unreadable
from companion.storage.merging import LOCAL
from companion.storage.migrations import migrate
from companion.storage.own_files import is_set_aside, own_files
from companion.storage.paths import BACKUPS, JOURNAL, SEALED
from companion.storage.sealing.age import Key
from companion.storage.sealing.keyring import Keyring
from companion.storage.sealing.seal import Plain, Sealed
from companion.storage.sealing.wrapping import AgeWrapping
from companion.storage.tables import Tables

_STAMP = "%Y%m%d-%H%M%S-%f"
_ENDINGS = (".json", f".json{SEALED}")


def pairs_in(folder: Path) -> list[Path]:
    """Return the files of all backups of a data folder, plain and sealed, newest first."""
    backups = folder / BACKUPS
    found = [path for ending in _ENDINGS for path in backups.glob(f"companion-*{ending}")]
    return sorted((path for path in found if made_at(path)), key=lambda path: path.name, reverse=True)


def damaged_in(folder: Path) -> list[Path]:
    """Return the files of a data folder that were set aside as unreadable, sorted.

    Raises:
        Unreadable: if the folder can't be looked into.
    """
    try:
        return [path for path in own_files(folder) if is_set_aside(path) and ".damaged-" in path.name]
    except OSError as error:
        raise Unreadable(f"{folder} can't be read ({error.strerror}). Make it yours to read.") from error


def made_at(pair: Path) -> datetime | None:
    """Return when a backup was made, as its name says; None if it says nothing."""
    try:
        return datetime.strptime(pair.name.split(".")[0].removeprefix("companion-"), _STAMP).astimezone()
    except ValueError:
        return None


def find(folder: Path, named: str) -> Path:
    """Return the file that a person means: a path, or a name as `pairs_in` gives it, with or without ending.

    Raises:
        ValueError: if there is none, or if it holds changes alone.
    """
    path = _there(folder, named)
    if path is None:
        raise ValueError(f"There is no file {named}. “companion restore” lists what there is.")
    if path.parent.name == BACKUPS and path.name.startswith("companion-") and ".journal" in path.name:
        return path.with_name(path.name.replace(".journal", ".json"))
    if path.name.startswith(JOURNAL) and path.is_file():
        raise ValueError(
            f"{path.name} holds changes, not a whole log. What can be read of it was taken in when it was set aside. "
            "Choose a backup."
        )
    return path


def _there(folder: Path, named: str) -> Path | None:
    """Return the first file or folder of that name; None if there is none, or it can't be looked at."""
    try:
        places = [Path(named).expanduser(), folder / BACKUPS / named, folder / named]
        places += [folder / BACKUPS / (named + ending) for ending in _ENDINGS]
        return next((place for place in places if named and (place.is_file() or place.is_dir())), None)
    except (OSError, RuntimeError):
        return None


def read_state(path: Path, key: Key | None) -> Tables:
    """Return what a backup, a data file or a data folder holds, in the present schema; nothing there is changed.

    Raises:
        Locked: if it is sealed and there is no key.
        OtherKey: if another key is needed.
        StoreError: if it can't be read, comes from a newer Companion, or holds nothing of ours.
    """
    there = Elsewhere(path)
    if there.is_sealed and key is None:
        raise Locked(f"{path.name} is sealed. Its passphrase opens it.")
    tables = migrate(there.tables(Sealed((), key) if there.is_sealed else Plain()))
    if not any(table for name, table in tables.items() if name not in LOCAL):
        raise Unreadable(f"{path.name} holds none of your words. Nothing was changed. To remove all: companion erase")
    return tables


def keyring_beside(path: Path) -> Keyring | None:
    """Return the key files that lie where a sealed file lies, if there are any."""
    keyring = Keyring(path if path.is_dir() else path.parent, AgeWrapping())
    return keyring if keyring.is_set else None
