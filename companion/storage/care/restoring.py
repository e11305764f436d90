"""Going back to an earlier state: finding it, and reading it without a change."""

from datetime import datetime
from pathlib import Path

from companion.catalogue import _
from companion.storage.backups import file_of
from companion.storage.elsewhere import Elsewhere
from companion.storage.errors import Locked, Unreadable
from companion.storage.merging import LOCAL
from companion.storage.migrations import migrate
from companion.storage.own_files import DAMAGED, OwnName, named_files, own_name
from companion.storage.paths import BACKUPS, JOURNAL, SEALED
from companion.storage.sealing.age import Key
from companion.storage.sealing.keyring import Keyring
from companion.storage.sealing.seal import Plain, Sealed
from companion.storage.sealing.wrapping import AgeWrapping
from companion.storage.tables import Tables

_ENDINGS = (".json", f".json{SEALED}")


def pairs_in(folder: Path) -> list[Path]:
    """Return the files of all backups of a data folder, plain and sealed, newest first."""
    found = [(name.stamp, path) for path, name in named_files(folder) if name.moment and _is_pair(name)]
    return [path for _, path in sorted(found, reverse=True)]


def damaged_in(folder: Path) -> list[Path]:
    """Return the files of a data folder that were set aside as unreadable, sorted.

    Raises:
        Unreadable: if the folder can't be looked into.
    """
    try:
        return [path for path, name in named_files(folder) if name.why == DAMAGED]
    except OSError as error:
        raise Unreadable(
            _("{folder} can't be read ({reason}). Make it yours to read.", folder=folder, reason=error.strerror)
        ) from error


def made_at(pair: Path) -> datetime | None:
    """Return when a backup was made, as its name says; None if it is none."""
    name = own_name(pair.name)
    return name.moment if name and _is_pair(name) else None


def _is_pair(name: OwnName) -> bool:
    """Return whether it is the file of a backup."""
    return name.is_backup and not name.is_journal and not name.why


def find(folder: Path, named: str) -> Path:
    """Return the file that a person means: a path, or a name as `pairs_in` gives it, with or without ending.

    Raises:
        ValueError: if there is none, or if it holds changes alone.
    """
    path = _there(folder, named)
    if path is None:
        raise ValueError(_("There is no file {named}. “companion restore” lists what there is.", named=named))
    name = own_name(path.name)
    if name and name.is_backup and name.is_journal:
        return file_of(path)
    if path.name.startswith(JOURNAL) and path.is_file():
        raise ValueError(
            _(
                "{name} holds changes, not a whole log. What can be read of it was taken in when it was set aside. "
                "Choose a backup.",
                name=path.name,
            )
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
        raise Locked(_("{name} is sealed. Its passphrase opens it.", name=path.name))
    tables = migrate(there.tables(Sealed((), key) if there.is_sealed else Plain()))
    if not any(table for name, table in tables.items() if name not in LOCAL):
        raise Unreadable(
            _("{name} holds none of your words. Nothing was changed. To remove all: companion erase", name=path.name)
        )
    return tables


def keyring_beside(path: Path) -> Keyring | None:
    """Return the key files that lie where a sealed file lies, if there are any."""
    keyring = Keyring(path if path.is_dir() else path.parent, AgeWrapping())
    return keyring if keyring.is_set else None
