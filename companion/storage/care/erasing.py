"""Removing everything of ours from a data folder, and nothing else."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from companion.catalogue import _
from companion.storage.errors import StoreError
from companion.storage.folder_lock import FolderLock, NotHeld
from companion.storage.own_files import other_things, own_files
from companion.storage.paths import BACKUPS, IDENTITY, LOCK

_PATIENCE = 2.0
"""Seconds to wait for another Companion's change."""


@dataclass
class Erased:
    """What an erasing left."""

    removed: int = 0
    """How many files are gone."""
    stuck: list[tuple[Path, str]] = field(default_factory=list)
    """What could not be removed, each with what the system said."""
    others: list[Path] = field(default_factory=list)
    """What lies in the folder and is not ours."""
    folder_stays: bool = False
    """Whether the folder is still there."""


def to_erase(folder: Path) -> list[Path]:
    """Return every file of ours; where one of them is a link, also the file that it leads to.

    Raises:
        StoreError: if the folder can't be read.
    """
    try:
        own = own_files(folder)
    except OSError as error:
        raise StoreError(
            _("{folder} can't be read ({reason}). Nothing was removed.", folder=folder, reason=error.strerror)
        ) from error
    # the key first: after a kill nothing that is left can be read
    own.sort(key=lambda path: (path.name != IDENTITY, path))
    return [*(target for path in own if (target := linked(path)) and target not in own), *own]


def linked(path: Path) -> Path | None:
    """Return the file that a link of ours leads to: the words themselves lie there."""
    if not path.is_symlink():
        return None
    target = Path(os.path.realpath(path))
    return target if target.is_file() else None


def erase(folder: Path) -> Erased:
    """Remove them, the lock last, then the folder if nothing else lies in it.

    Raises:
        StoreError: if another Companion is writing just now, or the folder can't be read.
    """
    erased = Erased()
    try:
        with FolderLock(folder / LOCK, _PATIENCE):
            _remove([path for path in to_erase(folder) if path.name != LOCK], erased)
    except NotHeld as error:
        raise StoreError(
            _("Another Companion is writing just now. Close it, then try again. Nothing was removed.")
        ) from error
    except OSError:  # the folder takes no lock, so nobody else writes either; say what can't go
        _remove([path for path in to_erase(folder) if path.name != LOCK], erased)
    _remove([path for path in (folder / LOCK,) if path.exists()], erased)
    for empty in (folder / BACKUPS, folder):
        with suppress(OSError):
            _remove_folder(empty)
    erased.folder_stays = folder.exists()
    erased.others = other_things(folder)
    return erased


def _remove_folder(folder: Path) -> None:
    """Remove a folder that is empty, and the link that leads to it."""
    if folder.is_symlink():
        Path(os.path.realpath(folder)).rmdir()
        folder.unlink()
    else:
        folder.rmdir()


def _remove(paths: Iterable[Path], erased: Erased) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            erased.stuck.append((path, error.strerror or str(error)))
        else:
            erased.removed += 1
