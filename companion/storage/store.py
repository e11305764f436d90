"""The store: all that was written, on this machine's disk."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import cast

from tinydb.storages import MemoryStorage

from companion.domain.article import Reading
from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.script import OwnScript
from companion.domain.worksheet import Answers
from companion.storage.collection import Collection, Database, IdTable, RecordT
from companion.storage.errors import NotKept, StoreError
from companion.storage.json_file import JsonFile
from companion.storage.migrations import SCHEMA, migrate, schema_of
from companion.storage.paths import STORE, make_private

_LOCK = ".lock"
_PATIENCE = 10.0
"""Seconds to wait for another process's change."""


class Store:
    """The collections over one file, or over memory if there is no folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._file = None if folder is None else JsonFile(folder / STORE)
        if self._file is None:
            self._database = Database(storage=MemoryStorage)
        else:
            file = self._file
            self._database = Database(storage=lambda: file)
        self.entries = self._collection("entries", Entry)
        self.pauses = self._collection("pauses", Pause)
        self.worksheets = self._collection("worksheets", Answers)
        self.scripts = self._collection("scripts", OwnScript)
        self.reading = self._collection("reading", Reading)

    @property
    def set_aside(self) -> Path | None:
        """Where an unreadable file was moved to, if that happened since this store was opened."""
        return self._file.set_aside if self._file else None

    def is_stale(self) -> bool:
        """Return whether another process has changed the file since it was last read."""
        return self._file.is_stale() if self._file else False

    def _collection(self, name: str, type_: type[RecordT]) -> Collection[RecordT]:
        table = cast(IdTable, self._database.table(name))  # TinyDB makes it from `table_class`
        return Collection(table, type_, self._change)

    @contextmanager
    def _change(self) -> Iterator[None]:
        """Hold the lock for one read-modify-write, and say in a sentence what went wrong."""
        try:
            with self._lock():
                self._migrate()
                yield
        except OSError as error:
            raise NotKept(_why(error, self._folder)) from error

    @contextmanager
    def _lock(self) -> Iterator[None]:
        if self._folder is None:
            with nullcontext():
                yield
            return
        from filelock import FileLock, Timeout

        make_private(self._folder)
        try:
            with FileLock(self._folder / _LOCK, timeout=_PATIENCE, mode=0o600):
                yield
        except Timeout as error:
            raise StoreError(
                "Not kept: another Companion has been writing for ten seconds. Close it, then try again."
            ) from error

    def _migrate(self) -> None:
        storage = self._database.storage
        tables = storage.read() or {}
        if schema_of(tables) != SCHEMA:
            storage.write(migrate(tables))


def _why(error: OSError, folder: Path | None) -> str:
    """Say why a change did not reach the disk and what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Not kept: the disk is full. Free some space, then try again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"Not kept: {folder} can't be written to. Make it yours to write, then try again."
    return f"Not kept: the disk said “{error.strerror or error}”. Try again."
