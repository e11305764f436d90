"""A program in a terminal of its own, timed from outside: Linux and macOS, standard library only."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

_QUIET = 0.2
"""Seconds without output that mean: it has drawn all that it wanted to..."""
_BUSY = 0.2
"""... unless it was on a processor for more than that share of them."""
_PATIENCE = 20.0
_ANSWERS = {
    rb"\x1b\[c": b"\x1b[?62;22c",
    rb"\x1b\[\?2026\$p": b"\x1b[?2026;2$y",
    rb"\x1b\]11;\?(\x07|\x1b\\)": b"\x1b]11;rgb:1010/1010/1010\x1b\\",
}
"""What programs ask a terminal, and what one answers that can do all they like to use."""
_CODES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]")
_DIGITS = "ascii"


class Terminal:
    """One run of a program."""

    def __init__(self, command: Sequence[str], size: tuple[int, int]) -> None:
        """Start it.

        Args:
            command: The program and its arguments.
            size: Columns and lines.
        """
        self.began = time.perf_counter()
        self._pid, self._handle = pty.fork()
        if self._pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
                os.execvp(command[0], list(command))  # noqa: S606  # no shell is wanted
            finally:
                os._exit(127)
        self._seen = b""
        self._last = self.began
        self.written = 0
        """Bytes that it has written so far."""

    # -- what it draws

    def until(self, words: str) -> float:
        """Read until those words have been drawn; return the moment.

        Raises:
            TimeoutError: if they never are.
        """
        while words not in self.drawn:
            if not self._read(_PATIENCE):
                raise TimeoutError(f"{words!r} was never drawn: {self.drawn[-2000:]!r}")
        return self._last

    def answered(self) -> float:
        """Read what comes next; return the moment at which its first part came."""
        self._read(_PATIENCE)
        return self._last

    def settled(self) -> float:
        """Read until nothing more comes, and nothing is being worked out; return the moment of the last part."""
        is_busy = True
        while is_busy:
            before = self.cpu
            is_busy = self._read(_QUIET) or self.cpu - before > _BUSY * _QUIET
        return self._last

    def wait(self, seconds: float) -> None:
        """Read for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def _read(self, patience: float) -> bool:
        if not select.select([self._handle], [], [], patience)[0]:
            return False
        try:
            part = os.read(self._handle, 65536)
        except OSError:
            return False
        self._last = time.perf_counter()
        self._seen += part
        self.written += len(part)
        for question, answer in _ANSWERS.items():
            for _ in re.finditer(question, part):
                os.write(self._handle, answer)
        return bool(part)

    @property
    def seen(self) -> bytes:
        """All that it wrote since the last key, with the terminal's codes."""
        return self._seen

    @property
    def drawn(self) -> str:
        """The words in it."""
        return _CODES.sub(b"", self._seen).decode(errors="replace")

    # -- what is done to it

    def send(self, keys: bytes) -> float:
        """Press keys; return the moment. What was drawn before is forgotten."""
        self._seen = b""
        moment = self._last = time.perf_counter()
        os.write(self._handle, keys)
        return moment

    def resize(self, size: tuple[int, int]) -> float:
        """Change the window's size; the program is told by the terminal. Return the moment."""
        self._seen = b""
        moment = self._last = time.perf_counter()
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        return moment

    def ended(self) -> float:
        """Read until it has ended by itself; return the moment."""
        while self._read(_PATIENCE):
            pass
        os.waitpid(self._pid, 0)
        ended = time.perf_counter()
        os.close(self._handle)
        return ended

    def end(self) -> None:
        """End it."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._handle)

    # -- what it takes (Linux)

    @property
    def cpu(self) -> float:
        """Seconds on a processor so far."""
        parts = Path(f"/proc/{self._pid}/task").iterdir()
        return sum(int((part / "schedstat").read_text(_DIGITS).split()[0]) for part in parts) / 1e9

    @property
    def memory(self) -> float:
        """The most memory that it has had, in MB."""
        status = Path(f"/proc/{self._pid}/status").read_text(_DIGITS)
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]  # Linux always says it
