"""The store's file: ordinary TinyDB JSON, and the journal of what has changed since it was written.

Opening reads the file and replays the journal; a change appends one line; folding writes the file anew and empties
the journal. At every step a kill leaves a state from which opening gives all that was acknowledged:

    file n, journal of what came after n        before the fold
    file n+1, the same journal                  the file is in place; replaying what it holds already changes nothing
    file n+1, empty journal                     after the fold
"""

import gc
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path

from companion.storage.backups import Backups
from companion.storage.errors import StoreError, Unreadable
from companion.storage.files import beside, replace_file, sweep
from companion.storage.journal import Change, Journal
from companion.storage.paths import BACKUPS, JOURNAL, LOCK, STORE, make_private
from companion.storage.tables import MemoryTables, Tables, apply

FOLD_AT = 1_000_000
"""Bytes of journal from which the next change folds it: replaying that takes about 20 ms."""

_WORTH_IT = 0.25
"""Share of the file's size from which folding a journal costs no more, over many changes, than the changes did."""

PATIENCE = 10.0
"""Seconds that a verb waits for another process's change."""

_Stamp = tuple[int, int, int]
_NONE: _Stamp = (0, 0, 0)


class JournaledFile(MemoryTables):
    """Tables on the disk, the same for every process that has them open."""

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        super().__init__()
        self._folder = folder
        self._patience = patience
        self._path = Path(os.path.realpath(folder / STORE))  # a link stays a link
        self._journal = Journal(folder / JOURNAL)
        self._backups = Backups(folder / BACKUPS)
        self._stamp: _Stamp | None = None
        self._inode = 0
        self._end = 0
        self._is_open = False
        self._has_changed = False
        self.set_aside: list[Path] = []
        """Copies of what could not be read, since this was opened."""

    # -- reading

    def current(self) -> Tables:
        """Return all tables as they are on the disk now.

        Raises:
            Unreadable: if the files can't be opened.
        """
        try:
            return self._read_all()
        except OSError as error:
            why = error.strerror or str(error)
            raise Unreadable(f"{self._folder} can't be read ({why}). Name a folder of your own.") from error

    def _read_all(self) -> Tables:
        while True:
            stamp, (inode, size) = self._look(), self._journal.stamp()
            if stamp != self._stamp or inode != self._inode or size < self._end:
                self._load()
            elif size > self._end:
                self._catch_up()
            if stamp == self._look():  # else it was folded between the two looks
                return self._tables

    def is_stale(self) -> bool:
        """Return whether another process has changed the tables since they were last read."""
        try:
            inode, size = self._journal.stamp()
            stamp = self._look()
        except OSError:
            return True  # reading says what is wrong
        return stamp != (self._stamp or _NONE) or inode != self._inode or size > self._end

    def _look(self) -> _Stamp:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return _NONE
        return status.st_ino, status.st_mtime_ns, status.st_size

    def _load(self) -> None:
        """Read the file, then all of the journal."""
        self._stamp = self._look()
        self._tables = {} if self._stamp == _NONE else self._decode()
        self._inode, self._end, self._is_open = self._journal.stamp()[0], 0, False
        self._catch_up()

    def _catch_up(self) -> None:
        """Apply what the journal holds behind what was read."""
        found = self._journal.replay(self._end)
        apply(found.changes, self._tables)
        self._end, self._is_open = found.end, found.is_open
        if found.damaged:
            self.set_aside.append(self._journal.set_aside())
            with self.locked():
                self.fold()

    def _decode(self) -> Tables:
        """Return the file's tables; an unreadable file is set aside and the newest good backup taken."""
        try:
            return decode(self._path.read_bytes())
        except ValueError:
            with self.locked():
                return self._recover()

    def _recover(self) -> Tables:
        """Set the file aside and write the newest good backup in its place, unless another process has done so."""
        try:
            tables = decode(self._path.read_bytes())
        except ValueError:
            aside = beside(self._path, "damaged")
            self._path.replace(aside)
            self.set_aside.append(aside)
            tables = self._backups.newest()
            replace_file(self._path, encode(tables))
        self._stamp = self._look()
        return tables

    # -- changing

    @cached_property
    def _lock(self) -> AbstractContextManager[object]:
        """The lock of the folder; whoever holds it may take it again."""
        from filelock import FileLock

        return FileLock(self._folder / LOCK, timeout=self._patience, mode=0o600)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder for one read, change and write; never while a person thinks.

        Raises:
            StoreError: if another process does not let go of it.
        """
        from filelock import Timeout

        try:
            make_private(self._folder)
            with self._lock:
                yield
        except Timeout as error:
            raise StoreError(
                "Not kept: another Companion is writing and does not let go. Close it, then try again."
            ) from error

    def change(self, changes: Iterable[Change]) -> None:
        """Append the changes to the journal; once they are on the disk, they are the present.

        Raises:
            OSError: if they did not reach the disk; nothing has changed then.
        """
        made = list(changes)
        if not made:
            return
        with self.locked():
            self.current()
            self._end = self._journal.append(made, self._end, self._is_open)
            self._inode, self._is_open = self._journal.stamp()[0], False
            apply(made, self._tables)
            self._has_changed = True
            if self._end > FOLD_AT:
                self.fold()

    def settle(self) -> None:
        """Fold what was changed here if the journal has grown large beside the file.

        A small store is so always in its file, and in a large one folding is rare.
        """
        if self._has_changed and self._journal.stamp()[1] >= self._look()[2] * _WORTH_IT:
            self.fold()

    def fold(self) -> None:
        """Write the file anew, the journal in it; the old pair becomes a backup.

        Raises:
            OSError: if the file could not be written; file and journal are then as they were.
        """
        with self.locked():
            self.current()
            if not self._end:
                return
            sweep(self._folder)
            self._backups.add(self._path, self._journal.path)
            replace_file(self._path, encode(self._tables))
            self._journal.clear()
            self._stamp, self._end, self._is_open = self._look(), 0, False


def encode(tables: Tables) -> bytes:
    """Return the tables as TinyDB's JSON."""
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode(data: bytes) -> Tables:
    """Return the tables of a file, the collector off meanwhile (a third of the time at 10 MB).

    Raises:
        ValueError: if it is not TinyDB's JSON.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        tables = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    finally:
        if was_on:
            gc.enable()
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("not a TinyDB file")
    return tables
