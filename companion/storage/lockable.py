"""The lock of a store: setting a passphrase, opening with it, and what is remembered of the tries."""

from collections.abc import Mapping
from contextlib import suppress

import msgspec

from companion.catalogue import _
from companion.domain.opening import Opening
from companion.domain.record import new_id
from companion.domain.times import Clock
from companion.storage.errors import Locked, StoreError, WrongPassphrase
from companion.storage.journaled_file import JournaledFile
from companion.storage.merging import OPENINGS
from companion.storage.sealing.age import WEAK, Key, new_identity, work_factor
from companion.storage.sealing.converting import has_plain, names_stamp
from companion.storage.sealing.passphrase import Passphrase
from companion.storage.sealing.tries import failed_tries, forget_failed, note_failed, wait_left

_REMEMBERED = 50

_NO_FOLDER = _("There is no folder to seal.")


class Lockable:
    """A store whose words may be sealed. `open_key`, `new_key` and `rewrap` are slow; a thread may call them."""

    def __init__(self, file: JournaledFile | None, clock: Clock) -> None:
        self._names: object = None
        """What told that names were added to the folder, when it was last tidied."""
        self.file = file
        """The files it lies in; None over memory."""
        self._clock = clock

    @property
    def has_passphrase(self) -> bool:
        """Whether the words are sealed, whoever sealed them."""
        return self.file is not None and self.file.is_sealed

    @property
    def is_locked(self) -> bool:
        """Whether the words can't be read here: they have a passphrase, and it was not given here."""
        return self.file is not None and self.file.is_locked

    @property
    def key(self) -> Key | None:
        """The secret key, where the words are sealed and unlocked here."""
        return None if self.file is None or self.file.is_locked else self.file.folder.key

    # -- keys, slowly

    def open_key(self, passphrase: str) -> Key:
        """Return the key that the passphrase opens. Takes seconds; nothing is unlocked yet.

        Raises:
            WrongPassphrase, Unreadable, TooSlow: as their names say.
        """
        file = self._on_disk()
        try:
            return file.folder.keyring.open(passphrase)
        except WrongPassphrase:
            with suppress(OSError, StoreError), file.folder.held():
                note_failed(file.folder.path, self._clock())
            raise

    def new_key(self, passphrase: str) -> Key:
        """Return a new key, wrapped by the passphrase. Takes seconds; nothing is sealed yet.

        Raises:
            ValueError: if the passphrase is empty.
        """
        return self._on_disk().folder.keyring.wrap(new_identity(), passphrase)

    def rewrap(self, passphrase: str) -> Key:
        """Return the present key, wrapped by another passphrase. Takes seconds; nothing is changed yet.

        Raises:
            ValueError: if the passphrase is empty.
            Locked: if it is not unlocked here.
        """
        folder = self._on_disk().folder
        if folder.key is None:
            raise Locked
        return folder.keyring.wrap(folder.key.identity, passphrase)

    @property
    def is_weak(self) -> bool:
        """Whether the key was wrapped cheaply, while the machine was busy; it should be wrapped again."""
        return self.key is not None and (work_factor(self.key.wrapped) or WEAK) < WEAK

    def strengthen(self, key: Key) -> None:
        """Take the present key as it was wrapped again, if that costs more to guess."""
        if self.key is not None and (work_factor(key.wrapped) or 0) > (work_factor(self.key.wrapped) or 0):
            self.change_passphrase(key)

    # -- locking

    def unlock(self, key: Key) -> None:
        """Read the words with the key from now on, and list the failed tries since the last time.

        Raises:
            StoreError: if the passphrase was changed meanwhile, or the words can't be read.
        """
        file = self._on_disk()
        Passphrase(file).unlock(key)
        with suppress(OSError), file.folder.held():  # what can't be written to can be read
            tries = [Opening(at, ok=False) for at in failed_tries(file.folder.path)]
            tries.append(Opening(self._clock(), ok=True))
            known = file.current().get(OPENINGS, {})
            old = sorted(known, key=lambda each: str(_at(known[each])), reverse=True)[_REMEMBERED:]
            file.change(
                [
                    *((OPENINGS, new_id(), msgspec.to_builtins(each)) for each in tries),
                    *((OPENINGS, each, None) for each in old),
                ]
            )
            forget_failed(file.folder.path)

    def lock(self) -> None:
        """Forget the key and everything that it opened."""
        if self.file is not None and self.file.is_sealed:
            self.file.use_key(None)
            self.file.forget()

    @property
    def openings(self) -> tuple[Opening, ...]:
        """The last openings and failed tries, newest first; none while it is locked."""
        documents = {} if self.file is None else self.file.current().get(OPENINGS, {})
        found = []
        for document in documents.values():
            try:
                found.append(msgspec.convert(document, Opening))
            except msgspec.ValidationError:
                continue
        return tuple(sorted(found, key=lambda each: each.at, reverse=True)[:_REMEMBERED])

    def unlock_delay(self) -> float:
        """Return the seconds until the passphrase may be tried again; the wait grows with failed tries."""
        return 0.0 if self.file is None else wait_left(self.file.folder.path, self._clock())

    # -- the passphrase

    def set_passphrase(self, key: Key) -> None:
        """Seal everything to the key."""
        Passphrase(self._on_disk()).set(key)

    def change_passphrase(self, key: Key) -> None:
        """Take the key, wrapped by another passphrase, or a new key: then everything is sealed anew."""
        Passphrase(self._on_disk()).change(key)

    def remove_passphrase(self) -> None:
        """Lay everything down plain again."""
        file = self._on_disk()
        Passphrase(file).remove()
        forget_failed(file.folder.path)

    def tidy(self) -> None:
        """Seal what a kill, or a sync program, has left plain in a sealed folder."""
        if self.file is None or not self.file.is_sealed:
            return
        names = names_stamp(self.file.folder.path, self.file.folder.backups.folder)
        if names != self._names and has_plain(self.file.folder.path):
            with self.file.folder.held():
                Passphrase(self.file).seal_leftovers()
        self._names = names

    def _check_unlocked(self) -> None:
        if self.is_locked:
            raise Locked

    def _on_disk(self) -> JournaledFile:
        if self.file is None:
            raise StoreError(_NO_FOLDER)
        return self.file


def _at(document: object) -> object:
    return document.get("at", "") if isinstance(document, Mapping) else ""
