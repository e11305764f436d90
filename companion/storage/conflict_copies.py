"""Copies of our data files that a sync program left beside them, or a Companion that knew of no passphrase."""

from pathlib import Path

from companion.storage.files import beside, sync_folder
from companion.storage.own_files import MERGED, own_name
from companion.storage.paths import BACKUPS, SEALED, make_private


def conflict_copies(folder: Path) -> list[Path]:
    """Return the copies in a data folder, sorted by name; none if it can't be looked into."""
    try:
        return sorted(path for path in folder.iterdir() if is_conflict_copy(path.name) and path.is_file())
    except OSError:
        return []


def is_conflict_copy(name: str) -> bool:
    """Return whether a copy of one of our data files that is to be merged has this name."""
    found = own_name(name)
    return found is not None and found.is_conflict_copy


def put_aside(copy: Path) -> Path:
    """Move a copy that was merged to the backups, and return where it lies: `companion.json.merged-…`.

    Raises:
        OSError: if it could not be moved.
    """
    found = own_name(copy.name)
    kind = found.of + (SEALED if found.is_sealed else "") if found else copy.name
    backups = copy.parent / BACKUPS
    make_private(backups)
    target = beside(backups / kind, MERGED)
    copy.rename(target)
    sync_folder(backups)
    sync_folder(copy.parent)
    return target
