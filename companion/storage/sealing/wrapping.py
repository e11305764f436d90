"""Wrapping the secret key by a passphrase, in a process of its own.

scrypt takes a second or more and holds Python's one lock meanwhile: in a child, the screen goes on answering keys.
Passphrase and key go through pipes; neither stands on a command line, in the environment or in a file.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Protocol
from unicodedata import normalize

from companion.catalogue import _
from companion.storage.errors import StoreError, TooSlow, Unreadable, WrongPassphrase
from companion.storage.sealing.age import work_factor
from companion.storage.sealing.wrapping_child import DAMAGED, MISSING, TOO_SLOW, WRONG

DAMAGED_KEY = _("identity.age is damaged. Bring it back from a backup; nothing was changed.")
MAY_BE_DAMAGED = _("That is not the passphrase, or identity.age is damaged. Nothing was changed.")

_CHILD = Path(__file__).with_name("wrapping_child.py")


class Wrapping(Protocol):
    """A way to keep the secret key behind a passphrase."""

    def wrap(self, identity: str, passphrase: str) -> bytes:
        """Return the key as the file will hold it. Slow on purpose."""

    def unwrap(self, wrapped: bytes, passphrase: str) -> str:
        """Return the key of a file. Slow on purpose.

        Raises:
            WrongPassphrase: if it was wrapped with another one.
            Unreadable: if the file is damaged.
            TooSlow: if this machine is too slow to find out.
        """

    def is_whole(self, wrapped: bytes) -> bool:
        """Return whether a file has the shape of a wrapped key, as far as can be told without the passphrase."""


class AgeWrapping:
    """age's own passphrase encryption, armored."""

    def wrap(self, identity: str, passphrase: str) -> bytes:
        """Return the key as `identity.age` holds it."""
        return wrap_bytes(f"{identity}\n".encode(), passphrase)

    def unwrap(self, wrapped: bytes, passphrase: str) -> str:
        """Return the key of an `identity.age`."""
        return unwrap_bytes(wrapped, passphrase, DAMAGED_KEY).decode("ascii", "replace").strip()

    def is_whole(self, wrapped: bytes) -> bool:
        """Return whether its head can be read."""
        return work_factor(wrapped) is not None


def wrap_bytes(data: bytes, passphrase: str) -> bytes:
    """Return the data encrypted by a passphrase, armored; `age -d` opens it.

    Raises:
        ValueError: if the passphrase is empty.
        StoreError: if it could not be done here.
    """
    if not passphrase:
        raise ValueError(_("An empty passphrase protects nothing. Type one."))
    return _run("wrap", passphrase, data, "")


def unwrap_bytes(data: bytes, passphrase: str, damaged: str = _("The file is damaged. Nothing was changed.")) -> bytes:
    """Return what was encrypted by a passphrase; `damaged` is what to say if it can't be read.

    A letter with an accent is one sign on some keyboards and two on others, and age takes the passphrase as it comes:
    so it is tried as it was typed, then the other ways.

    Raises:
        WrongPassphrase, Unreadable, TooSlow: as their names say.
    """
    ways = dict.fromkeys((passphrase, normalize("NFC", passphrase), normalize("NFD", passphrase)))
    for way in ways:
        with suppress(WrongPassphrase):
            return _run("unwrap", way, data, damaged)
    raise WrongPassphrase


class _Stop:
    """Ends a child from another thread, also one that is only about to start."""

    def __init__(self) -> None:
        self._is_asked = False
        self._kill: Callable[[], None] | None = None

    def watch(self, kill: Callable[[], None]) -> None:
        """Take the way to end the child."""
        self._kill = kill
        if self._is_asked:
            kill()

    def ask(self) -> None:
        """End it; a child that has ended already is left alone."""
        self._is_asked = True
        if self._kill:
            self._kill()


_stop: ContextVar[_Stop | None] = ContextVar("stop", default=None)


@contextmanager
def stoppable() -> Iterator[None]:
    """Open a stretch whose work on a passphrase is of no use after it: leaving it, however, ends the child.

    It holds for threads that are started with this one's context, as `asyncio.to_thread` does.
    """
    stop = _Stop()
    before = _stop.set(stop)
    try:
        yield
    finally:
        _stop.reset(before)
        stop.ask()


def _run(work: str, passphrase: str, data: bytes, damaged: str) -> bytes:
    """Let the child do the work; it is stopped if this one is interrupted."""
    import subprocess  # a tenth of what a verb that needs no passphrase takes

    secret = passphrase.encode("utf-8", "surrogatepass")
    said = len(secret).to_bytes(4, "big") + secret + data
    try:
        pipe, command = subprocess.PIPE, [sys.executable, "-P", str(_CHILD), work]
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as child:  # noqa: S603 (our own file)
            try:
                if stop := _stop.get():
                    stop.watch(child.kill)
                done, _said = child.communicate(said)
            except BaseException:
                child.kill()
                raise
    except OSError as error:
        raise StoreError(
            _("The passphrase could not be worked on ({reason}). Try again.", reason=error.strerror)
        ) from error
    match child.returncode:
        case 0:
            return done
        case code if code == WRONG:
            raise WrongPassphrase
        case code if code == DAMAGED:
            raise Unreadable(damaged)
        case code if code == TOO_SLOW:
            raise TooSlow
        case code if code == MISSING:
            raise StoreError(_("Encryption is not available on this machine: the package pyrage is missing."))
    raise StoreError(
        _("The passphrase could not be worked on: it takes half a gigabyte of memory. Free some, try again.")
    )
