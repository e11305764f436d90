"""The store's file: ordinary TinyDB JSON, and the journal of what has changed since it was written.

Opening reads the file and replays the journal; a change appends one line; folding writes the file anew and empties
the journal. At every step a kill leaves a state from which opening gives all that was acknowledged:

    file n, journal of what came after n        before the fold
    file n+1, the same journal                  the file is in place; replaying what it holds already changes nothing
    file n+1, empty journal                     after the fold

In a sealed folder both are sealed. Without the key, changes are appended all the same; nothing else can be done.

A sync program may replace either file under us. What was known here and is not known by the files that came is appended
again: nobody has deleted it, or a mark would say so.
"""

from collections.abc import Collection, Iterable
from contextlib import suppress
from time import time_ns

from companion.storage.database import MemoryTables
from companion.storage.errors import Unreadable
from companion.storage.files import NONE, Stamp, beside, move, stamp, sweep
from companion.storage.folder import Folder, cant_be_read
from companion.storage.journal import START, Change, Replaced, Replay
from companion.storage.merging import missing
from companion.storage.migrations import schema_of, store_id
from companion.storage.paths import LOCK
from companion.storage.replaying import replay
from companion.storage.sealing.age import Key
from companion.storage.tables import Tables, apply
from companion.storage.whole_file import WholeFile

_WORTH_IT = 0.25
"""Share of the file's size from which folding a journal costs no more, over many changes, than the changes did."""

_WORTH_AN_HOUR = 0.05
"""Share of the file's size from which a change folds its journal while the app goes on: that is seldom, and brief."""


