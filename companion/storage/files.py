"""Writing files so that a kill, a full disk or a lost wire leaves the old one or the new one, and nothing between."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

Stamp = tuple[int, int, int]
"""Inode, time and size of a file."""
NONE: Stamp = (0, 0, 0)
"""The stamp of a file that is not there."""

STAMP = "%Y%m%d-%H%M%S-%f"
"""How the name of a copy says when it was made, in local time; names sort by it."""

TEMPORARY = ".companion-"
"""What the names of half-written files begin with; one that is left over may be deleted."""


def replace_file(path: Path, data: bytes) -> None:
    """Write beside, flush to the disk, then take the place of the old file (mode 0600).

    Raises:
        OSError: if it could not be done; the old file is then as it was.
    """
    with written_beside(path, data) as beside:
        beside.replace(path)


@contextmanager
def written_beside(path: Path, data: bytes) -> Iterator[Path]:
    """Write the bytes under another name in the same folder, on the disk; what has not been renamed is removed."""
    from tempfile import mkstemp  # a verb that only appends to the journal need not pay for it

    handle, name = mkstemp(dir=path.parent, prefix=TEMPORARY)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield beside
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def stamp(path: Path) -> Stamp:
    """Return what another file in its place, or a change of it, makes different."""
    try:
        status = os.stat(path)  # noqa: PTH116 (asked several times for each change; a third of the time)
    except FileNotFoundError:
        return NONE
    return status.st_ino, status.st_mtime_ns, status.st_size


def sweep(folder: Path) -> None:
    """Remove what a kill left half-written. Call it where nobody else writes."""
    for path in folder.rglob(f"{TEMPORARY}*"):
        path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keep_aside(path: Path) -> Path:
    """Give a damaged file a second name, so that it stays when another takes its place; return that name."""
    aside = beside(path, "damaged")
    try:
        os.link(path, aside)
    except OSError:  # a file system without links
        aside.touch(mode=0o600)
        aside.write_bytes(path.read_bytes())
    return aside


def beside(path: Path, why: str) -> Path:
    """Return a free name beside a file: `companion.json.damaged-20261122-201000-123456`."""
    return path.with_name(f"{path.name}.{why}-{datetime.now().astimezone():{STAMP}}")
