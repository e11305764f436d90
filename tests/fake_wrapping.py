"""A wrapping without scrypt's second and its 500 MB, for tests that set and change passphrases many times."""

from companion.storage.errors import Unreadable, WrongPassphrase


class FakeWrapping:
    """Writes the passphrase beside the key: for tests alone."""

    def __init__(self) -> None:
        self._salt = 0
        """Each wrapping of the same key is different, as with scrypt's salt."""

    def wrap(self, identity: str, passphrase: str) -> bytes:
        """Return the key as the file will hold it."""
        self._salt += 1
        return f"fake\n{passphrase}\n{identity}\n{self._salt}\n".encode()

    def is_whole(self, wrapped: bytes) -> bool:
        """Return whether it looks like one of these."""
        return wrapped.startswith(b"fake\n") and wrapped.count(b"\n") > 3

    def unwrap(self, wrapped: bytes, passphrase: str) -> str:
        """Return the key of a file."""
        kind, _, rest = wrapped.decode().partition("\n")
        if kind != "fake":
            raise Unreadable("identity.age is damaged.")
        known, _, identity = rest.partition("\n")
        if known != passphrase:
            raise WrongPassphrase
        return identity.split("\n")[0]