class JournaledFile(MemoryTables):
    """Tables on the disk, the same for every process that has them open."""

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self.folder = folder
        self.file = WholeFile(folder)
        self._has_changed = False
        self.forget()

    def forget(self) -> None:
        """Let go of all that was read; the next look reads it anew."""
        self._tables: Tables = {}
        self._gone: Tables = {}
        self.checked = None
        self._read_in = 0
        self._stamp: Stamp | None = None
        self._looked = 0
        self._place = START

    def use_key(self, key: Key | None) -> None:
        """Open with this key from now on, or with none; what another one opened is let go of."""
        self.folder.use_key(key)
        self._follow_keys()

    @property
    def is_sealed(self) -> bool:
        """Whether what is kept has a passphrase, whoever set it."""
        self._follow_keys()
        return self.folder.is_sealed

    @property
    def is_locked(self) -> bool:
        """Whether what is kept can't be read here."""
        self._follow_keys()
        return self.folder.is_locked

    # -- reading

    def current(self) -> Tables:
        """Return all tables as they are on the disk now; none while it is locked.

        Raises:
            Unreadable: if the files can't be opened.
        """
        turn = self.folder.turn
        if turn and turn == self._read_in:
            return self._tables
        try:
            tables = self._read_all()
            self._read_in = turn
            return tables
        except OSError as error:
            raise Unreadable(cant_be_read(self.folder.path, error)) from error

    def _read_all(self) -> Tables:
        while True:
            self._follow_keys()
            stamp, behind = self.file.stamp(), self.folder.journal.behind(self._place)
            if stamp != self._stamp or behind is None:
                self._load()
            elif behind:
                self._take(self.folder.journal.read(behind, self._place))
            if stamp == self._stamp and (self.folder.turn or self._is_settled(stamp)):
                self._looked = time_ns()
                return self._tables
            self.folder.look_again()  # it was folded, or sealed, between the two looks

    def _is_settled(self, stamp: Stamp) -> bool:
        """Return whether nothing moved while it was read; while the folder is held, nothing can."""
        return stamp == self.file.stamp() and not self.folder.have_keys_changed()

    def _follow_keys(self) -> None:
        if self.folder.follow_keys():
            self.forget()

    def is_stale(self) -> bool:
        """Return whether another process has changed the tables since they were last read."""
        try:
            if self.folder.have_keys_changed():
                return True
            behind, stamp = self.folder.journal.behind(self._place), self.file.stamp()
        except OSError:
            return True  # reading says what is wrong
        return stamp != (self._stamp or NONE) or behind is None or len(behind) != self._place.size - self._place.end

    def _load(self) -> None:
        """Read the file, then all of the journal; if that can't be done, nothing has been looked at."""
        self.folder.check_key_is_there()
        self._follow_keys()
        before = self._tables or self._gone
        try:
            self._stamp = self.file.stamp()
            self._tables = {} if self.folder.is_locked else self.file.read()
            self._take(self.folder.journal.replay())
            if before and not self.folder.is_locked:
                self._bring_back(before)
        except BaseException:
            self._tables, self._stamp = before, None
            raise

    def _bring_back(self, before: Tables) -> None:
        """Append again what was known before, where files that came from elsewhere do not know it.

        Nothing is brought back while there are no files at all, nor into another store than the one that was erased.
        Erasing takes the lock too: one that is younger than the last look is of a folder that was begun anew.
        """
        if self._stamp == NONE and not self._place.inode:
            self._gone = before
            return
        was_gone, self._gone = bool(self._gone) or stamp(self.folder.path / LOCK)[1] > self._looked, {}
        is_another = was_gone and store_id(before) != store_id(self._tables)
        is_newer = bool(self._tables) and schema_of(before) != schema_of(self._tables)
        changes = [] if is_another or is_newer else missing(self._tables, before)
        if changes:
            with self.folder.held():
                if self.is_stale():  # more has come meanwhile: look again, and miss it again
                    self._tables, self._stamp = before, None
                else:
                    self._append(changes)

    def _take(self, found: Replay) -> None:
        """Apply what was read of the journal."""
        replay(found.changes, self._tables)
        self._place = found.place
        if found.damaged and not self.folder.is_locked:
            with suppress(OSError), self.folder.held():  # the good lines are read; it is mended another time
                aside = self.folder.journal.set_aside()
                self.fold()
                self.file.set_aside.append(aside)

    # -- changing

    def change(self, changes: Iterable[Change]) -> None:
        """Append the changes to the journal; once they are on the disk, they are the present.

        Raises:
            OSError: if they did not reach the disk; nothing has changed then.
        """
        made = list(changes)
        if not made:
            return
        with self.folder.held():
            self.current()
            if self.folder.is_abandoned:
                raise Unreadable(f"Not kept: {self.folder.path}, or the key in it, is gone. Bring it back first.")
            self._append(made)
            end = self._place.end
            if end > self.folder.seal.fold_at and end > self.file.stamp()[2] * _WORTH_AN_HOUR:
                with suppress(OSError):  # the changes are on the disk; it is folded another time
                    self.fold()

    def _append(self, changes: Collection[Change]) -> None:
        try:
            self._place = self.folder.journal.append(changes, self._place)
        except Replaced:
            self.folder.look_again()
            self.current()
            self._append(changes)
            return
        self._has_changed = True
        if not self.folder.is_locked:
            apply(changes, self._tables)

    def settle(self) -> None:
        """Fold what was changed here if the journal has grown large beside the file.

        A small store is so always in its file, and in a large one folding is rare.
        """
        if self._has_changed and self._place.end >= self.file.stamp()[2] * _WORTH_IT:
            self.fold()

    def fold(self) -> None:
        """Write the file anew, the journal in it; the old pair becomes a backup. While it is locked, nothing happens.

        Raises:
            OSError: if the file could not be written; file and journal are then as they were.
        """
        with self.folder.held():
            self.current()
            if self._place.end and not self.folder.is_locked:
                sweep(self.folder.path)
                self.folder.backups.add(self.folder.file, self.folder.journal.path)
                self.rewrite()

    def rewrite(self) -> None:
        """Write the file anew, by the seal of the moment, and empty the journal. Only while the folder is held."""
        self.file.write(self._tables)
        self._place = self.folder.journal.clear()
        self._stamp = self.file.stamp()

    def put_aside(self) -> None:
        """Give file and journal other names: the key opens neither, and the person goes back to a backup."""
        with self.folder.held():
            for path in (self.folder.file, self.folder.journal.path):
                if path.exists():
                    move(path, beside(path, "other-key"))
            self.forget()
