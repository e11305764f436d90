"""Writing files so that a kill, a full disk or a lost wire leaves the old one or the new one, and nothing between."""

import errno
import os
import stat as stat_
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from time import sleep

from companion.catalogue import _
from companion.storage.paths import TEMPORARY

Stamp = tuple[int, int, int]
"""Inode, time and size of a file."""
NONE: Stamp = (0, 0, 0)
"""The stamp of a file that is not there."""

STAMP = "%Y%m%d-%H%M%S-%f"
"""How the name of a copy says when it was made, in local time; names sort by it."""

_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
"""Seconds after which a refused change of a name is tried again."""

_WARY = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
"""How a file is opened that may turn out to be a pipe: nobody waits until something comes out of it."""


class NotAFile(OSError):
    """A pipe, a folder or a device lies where a file belongs."""

    def __init__(self, path: Path, mode: int) -> None:
        super().__init__(errno.EINVAL, say_kind(mode), str(path))


def say_kind(mode: int) -> str:
    """Say what a thing of that mode is, which is no file."""
    kinds = {
        stat_.S_IFDIR: _("a folder"),
        stat_.S_IFIFO: _("a pipe"),
        stat_.S_IFSOCK: _("a socket"),
        stat_.S_IFLNK: _("a link"),
    }
    return _("it is {what}, not a file", what=kinds.get(stat_.S_IFMT(mode), "a device"))


def open_file(path: str | Path) -> int:
    """Open a file for reading; return its descriptor.

    Raises:
        NotAFile: if it is something else, from which nothing may ever come.
    """
    handle = os.open(path, _WARY)
    mode = os.fstat(handle).st_mode
    if not stat_.S_ISREG(mode):
        os.close(handle)
        raise NotAFile(Path(path), mode)
    return handle


def read_file(path: Path, most: int = -1) -> bytes:
    """Return what a file holds, or its first bytes.

    Raises:
        NotAFile: if it is something else.
    """
    with os.fdopen(open_file(path), "rb") as file:
        return file.read(most)


def replace_file(path: Path, data: bytes) -> None:
    """Write beside, flush to the disk, then take the place of the old file (mode 0600).

    Raises:
        OSError: if it could not be done; the old file is then as it was.
    """
    with written_beside(path, data) as beside:
        move(beside, path)


def move(old: Path, new: Path) -> None:
    """Give a file another name, or the place of another file.

    On Windows both are refused while a program reads either one, such as a virus scanner: so it is tried for a while.
    """
    for wait in _WAITS if sys.platform == "win32" else ():
        with suppress(PermissionError):
            old.replace(new)
            return
        sleep(wait)
    old.replace(new)


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
        aside.write_bytes(read_file(path))
    return aside


def beside(path: Path, why: str) -> Path:
    """Return a free name beside a file: `companion.json.damaged-20261122-201000-123456`."""
    return path.with_name(f"{path.name}.{why}-{datetime.now().astimezone():{STAMP}}")
