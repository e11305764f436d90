"""The file of the store: ordinary TinyDB JSON, replaced whole so that a kill or a full disk can't tear it."""

import gc
import json
import os
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from tinydb.storages import Storage

from companion.storage.paths import make_private

Tables = dict[str, dict[str, Any]]
"""Table name to document id to document."""


class JsonFile(Storage):
    """TinyDB's storage seam over one JSON file.

    What was read is kept; another process's change is noticed by the file's inode, time and size.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int, int] | None = None
        self._tables: Tables = {}
        self.set_aside: Path | None = None
        """Where an unreadable file was moved to, if that happened."""

    def read(self) -> Tables | None:
        """Return all tables as they are on the disk now; None if there is no file."""
        stamp = self._look()
        if stamp is None:
            self._stamp, self._tables = None, {}
            return None
        if stamp != self._stamp:
            try:
                self._tables = _decode(self._path.read_bytes())
            except ValueError:
                self._move_aside()
                return None
            self._stamp = stamp
        return dict(self._tables)

    def write(self, data: Tables) -> None:
        """Replace the file by these tables.

        Raises:
            OSError: if it could not be done; the old file is then as it was.
        """
        make_private(self._path.parent)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        _replace(self._path, text.encode("utf-8"))
        self._stamp, self._tables = self._look(), data

    def is_stale(self) -> bool:
        """Return whether the file has changed since it was read."""
        return self._look() != self._stamp

    def _look(self) -> tuple[int, int, int] | None:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return None
        return status.st_ino, status.st_mtime_ns, status.st_size

    def _move_aside(self) -> None:
        """Keep an unreadable file under another name; it is never overwritten."""
        name = f"{self._path.name}.damaged-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}"
        self.set_aside = self._path.replace(self._path.with_name(name))
        self._stamp, self._tables = None, {}


def _decode(data: bytes) -> Tables:
    """Decode the tables, the collector off meanwhile (a third of the time at 10 MB)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        tables = json.loads(data)
    finally:
        if was_on:
            gc.enable()
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("not a TinyDB file")
    return tables


def _replace(path: Path, data: bytes) -> None:
    """Write beside, flush to the disk, then take the place of the old file."""
    handle, beside = mkstemp(dir=path.parent, prefix=".companion-")  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
