"""The store: all that was written, on this machine's disk."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import msgspec

from companion.catalogue import _
from companion.domain.binned import Binned
from companion.domain.bookmark import Bookmark
from companion.domain.context_note import ContextNote
from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.held import HeldMessage
from companion.domain.highlight import Highlight
from companion.domain.practice import Practice
from companion.domain.reading import Reading
from companion.domain.saved_filter import SavedFilter
from companion.domain.script import Favourite, OwnScript
from companion.domain.settings import Settings
from companion.domain.times import Clock
from companion.domain.unkept import Unkept
from companion.domain.week_time import WeekTime
from companion.storage.collection import Collection
from companion.storage.conflict_copies import conflict_copies
from companion.storage.database import Database, IdTable, MemoryTables
from companion.storage.errors import StoreError, Unreadable, not_kept
from companion.storage.folder import PATIENCE, Folder
from companion.storage.journal import Change
from companion.storage.journaled_file import JournaledFile
from companion.storage.lockable import Lockable
from companion.storage.migrations import SCHEMA, check_writable, migrate, schema_of
from companion.storage.paths import why_not_ours
from companion.storage.pauses import Pauses
from companion.storage.records import RECORDS
from companion.storage.sealing.age import Key
from companion.storage.sealing.wrapping import AgeWrapping, Wrapping
from companion.storage.settings_file import read_settings, write_settings
from companion.storage.tables import Tables


def utc_clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class Store(Lockable):
    """The collections over one folder, or over memory if there is none."""

    def __init__(
        self,
        folder: Path | None = None,
        *,
        patience: float = PATIENCE,
        clock: Clock = utc_clock,
        wrapping: Wrapping | None = None,
    ) -> None:
        """Open a store; nothing is read, and no folder made, before it is needed.

        Args:
            folder: Where it lies.
            patience: Seconds to wait for another process's change.
            clock: Gives the time of each change.
            wrapping: How the secret key is kept behind a passphrase; age's own way unless a test says otherwise.
        """
        file = None if folder is None else JournaledFile(Folder(folder, patience, wrapping or AgeWrapping()))
        super().__init__(file, clock)
        self.folder = folder
        self._settings = Settings()
        self._tables = file or MemoryTables()
        self._database = Database(storage=lambda: self._tables)
        self.entries = Collection(self._table("entries"), Entry, self.alone, clock, takes_while_locked=True)
        self.pauses = Pauses(self._table("pauses"), self.alone, clock, folder)
        self.worksheets = Collection(self._table("worksheets"), Answers, self.alone, clock)
        self.scripts = Collection(self._table("scripts"), OwnScript, self.alone, clock, takes_while_locked=True)
        self.reading = Collection(self._table("reading"), Reading, self.alone, clock)
        self.bookmarks = Collection(self._table("bookmarks"), Bookmark, self.alone, clock)
        self.highlights = Collection(self._table("highlights"), Highlight, self.alone, clock)
        self.held = Collection(self._table("held"), HeldMessage, self.alone, clock, takes_while_locked=True)
        self.practices = Collection(self._table("practices"), Practice, self.alone, clock)
        self.favourites = Collection(self._table("favourites"), Favourite, self.alone, clock)
        self.context_notes = Collection(self._table("context_notes"), ContextNote, self.alone, clock)
        self.filters = Collection(self._table("filters"), SavedFilter, self.alone, clock)
        self.bin = Collection(self._table("bin"), Binned, self.alone, clock)
        self.week_times = Collection(self._table("week_times"), WeekTime, self.alone, clock)
        self.unkept = Collection(self._table("unkept"), Unkept, self.alone, clock, takes_while_locked=True)

    @property
    def collections(self) -> dict[str, Collection[Any]]:
        """The collections by the names of their tables."""
        return {name: getattr(self, name) for name in RECORDS}

    # -- the files

    def notices(self) -> list[str]:
        """Return what the person should know of the files, as far as they were read; nothing if all is well."""
        try:
            check_writable(self._tables.current())
        except Unreadable:
            return []  # whoever reads or keeps is told
        except StoreError as error:
            return [str(error)]
        said = self.file.file.notices() if self.file else []
        with suppress(OSError):
            said += filter(None, [why_not_ours(self.folder)] if self.folder else [])
        if count := sum(each.unreadable for each in self.collections.values()):
            said.append(
                _(
                    "{number} of your records can't be read by this Companion. They stay in the file as they are.",
                    number=count,
                )
            )
        return said

    def is_stale(self) -> bool:
        """Return whether another process has changed the store since it was last read."""
        return self.file.is_stale() if self.file else False

    def close(self, *, quickly: bool = False) -> None:
        """Fold the journal into the file, so that the file alone holds everything.

        Nothing is lost if that fails or does not happen: the journal is replayed.

        Args:
            quickly: Only if it costs next to nothing; for a verb, which must not know the size of the store.
        """
        if self.file is not None and self.folder is not None and self.folder.is_dir():
            with suppress(OSError, StoreError):
                self.file.settle() if quickly else self.file.fold()

    # -- the whole of it

    def tables(self) -> Tables:
        """Return everything that is kept, as it is now; not to be changed by the caller. Nothing while it is locked."""
        return self._tables.current()

    def take(self, changes: Iterable[Change]) -> None:
        """Make changes of whole documents in one write, as they are: all of them reach the disk, or none.

        Raises:
            Locked: if it is locked.
            StoreError: if they did not reach the disk.
        """
        with self.alone():
            self._check_unlocked()
            self._tables.change(changes)
            self.pauses.show(self.pauses.open())

    def conflict_copies(self) -> list[Path]:
        """Return the copies that a sync program left beside the files when two machines had changed them."""
        return [] if self.folder is None else conflict_copies(self.folder)

    # -- locking

    def lock(self) -> None:
        """Forget the key and everything that it opened."""
        super().lock()
        for collection in self.collections.values():
            collection.let_go()

    def unlock(self, key: Key) -> None:
        """Read the words with the key from now on."""
        super().unlock(key)
        with suppress(StoreError), self.alone():  # what can't be written to can be read
            self.pauses.show(self.pauses.open())

    def set_passphrase(self, key: Key) -> None:
        """Seal everything to the key."""
        with self.alone():
            self.pauses.show(self.pauses.open(), always=True)
            super().set_passphrase(key)

    def change_passphrase(self, key: Key) -> None:
        """Take the key, wrapped by another passphrase, or a new key: then everything is sealed anew."""
        with self.alone():
            super().change_passphrase(key)

    def remove_passphrase(self) -> None:
        """Lay everything down plain again."""
        with self.alone():
            super().remove_passphrase()

    # -- settings

    @property
    def settings(self) -> Settings:
        """What the person chose, also while it is locked."""
        return self._settings if self.folder is None else read_settings(self.folder)

    def keep_settings(self, settings: Settings) -> None:
        """Keep what the person chose.

        Raises:
            StoreError: if it did not reach the disk.
        """
        self._settings = settings
        if self.folder is not None:
            with self.alone():
                write_settings(self.folder, settings)

    def change_settings(self, **changes: object) -> None:
        """Keep other values of some settings, as keep_settings does."""
        with self.alone():  # another window may have changed others
            self.keep_settings(msgspec.structs.replace(self.settings, **changes))

    # -- changing

    def alone(self) -> AbstractContextManager[None]:
        """Open a stretch in which nobody else changes the store: read, decide, keep. Never while a person thinks.

        Raises:
            StoreError: if it can't be had, or if what was kept in it did not reach the disk.
        """
        if self.file is None or self.file.folder.turn:
            return nullcontext()
        return self._alone(self.file)

    @contextmanager
    def _alone(self, file: JournaledFile) -> Iterator[None]:
        try:
            with file.folder.held():
                self.tidy()
                self._migrate()
                yield
        except OSError as error:
            raise not_kept(error, self.folder) from error

    def _table(self, name: str) -> IdTable:
        return cast(IdTable, self._database.table(name))  # TinyDB makes it from `table_class`

    def _migrate(self) -> None:
        tables = self._tables.current()
        if tables is self._tables.checked or self._tables.is_locked:
            return  # whoever unlocks it does
        check_writable(tables)
        if schema_of(tables) != SCHEMA:
            self._tables.write(migrate(tables))
        self._tables.checked = self._tables.current()
