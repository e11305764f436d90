"""A disk that refuses: the n-th call that would write fails, or every one from the n-th on.

It stands between Python and the system calls that make, fill, flush, rename, cut or link a file, and between the
objects of `open` and the bytes that they write.
"""

import builtins
import errno
import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any
from unittest.mock import patch

CALLS = (
    "write", "pwrite", "writev", "fsync", "fdatasync", "replace", "rename", "link", "symlink", "mkdir",
    "ftruncate", "truncate", "sendfile", "copy_file_range", "chmod", "fchmod", "utime",
)  # fmt: skip
"""Functions of `os` that change the disk."""
REMOVING = ("unlink", "remove", "rmdir")
"""Those that make room: a full disk never refuses them."""
SHRINKING = {"ftruncate", "truncate", "chmod", "fchmod", "utime", "replace", "rename"}
"""Those that a full disk does not refuse, unless it is their turn."""
MAKING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_REAL_OPEN, _REAL_OPEN_FILE = os.open, io.open


class FailingDisk:
    """Counts the calls that write, and refuses from one on."""

    def __init__(self, at: int, *, once: bool = False, torn: bool = False, number: int = errno.ENOSPC) -> None:
        """Make one; it refuses nothing outside of `attached`.

        Args:
            at: The call that is refused, counted from 1; 0 for none.
            once: Whether only that call is refused; else each one after it that a full disk refuses.
            torn: Whether what is refused to be written is written half, as by a disk that fills up.
            number: The error. Any other than a full disk's refuses all that writes.
        """
        self.calls = 0
        self.refused: list[str] = []
        """Names of the calls that were refused."""
        self._at, self._once, self._torn, self._number = at, once, torn, number

    @contextmanager
    def attached(self) -> Iterator["FailingDisk"]:
        """Let all that this process writes go through it."""
        names = CALLS if self._number == errno.ENOSPC else CALLS + REMOVING
        wrapped: list[tuple[Any, str, Any]] = [(os, name, self._call(name)) for name in names if hasattr(os, name)]
        wrapped += [(os, "open", self._open), (io, "open", self._open_file), (builtins, "open", self._open_file)]
        with ExitStack() as stack:
            for module, name, call in wrapped:
                stack.enter_context(patch.object(module, name, call))
            yield self

    def pass_by(self, name: str) -> None:
        """Count a call.

        Raises:
            OSError: if its turn to be refused has come.
        """
        self.calls += 1
        if self._is_refused(name, self.calls):
            self.refused.append(name)
            self.refuse()

    def refuse(self) -> None:
        """Let a call fail.

        Raises:
            OSError: always.
        """
        raise OSError(self._number, os.strerror(self._number))

    def write(self, real: Callable[[Any], int], data: Any) -> int:
        """Write by way of `real`, or only half of it."""
        if self._torn and self._is_refused("write", self.calls + 1):
            real(memoryview(data)[: len(data) // 2])
        self.pass_by("write")
        return real(data)

    def _is_refused(self, name: str, call: int) -> bool:
        works_when_full = name in SHRINKING and self._number == errno.ENOSPC
        return call == self._at or (0 < self._at < call and not self._once and not works_when_full)

    def _call(self, name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*arguments: Any, **options: Any) -> Any:
            if name == "write":
                handle, data = arguments
                return self.write(partial(real, handle), data)
            self.pass_by(name)
            return real(*arguments, **options)

        return call

    def _open(self, path: Any, flags: int, *arguments: Any, **options: Any) -> int:
        if flags & MAKING:
            self.pass_by("open")
        return _REAL_OPEN(path, flags, *arguments, **options)

    def _open_file(self, file: Any, mode: str = "r", buffering: int = -1, *names: Any, **options: Any) -> Any:
        if not set(mode) & set("wxa+"):
            return _REAL_OPEN_FILE(file, mode, buffering, *names, **options)
        self.pass_by("open")
        made = {name: options.pop(name) for name in ("closefd", "opener") if name in options}
        raw = _CountedFile(self, file, mode.replace("b", "").replace("t", ""), **made)
        if "b" in mode and not buffering:
            return raw
        buffered = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, *names, **options)


class _CountedFile(io.FileIO):
    """A file whose writes are counted and may be refused."""

    def __init__(self, disk: FailingDisk, file: Any, mode: str, **made: Any) -> None:
        super().__init__(file, mode, **made)
        self._disk = disk

    def write(self, data: Any, /) -> int:
        return self._disk.write(super().write, data)

    def truncate(self, size: int | None = None, /) -> int:
        self._disk.pass_by("ftruncate")
        return super().truncate(size)


class KillingDisk(FailingDisk):
    """Kills its process before the n-th call that changes the disk; `unlink` is one of them."""

    def __init__(self, at: int, *, torn: bool = False) -> None:
        super().__init__(at, torn=torn, number=errno.EIO)

    def refuse(self) -> None:
        """Kill this process."""
        os.kill(os.getpid(), signal.SIGKILL)
