"""How a file's bytes and a journal's lines are laid on the disk: as they are, or sealed with age."""

from binascii import a2b_base64, b2a_base64
from collections.abc import Sequence
from typing import Protocol

from companion.catalogue import _
from companion.storage.errors import Unreadable
from companion.storage.paths import SEALED
from companion.storage.sealing import age


class Seal(Protocol):
    """What stands between our bytes and the disk."""

    ending: str
    """What the names of its files end with."""
    fold_at: int
    """Bytes of journal from which the next change folds it: replaying takes about 20 ms then, sealed 50 ms."""
    can_open: bool
    """Whether what it closed can be read here."""

    def close(self, data: bytes) -> bytes:
        """Return a file's bytes as they go to the disk."""

    def open(self, data: bytes) -> bytes:
        """Return a file's bytes as they were; ValueError if they are damaged."""

    def close_line(self, text: bytes) -> bytes:
        """Return a journal line's text as it goes to the disk."""

    def open_line(self, body: bytes) -> bytes:
        """Return a journal line's text as it was; ValueError if it is damaged."""


class Plain:
    """As they are."""

    ending = ""
    fold_at = 1_000_000
    can_open = True

    def close(self, data: bytes) -> bytes:
        """Return the bytes."""
        return data

    open = close_line = open_line = close


class Sealed:
    """To the public key; open only with the secret one."""

    ending = SEALED
    fold_at = 300_000

    def __init__(self, recipients: Sequence[str], key: age.Key | None) -> None:
        self.recipients = tuple(recipients)
        self._key = key
        self.can_open = key is not None

    def close(self, data: bytes) -> bytes:
        """Seal the bytes."""
        if not self.recipients:
            raise Unreadable(_("Not kept: recipient.txt is missing or damaged. Unlock Companion; that sets it right."))
        return age.seal(data, self.recipients)

    def open(self, data: bytes) -> bytes:
        """Open the bytes with the key."""
        if self._key is None:
            raise ValueError("locked")
        return self._key.open(data)

    def close_line(self, text: bytes) -> bytes:
        """Seal a line; what is sealed has no line ends."""
        return b2a_base64(self.close(text), newline=False)

    def open_line(self, body: bytes) -> bytes:
        """Open a line with the key."""
        return self.open(a2b_base64(body, strict_mode=True))
