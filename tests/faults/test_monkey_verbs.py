"""A monkey at the verbs that ask on the terminal: no traceback, and the terminal is left as it was.

More of it by hand: `COMPANION_MONKEY=20 python -m pytest tests/faults/test_monkey_verbs.py` plays twenty times each.
"""

import os
import random
import signal
import sys
from pathlib import Path

import pytest

from tests.ui.test_terminal import Terminal, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

TIMES = int(os.environ.get("COMPANION_MONKEY", "1"))
ASKING = (
    "plan fill boundary",
    "pause turns",
    "passphrase set",
    "exercise if-then-card",
    "words practise",
)
TYPED = (
    *(b"\r", b"\r", b"\r", b"\n", b"y\r", b"n\r", b"1\r", b"7\r", b"?\r", b"q\r", b"-1\r", b"999999999999\r"),
    *(b"\x1b[A", b"\x1b[D", b"\x1b", b"\x1b[200~pasted \x1b[201~", b"\x1b]11;rgb:ffff/ffff/ffff\x07", b"\x1b[M   "),
    *(b"\t", b"\x7f", b"\x08", b"\x15", b"\x17", b"\x01", b"\x00", b"\x9b", b"\xff\xfe", b"\xe2\x82", b"\x0c", b"\x16"),
    *(b"words here ", "שלום 👩‍👩‍👧‍👦".encode(), b"x" * 300 + b"\r"),
)
ENDS = (b"\x03", b"\x04")
"""ctrl+c and ctrl+d."""
ITS_OWN = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
"""A program that runs another with the terminal as its own, so that ctrl+c is a signal."""
_MOST = 2_000
"""Bytes after which it only wants to end."""
_TRIES = 400


@pytest.mark.parametrize("seed", range(TIMES))
@pytest.mark.parametrize("words", ASKING)
def test_random_keys_at_a_question_end_in_words_and_the_terminal_is_as_it_was(
    tmp_path: Path, words: str, seed: int
) -> None:
    import termios

    with running(tmp_path / "data", *words.split(), under=(sys.executable, "-c", ITS_OWN)) as terminal:
        before = termios.tcgetattr(terminal.master)
        play(terminal, random.Random(f"{words} {seed}"))
        code = terminal.end()  # a second ctrl+c may come while it is ending
        assert code in (0, 1, 2, -signal.SIGINT), terminal.seen[-500:]
        assert termios.tcgetattr(terminal.master) == before
    for trouble in (b"Traceback", b"Sorry, something went wrong"):
        assert trouble not in terminal.seen
    for on, off in ((b"\x1b[?25l", b"\x1b[?25h"), (b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?2004h", b"\x1b[?2004l")):
        assert terminal.seen.rfind(on) <= terminal.seen.rfind(off)


def play(terminal: Terminal, rng: random.Random) -> None:
    """Type until it ends; in the end only what ends it."""
    terminal.read(1)
    sent = 0
    for _ in range(_TRIES):
        if terminal.process.poll() is not None:
            return
        typed = rng.choice(ENDS if sent > _MOST or rng.random() < 0.01 else TYPED)
        sent += os.write(terminal.master, typed)
        terminal.read(0.02)
