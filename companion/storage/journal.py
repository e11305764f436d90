"""The journal: every change as one line, on the disk before anything says "kept".

A line is the CRC-32 of what follows as eight hexadecimal digits, a blank, and JSON `[table, id, record or null]`; in a
sealed folder the JSON is sealed to the public key, in base64. Applying a line twice gives the same state, so replaying
a journal that was folded already does no harm.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from companion.storage.files import beside, sync_folder
from companion.storage.sealing.seal import Plain, Seal

Document = Mapping[str, Any]
Change = tuple[str, str, Document | None]
"""Table, document id, and the document as it is now; None if it was removed."""

_CRC_DIGITS = 8
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass
class Replay:
    """What a stretch of the journal holds."""

    changes: list[Change] = field(default_factory=list)
    """Every change that could be read, in order; none while it is locked."""
    end: int = 0
    """Offset behind what could be read; a torn line stands behind it."""
    size: int = 0
    """The journal's size when it was read."""
    is_open: bool = False
    """Whether the last line lacks nothing but its line end."""
    damaged: bool = False
    """Whether a whole line, or one before the last, could not be read."""


class Journal:
    """One file, only ever appended to until it is folded."""

    def __init__(self, path: Path, seal: Seal | None = None) -> None:
        self.path = path
        self._seal = seal or Plain()

    def stamp(self) -> tuple[int, int]:
        """Return inode and size; zeros if there is no file."""
        try:
            status = self.path.stat()
        except FileNotFoundError:
            return 0, 0
        return status.st_ino, status.st_size

    def replay(self, start: int = 0) -> Replay:
        """Read the changes from an offset on. What a torn last line holds was never acknowledged: it is left out.

        Raises:
            OtherKey: if a line is whole, and sealed to another key: a sync program is at work.
        """
        try:
            with self.path.open("rb") as file:
                file.seek(start)
                data = file.read()
        except FileNotFoundError:
            return Replay()
        return self.read(data, start)

    def read(self, data: bytes, start: int = 0) -> Replay:
        """Read the changes of a journal's bytes that begin at an offset."""
        *lines, rest = data.split(b"\n")
        found = Replay(end=start + len(data) - len(rest), size=start + len(data))
        for line in lines:
            if not self._take(line, found):
                found.damaged = True
        if rest and self._take(rest, found):
            found.end, found.is_open = start + len(data), True
        return found

    def _take(self, line: bytes, found: Replay) -> bool:
        """Add what a line says to what was found, as far as it can be opened here; False if it is not whole."""
        body = line[_CRC_DIGITS + 1 :]
        if line[: _CRC_DIGITS + 1] != b"%08x " % crc32(body):
            return False
        if not self._seal.can_open:
            return True
        try:
            table, document_id, document = json.loads(self._seal.open_line(body))
        except ValueError:
            return False
        found.changes.append((table, document_id, document))
        return True

    def append(self, changes: Iterable[Change], end: int, is_open: bool = False) -> tuple[int, int]:
        """Write the changes behind `end` in one write and wait until they are on the disk.

        Args:
            changes: What changed.
            end: Offset behind what could be read; what stands there is torn, and set aside.
            is_open: Whether the line before `end` lacks its line end.

        Returns:
            Inode, and the offset behind what was written.

        Raises:
            OSError: if it did not reach the disk; the journal then ends at `end`.
        """
        data = b"\n" * is_open + b"".join(map(self.line, changes))
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            status = os.fstat(handle)
            if not status.st_size:  # its name may be new
                sync_folder(self.path.parent)
            if status.st_size > end:
                self.set_aside()
                os.ftruncate(handle, end)
            try:
                _write_all(handle, data)
                _sync(handle)
            except OSError:
                os.ftruncate(handle, end)
                raise
        finally:
            os.close(handle)
        return status.st_ino, end + len(data)

    def clear(self) -> None:
        """Empty the journal: all of it is in the file now."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.ftruncate(handle, 0)
            _sync(handle)
        finally:
            os.close(handle)

    def line(self, change: Change) -> bytes:
        """Return the line of a change."""
        text = _JSON.encode(change).encode("utf-8", "surrogatepass")
        body = self._seal.close_line(text)
        return b"%08x %s\n" % (crc32(body), body)

    def set_aside(self) -> Path:
        """Keep a copy of the journal as it is, under a name of its own."""
        copy = beside(self.path, "damaged")
        copy.touch(mode=0o600)
        copy.write_bytes(self.path.read_bytes())
        return copy


def _write_all(handle: int, data: bytes) -> None:
    """Write all of it; a full disk may take only a part."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _sync(handle: int) -> None:
    """Wait for the disk; the file's times need not be there."""
    getattr(os, "fdatasync", os.fsync)(handle)
