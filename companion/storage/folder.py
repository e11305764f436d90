"""The data folder: its lock, and which of its files hold the words just now, plain or sealed."""

import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from threading import get_ident

from companion.catalogue import _
from companion.storage.backups import Backups
from companion.storage.errors import StoreError, Unreadable
from companion.storage.files import NotAFile
from companion.storage.folder_lock import FolderLock, NotHeld
from companion.storage.journal import Journal
from companion.storage.paths import BACKUPS, JOURNAL, LOCK, SEALED, STORE, make_private
from companion.storage.sealing.age import Key
from companion.storage.sealing.keyring import Keyring, KeyStamp
from companion.storage.sealing.seal import Plain, Seal, Sealed
from companion.storage.sealing.wrapping import Wrapping

PATIENCE = 10.0
"""Seconds that a verb waits for another process's change."""


def cant_be_read(folder: Path, error: OSError) -> str:
    """Say why a folder can't be read and what to do."""
    if isinstance(error, NotAFile):
        return _("{file} can't be read: {problem}. Take it away.", file=error.filename, problem=error.strerror)
    return _(
        "{folder} can't be read ({reason}). Name a folder of your own.", folder=folder, reason=error.strerror or error
    )


class Folder(AbstractContextManager[None]):
    """The files, by the keys that lie there: any process may set, change or remove the passphrase."""

    def __init__(self, path: Path, patience: float, wrapping: Wrapping) -> None:
        self.path = path
        self.keyring = Keyring(path, wrapping)
        self.key: Key | None = None
        """The secret key, where the folder is sealed and was unlocked here."""
        self._lock = FolderLock(path / LOCK, patience)
        self._keys: KeyStamp | None = None
        self._is_private = False
        self._holder = 0
        self._turn = 0
        self._followed_in = 0
        self.use(Plain())

    def use(self, seal: Seal) -> None:
        """Take the files of one seal."""
        self.seal = seal
        self.file = Path(os.path.realpath(self.path / (STORE + seal.ending)))  # a link stays a link
        self.journal = Journal(self.path / (JOURNAL + seal.ending), seal)
        self.backups = Backups(self.path / BACKUPS, seal)

    # -- the passphrase

    @property
    def is_sealed(self) -> bool:
        """Whether the words are sealed."""
        return isinstance(self.seal, Sealed)

    @property
    def is_locked(self) -> bool:
        """Whether the words can't be read here."""
        return not self.seal.can_open

    @property
    def is_abandoned(self) -> bool:
        """Whether the words were sealed, and now neither a key nor a plain file is there: the folder itself is gone.

        That it is plain is not believed then: it may be a disk that was taken out, or a sync program at work.
        """
        return self.is_sealed and not self.keyring.is_set and not (self.path / STORE).exists()

    def have_keys_changed(self) -> bool:
        """Return whether the key files are others than when they were last followed."""
        return self.keyring.stamp() != self._keys and not self.is_abandoned

    def follow_keys(self) -> bool:
        """Take the files that hold the words now; return whether they are others than before."""
        turn = self.turn
        if turn and turn == self._followed_in:
            return False
        try:
            stamp = self.keyring.stamp()
        except OSError as error:
            raise Unreadable(cant_be_read(self.path, error)) from error
        self._followed_in = turn
        if stamp == self._keys:
            return False
        if self.keyring.is_set:
            recipients = self.keyring.recipients()
            if self.key and recipients and self.key.recipient not in recipients:
                self.key = None
            own = (self.key.recipient,) if self.key else ()
            self.use(Sealed(recipients or own, self.key))
        elif self.is_abandoned:
            return False
        else:
            self.key = None
            self.use(Plain())
        self._keys = stamp
        return True

    def use_key(self, key: Key | None) -> None:
        """Open with this key from now on, or with none."""
        self.key, self._keys = key, None
        self.look_again()

    def check_key_is_there(self) -> None:
        """Bring the key back where all there is is a sealed file without it: nothing may be begun anew beside it.

        Raises:
            Unreadable: if there is no copy of the key.
        """
        if self.is_sealed or not (self.path / (STORE + SEALED)).exists() or self.file.exists():
            return
        with self.held():
            is_back = self.keyring.is_set or self.keyring.bring_back()
            self.look_again()
            if not is_back:
                raise Unreadable(
                    _(
                        "Your words are sealed, and the key to them, identity.age, is not there. "
                        "Bring it back from a backup of this computer."
                    )
                )

    # -- the lock

    def held(self) -> AbstractContextManager[None]:
        """Hold the folder for one read, change and write; never while a person thinks.

        Raises:
            StoreError: if another process does not let go of it.
        """
        return nullcontext() if self.turn else self

    def __enter__(self) -> None:
        try:
            if not self._is_private:
                make_private(self.path)
            try:
                self._lock.acquire()
            except FileNotFoundError:  # the folder was there, and is gone
                make_private(self.path)
                self._lock.acquire()
            self._is_private = True
        except NotHeld as error:
            raise StoreError(
                _("Not kept: another Companion is writing and does not let go. Close it, then try again.")
            ) from error
        self._holder = get_ident()
        self.look_again()

    def __exit__(self, *_: object) -> None:
        self._holder = 0
        self._lock.release()

    @property
    def turn(self) -> int:
        """A number for the time in which this thread holds the folder, alone; 0 while it does not."""
        return self._turn if self._holder == get_ident() else 0

    def look_again(self) -> None:
        """Begin another turn: what was seen in the last one may be different now."""
        self._turn += 1
