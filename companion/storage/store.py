"""The store: all that was written, on this machine's disk."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from companion.domain.article import Reading
from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.script import OwnScript
from companion.domain.times import Clock
from companion.domain.worksheet import Answers
from companion.storage.collection import Collection
from companion.storage.errors import NotKept, StoreError, Unreadable
from companion.storage.journaled_file import PATIENCE, JournaledFile
from companion.storage.migrations import SCHEMA, check_writable, migrate, schema_of
from companion.storage.pauses import Pauses
from companion.storage.tables import Database, IdTable, MemoryTables


def utc_clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class Store:
    """The collections over one folder, or over memory if there is none."""

    def __init__(self, folder: Path | None = None, *, patience: float = PATIENCE, clock: Clock = utc_clock) -> None:
        """Open a store; nothing is read, and no folder made, before it is needed.

        Args:
            folder: Where it lies.
            patience: Seconds to wait for another process's change.
            clock: Gives the time of each change.
        """
        self._folder = folder
        self._file = None if folder is None else JournaledFile(folder, patience)
        self._tables = self._file or MemoryTables()
        self._database = Database(storage=lambda: self._tables)
        self.entries = Collection(self._table("entries"), Entry, self.alone, clock)
        self.pauses = Pauses(self._table("pauses"), Pause, self.alone, clock)
        self.worksheets = Collection(self._table("worksheets"), Answers, self.alone, clock)
        self.scripts = Collection(self._table("scripts"), OwnScript, self.alone, clock)
        self.reading = Collection(self._table("reading"), Reading, self.alone, clock)

    def notices(self) -> list[str]:
        """Return what the person should know of the files, as far as they were read; nothing if all is well."""
        try:
            check_writable(self._tables.current())
        except Unreadable:
            return []  # whoever reads or keeps is told
        except StoreError as error:
            return [str(error)]
        aside = self._file.set_aside if self._file else []
        said = [f"Something could not be read. It is kept as {path.name}." for path in aside]
        if count := sum(each.unreadable for each in (self.entries, self.pauses, self.worksheets, self.scripts)):
            said.append(f"{count} of your records can't be read by this Companion. They stay in the file as they are.")
        return said

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

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Open a stretch in which nobody else changes the store: read, decide, keep. Never while a person thinks.

        Raises:
            StoreError: if it can't be had, or if what was kept in it did not reach the disk.
        """
        if self._file is None:
            yield
            return
        try:
            with self._file.locked():
                self._migrate()
                yield
        except OSError as error:
            raise NotKept(_why(error, self._folder)) from error

    def _table(self, name: str) -> IdTable:
        return cast(IdTable, self._database.table(name))  # TinyDB makes it from `table_class`

    def _migrate(self) -> None:
        tables = self._tables.current()
        check_writable(tables)
        if schema_of(tables) != SCHEMA:
            self._tables.write(migrate(tables))


def _why(error: OSError, folder: Path | None) -> str:
    """Say why a change did not reach the disk and what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Not kept: the disk is full. Free some space, then try again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"Not kept: {folder} can't be written to. Make it yours to write, then try again."
    return f"Not kept: the disk said “{error.strerror or error}”. Try again."
