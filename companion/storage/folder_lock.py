"""The lock of a data folder, between processes and threads; the system lets go of it however its holder ends.

On POSIX it is flock(2), taken directly: importing filelock costs a verb 50 ms, and each of its turns as much as the
rest of a change. Elsewhere it is filelock's.
"""

import os
import sys
from pathlib import Path
from time import monotonic, sleep
from typing import Any

POLL = 0.002
"""Seconds between two tries: a change takes less."""


_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)


class NotHeld(Exception):
    """Somebody else holds the folder, and did not let go of it in time."""


class FolderLock:
    """Held by one at a time; not to be taken twice."""

    def __init__(self, path: Path, patience: float) -> None:
        """Name a lock.

        Args:
            path: A file of its own; it is made.
            patience: Seconds to wait for whoever holds it.
        """
        self._name = os.fspath(path)
        self._patience = patience
        self._held: Any = None

    def acquire(self) -> None:
        """Wait until it is ours.

        Raises:
            NotHeld: if it did not become ours in time.
            OSError: if the file can't be made.
        """
        self._held = _windows_lock(self._name, self._patience) if sys.platform == "win32" else self._flock()

    def release(self) -> None:
        """Let go of it."""
        held, self._held = self._held, None
        if isinstance(held, int):
            os.close(held)
        else:
            held.release()

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def _flock(self) -> int:
        import fcntl  # not on every system

        handle = os.open(self._name, _FLAGS, 0o600)
        until = 0.0
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                until = until or monotonic() + self._patience
                if monotonic() > until:
                    os.close(handle)
                    raise NotHeld from None
                sleep(POLL)
            except BaseException:
                os.close(handle)
                raise
            else:
                return handle


def _windows_lock(name: str, patience: float) -> Any:
    from filelock import FileLock, Timeout

    lock = FileLock(name, timeout=patience, poll_interval=POLL)
    try:
        lock.acquire()
    except Timeout as error:
        raise NotHeld from error
    return lock
