"""Which files of a data folder are ours, by their names."""

import re
from collections.abc import Iterator
from pathlib import Path

from companion.storage.files import TEMPORARY
from companion.storage.paths import (
    BACKUPS,
    IDENTITY,
    JOURNAL,
    LOCK,
    PAUSE,
    RECIPIENT,
    SEALED,
    SETTINGS,
    STORE,
    TRIES,
)

NAMES = (
    *(STORE, JOURNAL, STORE + SEALED, JOURNAL + SEALED),
    *(IDENTITY, RECIPIENT, PAUSE, TRIES, SETTINGS, LOCK),
)
"""Every name that Companion gives to a file in its folder."""

_ASIDE = re.compile(r"(?P<name>.+)\.[a-z-]+-\d{8}-\d{6}-\d{6}(\.age)?")
_BACKUP = re.compile(r"companion-\d{8}-\d{6}-\d{6}\.(json|journal)(\.age)?")


def own_files(folder: Path) -> list[Path]:
    """Return what is ours in the folder and its backups, sorted; links are not followed.

    Raises:
        OSError: if the folder can't be read.
    """
    inside = [path for path in folder.iterdir() if is_own(path)] if folder.is_dir() else []
    return sorted([*inside, *_backup_files(folder / BACKUPS)])


def other_things(folder: Path) -> list[Path]:
    """Return what lies in the folder and is not ours, sorted.

    Raises:
        OSError: if the folder can't be read.
    """
    if not folder.is_dir():
        return []
    backups = folder / BACKUPS
    own = {*own_files(folder), backups}
    inside = [*folder.iterdir(), *(backups.iterdir() if backups.is_dir() else ())]
    return sorted(path for path in inside if path not in own)


def is_own(path: Path) -> bool:
    """Return whether a file of the data folder has a name that Companion gives."""
    if path.is_dir() and not path.is_symlink():
        return False
    return path.name in NAMES or path.name.startswith(TEMPORARY) or is_set_aside(path)


def is_set_aside(path: Path) -> bool:
    """Return whether it is a copy of a file of ours that was kept because something was wrong with it."""
    found = _ASIDE.fullmatch(path.name)
    return found is not None and (found["name"] in NAMES or _BACKUP.fullmatch(found["name"]) is not None)


def _backup_files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in folder.iterdir() if _BACKUP.fullmatch(path.name) or is_own(path))
