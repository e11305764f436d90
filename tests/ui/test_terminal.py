"""The real terminal: signals, suspend and kills, in a pty with the program itself."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from companion.domain.pause import open_pause
from companion.storage.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

LEAVE_SCREEN = b"\x1b[?1049l"
_MOMENT = 0.02
"""Seconds in which the rest of a frame comes."""
_QUESTION = b"\x1b]11;?"
_WHAT_IT_IS = b"\x1b[?62;22c"
_DARK, _LIGHT = b"48;2;28;31;39", b"48;2;250;247;241"
"""The backgrounds of our two themes, as they are written to the terminal."""


class Terminal:
    """The program in a pty of 80×24."""

    def __init__(
        self, folder: Path, *words: str, answer: bytes = b"", under: Sequence[str] = (), **variables: str
    ) -> None:
        """Start the program.

        Args:
            folder: Where its words are kept.
            words: Its arguments.
            answer: What the terminal says when it is asked for its background.
            under: A program with its arguments that runs it.
            variables: More environment variables; an empty one is left out.
        """
        self.answer = answer
        self.master, slave = pty.openpty()
        import fcntl
        import struct
        import termios

        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        given = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLORFGBG": "15;0", "NO_COLOR": ""} | variables
        environment = os.environ | {"COMPANION_DATA_DIR": str(folder)} | given
        for name in (name for name, value in given.items() if not value):
            del environment[name]
        self.process = subprocess.Popen(
            [*under, sys.executable, "-m", "companion", *words],
            stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True, close_fds=True,
        )  # fmt: skip
        os.close(slave)
        self.seen = b""

    def read(self, seconds: float = 0.1) -> bytes:
        """Read what comes in that time."""
        new, until = b"", time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([self.master], [], [], left)[0]:
                break
            try:
                chunk = os.read(self.master, 65536)
            except OSError:
                break
            if not chunk:
                break
            new += chunk
            if self.answer and _QUESTION in self.seen + new:
                os.write(self.master, self.answer)
                self.answer = b""
        self.seen += new
        return new

    def wait_for(self, words: bytes, seconds: float = 20) -> None:
        """Read until the words have come."""
        until = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < until, self.seen[-2000:]
            self.read(_MOMENT)

    def press(self, keys: bytes) -> None:
        """Type keys."""
        self.seen = b""
        os.write(self.master, keys)

    def end(self, seconds: float = 10) -> int:
        """Wait for the end, reading what is written meanwhile."""
        until = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < until:
            self.read(_MOMENT)
        self.read()
        return self.process.wait(timeout=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@contextmanager
def running(
    folder: Path, *words: str, answer: bytes = b"", under: Sequence[str] = (), **variables: str
) -> Iterator[Terminal]:
    """Run the program until the block ends."""
    program = Terminal(folder, *words, answer=answer, under=under, **variables)
    try:
        yield program
    finally:
        program.process.kill()
        program.process.wait()
        os.close(program.master)


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    with running(folder) as program:
        program.wait_for(b"What is happening?")
        yield program


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_leaves_a_clean_terminal(terminal: Terminal, number: signal.Signals) -> None:
    terminal.seen = b""
    terminal.process.send_signal(number)
    assert terminal.end() == 128 + number
    assert LEAVE_SCREEN in terminal.seen


def test_after_stop_and_continue_the_screen_is_drawn_again(terminal: Terminal) -> None:
    terminal.press(b"\x1a")
    terminal.wait_for(LEAVE_SCREEN)
    terminal.seen = b""
    terminal.process.send_signal(signal.SIGCONT)
    terminal.wait_for(b"I am afraid of them")


def test_a_pause_started_in_two_keys_survives_kill_9(terminal: Terminal, folder: Path) -> None:
    terminal.press(b"p")
    terminal.wait_for(b"Say before you go")
    terminal.press(b"\r")
    terminal.wait_for(b"Rhythm")  # a key of the running pause alone; the form may still be being drawn
    terminal.process.kill()
    terminal.process.wait()
    pause = open_pause(list(Store(folder).pauses))
    assert pause is not None
    with running(folder) as again:
        again.wait_for(b"back at")
        again.press(b"\x11")
        assert again.end() == 0


def test_quitting_leaves_a_clean_terminal(terminal: Terminal) -> None:
    terminal.press(b"\x11")
    assert terminal.end() == 0
    assert LEAVE_SCREEN in terminal.seen


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_without_a_terminal_it_prints_now_and_exits_2(folder: Path, term: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "companion"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        env=os.environ | {"COMPANION_DATA_DIR": str(folder), "TERM": term}, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert "I need space, and I feel guilty about it" in ran.stdout
    assert "\x1b" not in ran.stdout + ran.stderr
