"""age, the file format of https://age-encryption.org/v1, by pyrage: sealed to a public key, opened with the secret one.

Any other age tool opens what is sealed here. pyrage is imported when it is needed: without a passphrase, never.
"""

import re
from binascii import a2b_base64
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from companion.storage.errors import OtherKey, StoreError

_WORK_FACTOR = re.compile(rb"-> scrypt \S+ (\d+)\n")
_NO_KEY_SAID = "No matching keys found"
"""What pyrage 1.4 says; it tells its errors apart by text alone."""
_NO_AGE = "Encryption is not available on this machine: the package pyrage is missing. Everything else works."


class Key:
    """A secret key, and the file that holds it wrapped."""

    def __init__(self, identity: str, wrapped: bytes) -> None:
        """Take a key.

        Args:
            identity: The secret key, `AGE-SECRET-KEY-1…`.
            wrapped: The file that gives it for the passphrase.

        Raises:
            ValueError: if it is none.
        """
        self.identity = identity
        self.wrapped = wrapped
        self._former: list[Any] = []
        try:
            self._opener = _pyrage().x25519.Identity.from_str(identity)
        except _pyrage().IdentityError as error:
            raise ValueError("not an age identity") from error

    def __repr__(self) -> str:
        return "Key(…)"  # the secret is never shown, not even to a debugger's reader

    @cached_property
    def recipient(self) -> str:
        """The public key, `age1…`."""
        return str(self._opener.to_public())

    def open(self, sealed: bytes) -> bytes:
        """Return what was sealed to this key.

        Raises:
            ValueError: if it is damaged.
            OtherKey: if it was sealed to another key.
        """
        try:
            return bytes(_pyrage().decrypt(sealed, [self._opener, *self._former]))
        except _pyrage().DecryptError as error:
            if str(error) == _NO_KEY_SAID:
                raise OtherKey from error
            raise ValueError(str(error)) from error

    def know(self, identities: Sequence[str]) -> None:
        """Open with former keys too: a sync program may still bring what was sealed to one."""
        self._former = [_pyrage().x25519.Identity.from_str(identity) for identity in identities]


WEAK = 17
"""log2 of scrypt's cost below which a wrapped key is wrapped again: age measures the machine, and it may be busy."""


def new_identity() -> str:
    """Return a fresh secret key."""
    return str(_pyrage().x25519.Identity.generate())


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """Return the data sealed to each of the public keys.

    Raises:
        StoreError: if one of them is no public key.
    """
    try:
        keys = [_pyrage().x25519.Recipient.from_str(recipient) for recipient in recipients]
        return bytes(_pyrage().encrypt(data, keys))
    except (_pyrage().RecipientError, _pyrage().EncryptError) as error:
        raise StoreError(
            "Not kept: the public key in recipient.txt can't be used. Unlock Companion; that sets it right."
        ) from error


def is_recipient(line: str) -> bool:
    """Return whether that is a public key, whole: it carries a checksum."""
    try:
        _pyrage().x25519.Recipient.from_str(line)
    except _pyrage().RecipientError:
        return False
    return True


def work_factor(wrapped: bytes) -> int | None:
    """Return log2 of scrypt's cost as the header of a file wrapped by a passphrase says; None if it says nothing."""
    if wrapped.startswith(b"-----BEGIN"):
        try:
            wrapped = a2b_base64(b"".join(wrapped.split(b"\n")[1:4]))
        except ValueError:
            return None
    found = _WORK_FACTOR.search(wrapped)
    return int(found[1]) if found else None


def _pyrage() -> Any:
    try:
        import pyrage
    except ImportError as error:
        raise StoreError(_NO_AGE) from error
    return pyrage
