"""The store: all that was written, on this machine's disk."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from companion.domain.article import Reading
from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.script import OwnScript
from companion.domain.worksheet import Answers
from companion.storage.collection import Collection, RecordT
from companion.storage.errors import NotKept, StoreError
from companion.storage.journaled_file import JournaledFile
from companion.storage.migrations import SCHEMA, migrate, schema_of
from companion.storage.tables import Database, IdTable, MemoryTables


class Store:
    """The collections over one folder, or over memory if there is none."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._file = None if folder is None else JournaledFile(folder)
        self._tables = self._file or MemoryTables()
        self._database = Database(storage=lambda: self._tables)
        self.entries = self._collection("entries", Entry)
        self.pauses = self._collection("pauses", Pause)
        self.worksheets = self._collection("worksheets", Answers)
        self.scripts = self._collection("scripts", OwnScript)
        self.reading = self._collection("reading", Reading)

    @property
    def set_aside(self) -> Path | None:
        """Where something unreadable was copied or moved to, if that happened since this store was opened."""
        return self._file.set_aside[-1] if self._file and self._file.set_aside else None

    def is_stale(self) -> bool:
        """Return whether another process has changed the store since it was last read."""
        return self._file.is_stale() if self._file else False

    def close(self, *, quickly: bool = False) -> None:
        """Fold the journal into the file, so that the file alone holds everything.

        Nothing is lost if that fails or does not happen: the journal is replayed.

        Args:
            quickly: Only if it costs next to nothing; for a verb, which must not know the size of the store.
        """
        if self._file is not None and self._folder is not None and self._folder.is_dir():
            with suppress(OSError, StoreError):
                self._file.settle() if quickly else self._file.fold()

    def _collection(self, name: str, type_: type[RecordT]) -> Collection[RecordT]:
        table = cast(IdTable, self._database.table(name))  # TinyDB makes it from `table_class`
        return Collection(table, type_, self._change)

    @contextmanager
    def _change(self) -> Iterator[None]:
        """Hold the lock for one read-modify-write, and say in a sentence what went wrong."""
        try:
            if self._file is None:
                yield
                return
            with self._file.locked():
                self._migrate()
                yield
        except OSError as error:
            raise NotKept(_why(error, self._folder)) from error

    def _migrate(self) -> None:
        tables = self._tables.current()
        if schema_of(tables) != SCHEMA:
            self._tables.write(migrate(tables))


def _why(error: OSError, folder: Path | None) -> str:
    """Say why a change did not reach the disk and what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Not kept: the disk is full. Free some space, then try again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"Not kept: {folder} can't be written to. Make it yours to write, then try again."
    return f"Not kept: the disk said “{error.strerror or error}”. Try again."
