"""Setting, changing and removing the passphrase: at every step a kill leaves the old state or the new one.

`identity.age` is the one that counts. Whoever opens the folder next finishes what was begun: `seal_leftovers`.

    set       file sealed → recipient.txt → identity.age → plain files away
    change    recipient.txt knows both → identity.age → recipient.txt knows the new
    new key   recipient.txt knows both, all sealed to both → identity.age → all sealed to the new
    remove    file and backups plain → identity.age away → sealed files away
"""

from contextlib import suppress

from companion.catalogue import _
from companion.storage.errors import Locked, StoreError
from companion.storage.files import beside, move, replace_file
from companion.storage.folder import Folder
from companion.storage.journaled_file import JournaledFile
from companion.storage.migrations import FORMER_KEYS, META, former_keys
from companion.storage.paths import IDENTITY, JOURNAL, PAUSE, RECIPIENT, SEALED, STORE
from companion.storage.sealing import converting
from companion.storage.sealing.age import Key
from companion.storage.sealing.seal import Sealed
from companion.storage.tables import encode


class Passphrase:
    """What can be done about the passphrase of a folder."""

    def __init__(self, file: JournaledFile) -> None:
        self._file = file
        self._folder: Folder = file.folder

    def unlock(self, key: Key) -> None:
        """Read with that key from now on, and finish what a kill interrupted.

        Raises:
            StoreError: if the passphrase was removed or changed meanwhile.
        """
        keyring = self._folder.keyring
        if key.wrapped not in keyring.wrapped():
            raise StoreError(_("The passphrase was changed meanwhile. Try again."))
        self._file.use_key(key)
        if keyring.is_committed(key) or keyring.is_broken:
            with suppress(OSError), self._folder.held():  # what can't be written to can be read
                self._seal_all(key)
        self._file.current()
        if self._folder.is_locked:
            raise StoreError(
                _(
                    "{recipient} names another key than {identity}. If a sync program is at work, wait for it; "
                    "else delete {recipient}, then unlock again.",
                    recipient=RECIPIENT,
                    identity=IDENTITY,
                )
            )

    def set(self, key: Key) -> None:
        """Seal everything.

        Raises:
            StoreError: if there is a passphrase already.
        """
        with self._folder.held():
            tables = self._file.current()
            if self._folder.is_sealed:
                raise StoreError(_("There is a passphrase already. Change it instead."))
            self._file.fold()
            folder, keyring = self._folder.path, self._folder.keyring
            for name in (STORE, JOURNAL):  # what an earlier try, or a sync program, has left
                if (folder / (name + SEALED)).exists():
                    move(folder / (name + SEALED), beside(folder / (name + SEALED), "left"))
            replace_file(folder / (STORE + SEALED), Sealed([key.recipient], None).close(encode(tables)))
            keyring.announce(key, sealed=converting.fingerprint(folder / STORE))
            self._commit(key)

    def change(self, key: Key) -> None:
        """Take another passphrase for the same key, or another key; then everything is sealed to that one.

        Raises:
            Locked: if it is not unlocked here.
        """
        with self._folder.held():
            old = self._unlocked()
            self._folder.keyring.announce(old, key)
            self._folder.look_again()
            if key.recipient != old.recipient:
                self._remember(old)
                self._reseal(old, [old.recipient, key.recipient])
            self._commit(key)

    def remove(self) -> None:
        """Lay everything down plain again.

        Raises:
            Locked: if it is not unlocked here.
        """
        with self._folder.held():
            key = self._unlocked()
            folder = self._folder.path
            tables = dict(self._file.current())
            tables[META] = {name: each for name, each in tables.get(META, {}).items() if name != FORMER_KEYS}
            try:
                converting.open_copies(folder, key)
                (folder / JOURNAL).unlink(missing_ok=True)
                replace_file(folder / STORE, encode(tables))
                self._folder.keyring.remove()
            except OSError:
                if self._folder.keyring.is_set:
                    (folder / STORE).unlink(missing_ok=True)
                    with suppress(OSError):
                        self.seal_leftovers()
                raise
            self._folder.look_again()
            self._folder.keyring.clear()
            for name in (STORE + SEALED, JOURNAL + SEALED, PAUSE):
                (folder / name).unlink(missing_ok=True)
            converting.clear_sealed(folder)
            self._file.current()

    def seal_leftovers(self) -> None:
        """Seal what lies plain in a sealed folder: a kill, or a sync program, has left it. Needs no key."""
        if self._folder.is_sealed and converting.plain_files(self._folder.path):
            keyring = self._folder.keyring
            converting.seal_plain(self._folder.path, keyring.recipients(), keyring.sealed_file())

    def _unlocked(self) -> Key:
        self._file.current()
        if self._folder.key is None:
            raise Locked
        return self._folder.key

    def _remember(self, old: Key) -> None:
        """Keep the old key among the sealed words: a sync program may still bring what was sealed to it."""
        former = [*former_keys(self._file.current()), old.identity]
        self._file.change([(META, FORMER_KEYS, {"identities": former})])

    def _commit(self, key: Key) -> None:
        """Commit the key and seal all to it; once it is committed, what is left to do is done at the next unlocking."""
        try:
            self._seal_all(key)
        except OSError:
            if not self._folder.keyring.is_committed(key):
                raise
            self._file.use_key(key)

    def _seal_all(self, key: Key) -> None:
        """Commit the key, and leave nothing that is plain or sealed to another key as well."""
        keyring = self._folder.keyring
        keyring.commit(key)
        if not keyring.recipients():
            keyring.announce(key)
        keyring.keep_spare(key)
        self._file.use_key(key)
        self._file.current()
        if self._folder.is_locked:
            return  # the public key is another one: a sync program is at work, or somebody was
        has_other = set(keyring.recipients()) != {key.recipient}
        if has_other:
            self._reseal(key, [key.recipient])
        self.seal_leftovers()
        keyring.announce(key)

    def _reseal(self, key: Key, recipients: list[str]) -> None:
        """Seal everything to these public keys; the key opens what is there."""
        self._unlocked()
        self._folder.use(Sealed(recipients, key))
        self._file.rewrite()
        converting.reseal_copies(self._folder.path, key, recipients)
