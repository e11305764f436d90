"""The journal: every change as one line, on the disk before anything says "kept".

A line is the CRC-32 of what follows as eight hexadecimal digits, a blank, and JSON `[table, id, record or null]`; in a
sealed folder the JSON is sealed to the public key, in base64. Applying a line twice gives the same state, so replaying
a journal that was folded already does no harm. Behind the last line there is room, zero bytes: to write over them
costs a quarter less than to make the file longer with each line.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import msgspec

from companion.storage.documents import Document
from companion.storage.files import beside, open_file, read_file, sync_folder
from companion.storage.json_text import read_json, write_json
from companion.storage.sealing.seal import Plain, Seal

Change = tuple[str, str, Document | None]
"""Table, document id, and the document as it is now; None if it was removed."""

_CRC_DIGITS = 8
_ROOM = 65_536
"""Bytes, some 160 lines: the journal's size is a multiple of it."""
_UNWRITTEN = (b"", b"\0")
"""What is read where nothing was written: the end, or room."""
_BINARY = getattr(os, "O_BINARY", 0)  # only some systems tell text from bytes


class Replaced(Exception):
    """Another program has put a journal of its own in place of the one that was read."""


class Place(NamedTuple):
    """Up to where a journal was read."""

    inode: int = 0
    end: int = 0
    """Offset behind the last line that could be read."""
    size: int = 0
    """Offset behind all that was written there; between the two stands a torn line."""
    last: bytes = b""
    """The last line that could be read: in another journal, or in an older one, something else stands there."""


START = Place()
"""Where nothing was read."""


class Replay(msgspec.Struct):
    """What a stretch of the journal holds."""

    changes: list[Change] = []
    """Every change that could be read, in order; none while it is locked."""
    place: Place = START
    damaged: bool = False
    """Whether a whole line, or one before the last, could not be read."""


class Journal:
    """One file, only ever appended to until it is folded."""

    def __init__(self, path: Path, seal: Seal | None = None) -> None:
        self.path = path
        self._name = os.fspath(path)
        self._seal = seal or Plain()

    def behind(self, place: Place) -> bytes | None:
        """Return what was written behind a place since; None if the journal is another one now, or was folded."""
        try:
            handle = open_file(self._name)
        except FileNotFoundError:
            return None if place.inode else b""
        try:
            status = os.fstat(handle)
            if status.st_ino != place.inode:
                return None
            length = len(place.last)
            os.lseek(handle, place.end - length, os.SEEK_SET)
            found = os.read(handle, length + 1)
            if not found.startswith(place.last):
                return None
            if found[length:] in _UNWRITTEN:
                return b""
            return _without_room(found[length:] + os.read(handle, status.st_size))
        finally:
            os.close(handle)

    def replay(self) -> Replay:
        """Read all changes. What a torn last line holds was never acknowledged: it is left out.

        Raises:
            OtherKey: if a line is whole, and sealed to another key: a sync program is at work.
        """
        try:
            with os.fdopen(open_file(self._name), "rb") as file:
                return self.read(file.read(), Place(os.fstat(file.fileno()).st_ino))
        except FileNotFoundError:
            return Replay()

    def read(self, data: bytes, place: Place = START) -> Replay:
        """Read the changes of what stands behind a place."""
        data = _without_room(data)
        *lines, rest = data.split(b"\n")
        found = Replay()
        end, last = place.end + len(data) - len(rest), lines[-1] + b"\n" if lines else place.last
        for line in lines:
            if not self._take(line, found):
                found.damaged = True
        if rest and self._take(rest, found):  # it lacks nothing but its line end
            end, last = end + len(rest), rest
        found.place = Place(place.inode, end, place.end + len(data), last)
        return found

    def _take(self, line: bytes, found: Replay) -> bool:
        """Add what a line says to what was found, as far as it can be opened here; False if it is not whole."""
        body = line[_CRC_DIGITS + 1 :]
        if line[: _CRC_DIGITS + 1] != b"%08x " % crc32(body):
            return False
        if not self._seal.can_open:
            return True
        try:
            table, document_id, document = read_json(self._seal.open_line(body))
        except ValueError:
            return False
        found.changes.append((table, document_id, document))
        return True

    def append(self, changes: Iterable[Change], place: Place) -> Place:
        """Write the changes behind a place, in one write, and wait until they are on the disk.

        Args:
            changes: What changed, at least one.
            place: Where the last line ends; what stands behind it is torn, and set aside.

        Returns:
            The place behind them.

        Raises:
            Replaced: if that place is in another journal; nothing was written.
            OSError: if they did not reach the disk; the journal then ends where it did.
        """
        lines = list(map(self.line, changes))
        data = b"".join(lines)
        if place.last and not place.last.endswith(b"\n"):
            data = b"\n" + data
        handle = os.open(self._name, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
        try:
            status = os.fstat(handle)
            if status.st_ino != place.inode and (place.inode or status.st_size):
                raise Replaced
            if not status.st_size:  # its name may be new
                sync_folder(self.path.parent)
            if place.size > place.end:
                self.set_aside()
                os.ftruncate(handle, place.end)
            self._write(handle, data, place.end, status.st_size)
        finally:
            os.close(handle)
        end = place.end + len(data)
        return Place(status.st_ino, end, end, lines[-1])

    @staticmethod
    def _write(handle: int, data: bytes, start: int, size: int) -> None:
        try:
            os.lseek(handle, start, os.SEEK_SET)
            _write_all(handle, data)
            if start + len(data) > size:
                _make_room(handle, start + len(data))
            _sync(handle)
        except OSError:
            os.ftruncate(handle, start)
            raise

    @property
    def is_empty(self) -> bool:
        """Whether there is none, or nothing in it."""
        return not (self.path.exists() and self.path.stat().st_size)

    def clear(self) -> Place:
        """Empty the journal, as all of it is in the file now; return its beginning."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.ftruncate(handle, 0)
            _sync(handle)
            return Place(os.fstat(handle).st_ino)
        finally:
            os.close(handle)

    def line(self, change: Change) -> bytes:
        """Return the line of a change."""
        body = self._seal.close_line(write_json(change))
        return b"%08x %s\n" % (crc32(body), body)

    def set_aside(self) -> Path:
        """Keep a copy of the journal as it is, under a name of its own."""
        copy = beside(self.path, "damaged")
        copy.touch(mode=0o600)
        copy.write_bytes(read_file(self.path))
        return copy


def _without_room(data: bytes) -> bytes:
    return data.rstrip(b"\0")


def _make_room(handle: int, end: int) -> None:
    """Fill the file up with zero bytes; where the disk has no place for them, the line itself is what counts."""
    with suppress(OSError):
        os.write(handle, bytes(-end % _ROOM))


def _write_all(handle: int, data: bytes) -> None:
    """Write all of it; a full disk may take only a part."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _sync(handle: int) -> None:
    """Wait for the disk; the file's times need not be there."""
    getattr(os, "fdatasync", os.fsync)(handle)
