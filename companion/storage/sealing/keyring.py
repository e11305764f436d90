"""The two files of a sealed folder: the secret key, wrapped by the passphrase, and the public key.

`recipient.txt` also holds, as age's comments, the checksum of each `identity.age` that may lie beside it: a flipped bit
in that file would look like a wrong passphrase otherwise. And while a passphrase is being set, the fingerprint of the
plain file that was sealed, so that no other one is taken for it and removed.
"""

from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from companion.storage.errors import StoreError, Unreadable, WrongPassphrase
from companion.storage.files import NONE, Stamp, read_file, replace_file, stamp, sync_folder
from companion.storage.paths import BACKUPS, IDENTITY, RECIPIENT, make_private
from companion.storage.sealing.age import Key, is_recipient
from companion.storage.sealing.wrapping import DAMAGED_KEY, MAY_BE_DAMAGED, Wrapping

KeyStamp = tuple[Stamp, Stamp]
_PUBLIC = "age1"
_CHECKSUM = "# identity.age "
_SEALED_FILE = "# sealed "


class Keyring:
    """The key files of one folder."""

    def __init__(self, folder: Path, wrapping: Wrapping) -> None:
        self._identity = folder / IDENTITY
        self._recipient = folder / RECIPIENT
        self._spare = folder / BACKUPS / IDENTITY
        self._wrapping = wrapping

    @property
    def is_set(self) -> bool:
        """Whether the folder is sealed."""
        return self._identity.exists()

    def stamp(self) -> KeyStamp:
        """Return what tells that another process has set, changed or removed the passphrase."""
        identity = stamp(self._identity)
        return identity, NONE if identity == NONE else stamp(self._recipient)

    def recipients(self) -> tuple[str, ...]:
        """Return the public keys that are whole; more than one only while a new key takes the place of an old one."""
        return tuple(line for line in self._lines() if line.startswith(_PUBLIC) and is_recipient(line))

    def wrapped(self) -> list[bytes]:
        """Return the wrapped key, and its copy among the backups where that is another one."""
        found = [read_file(path) for path in (self._identity, self._spare) if path.exists()]
        return list(dict.fromkeys(found))

    def open(self, passphrase: str) -> Key:
        """Return the secret key; by its copy where the file is damaged. Takes seconds, and touches nothing.

        Raises:
            WrongPassphrase, Unreadable, TooSlow: as their names say.
        """
        if not passphrase:
            raise WrongPassphrase
        problem: StoreError = Unreadable(DAMAGED_KEY)
        for wrapped in self.wrapped():
            try:
                return Key(self._wrapping.unwrap(wrapped, passphrase), wrapped)
            except WrongPassphrase:
                if self.is_known(wrapped):
                    raise
                problem = WrongPassphrase(MAY_BE_DAMAGED)
            except (ValueError, Unreadable):
                continue
        raise problem

    def is_known(self, wrapped: bytes) -> bool:
        """Return whether a wrapped key is, bit by bit, one that was written here; True if nothing says otherwise."""
        known = [line for line in self._lines() if line.startswith(_CHECKSUM)]
        return not known or _checksum(wrapped) in known

    def wrap(self, identity: str, passphrase: str) -> Key:
        """Return the key wrapped by a passphrase. Takes seconds, and touches nothing.

        Raises:
            ValueError: if the passphrase is empty.
        """
        return Key(identity, self._wrapping.wrap(identity, passphrase))

    def announce(self, *keys: Key, sealed: str = "") -> None:
        """Write the public keys; from here on everything is sealed to all of them.

        Args:
            keys: The key, or the old and the new one.
            sealed: Fingerprint of the plain file that was sealed just now.
        """
        lines = [*(_checksum(key.wrapped) for key in keys), *dict.fromkeys(key.recipient for key in keys)]
        lines += [f"{_SEALED_FILE}{sealed}"] if sealed else []
        text = "".join(f"{line}\n" for line in lines)
        if self._lines() != lines:
            replace_file(self._recipient, text.encode())

    def sealed_file(self) -> str:
        """Return the fingerprint of the plain file that was sealed, while the passphrase is being set."""
        return next((line.removeprefix(_SEALED_FILE) for line in self._lines() if line.startswith(_SEALED_FILE)), "")

    @property
    def is_broken(self) -> bool:
        """Whether the wrapped key is gone, or no age file any more."""
        return not self._identity.exists() or not self._wrapping.is_whole(read_file(self._identity))

    def is_committed(self, key: Key) -> bool:
        """Return whether that is the wrapped key that counts."""
        return self._identity.exists() and read_file(self._identity) == key.wrapped

    def commit(self, key: Key) -> None:
        """Write the wrapped key: that moment the folder is sealed with it."""
        if not self.is_committed(key):
            replace_file(self._identity, key.wrapped)

    def keep_spare(self, key: Key) -> None:
        """Keep a copy of the wrapped key among the backups: without it nothing could ever be read again."""
        if not self._spare.exists() or read_file(self._spare) != key.wrapped:
            make_private(self._spare.parent)
            replace_file(self._spare, key.wrapped)

    def bring_back(self) -> bool:
        """Put the copy in place of a wrapped key that is gone; return whether there is one."""
        if self._spare.exists():
            replace_file(self._identity, read_file(self._spare))
            return True
        return False

    def remove(self) -> None:
        """Take the wrapped key away: that moment the folder is plain."""
        self._identity.unlink()
        sync_folder(self._identity.parent)

    def clear(self) -> None:
        """Take away what is of no use without the key."""
        for path in (self._spare, self._recipient):
            path.unlink(missing_ok=True)

    def _lines(self) -> Sequence[str]:
        try:
            text = read_file(self._recipient).decode("ascii")
        except (FileNotFoundError, UnicodeDecodeError):
            return []
        return [line.strip() for line in text.splitlines() if line.strip()]


def _checksum(wrapped: bytes) -> str:
    return f"{_CHECKSUM}{crc32(wrapped):08x}"
