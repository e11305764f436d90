"""Copies of our data files that a sync program left beside them when two machines had changed them.

The marker stands before the last extension:
    Syncthing  companion.sync-conflict-20261122-201000-ABCDEFG.json, companion.json.sync-conflict-….age
    Dropbox    companion (Kim's conflicted copy 2026-11-22).json, in the words of the person's language
    Nextcloud  companion (conflicted copy 2026-11-22 201000).json, with a name before the day where it was shared;
               ownCloud once wrote companion_conflict-20161122-201000.json

Our own are companion.json.plain-20261122-201000-123456.age: what was written plain where others had set a passphrase.
"""

import re
from pathlib import Path

from companion.storage.files import beside, sync_folder
from companion.storage.paths import BACKUPS, make_private

_MARK = (
    r"(?:\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?"
    r"|\.plain-\d{8}-\d{6}-\d{6}"
    r"|_conflict-\d{8}-\d{6}"
    r"| \([^/]*(?:conflict|\d{4}-\d\d-\d\d)[^/]*\)(?: \(\d+\))?)"
)
_COPY = re.compile(rf"companion({_MARK})*(?P<kind>\.json|\.journal)({_MARK})*(?P<sealed>\.age)?", re.IGNORECASE)
_OURS = re.compile(r"companion\.(json|journal)(\.age)?", re.IGNORECASE)


def conflict_copies(folder: Path) -> list[Path]:
    """Return the copies in a data folder, sorted by name; none if it can't be looked into."""
    try:
        return sorted(path for path in folder.iterdir() if is_conflict_copy(path.name) and path.is_file())
    except OSError:
        return []


def is_conflict_copy(name: str) -> bool:
    """Return whether a sync program would give a copy of one of our data files this name."""
    return _COPY.fullmatch(name) is not None and _OURS.fullmatch(name) is None


def put_aside(copy: Path) -> Path:
    """Move a copy that was merged to the backups, and return where it lies: `companion.json.merged-…`.

    Raises:
        OSError: if it could not be moved.
    """
    found = _COPY.fullmatch(copy.name)
    kind = f"companion{found['kind']}{found['sealed'] or ''}" if found else copy.name
    backups = copy.parent / BACKUPS
    make_private(backups)
    target = beside(backups / kind, "merged")
    copy.rename(target)
    sync_folder(backups)
    sync_folder(copy.parent)
    return target
