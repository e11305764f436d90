"""A terminal that goes away, as when its window's program is killed: the app ends by itself, and keeps what was typed.

No signal comes here: the pty is nobody's controlling terminal, which is the harder case.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from companion.storage.store import Store
from tests.ui.test_terminal import Terminal, running

pytestmark = pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="needs a pty and our driver")

PASSPHRASE = "four plain words here"
SOON = 10
"""Seconds in which it must have ended; alone on a machine it takes half of one."""


def let_go(terminal: Terminal) -> None:
    """Close the terminal, and see the app end."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, terminal.master)
    os.close(nothing)
    try:
        terminal.process.wait(timeout=SOON)
    except subprocess.TimeoutExpired:
        pytest.fail("it goes on without its terminal")


def being_asked(terminal: Terminal) -> None:
    """Before the first frame: it asks for the background."""
    terminal.wait_for(b"\x1b]11;?")


def running_now(terminal: Terminal) -> None:
    terminal.wait_for(b"What is happening?")


def drawing(terminal: Terminal) -> None:
    """While the first frame is written."""
    terminal.wait_for(b"\x1b[?1049h")


def covered(terminal: Terminal) -> None:
    running_now(terminal)
    terminal.press(b"\x0c")
    terminal.wait_for(b"Ready.")


def pausing(terminal: Terminal) -> None:
    """While the screen is drawn anew all the time: somebody breathes."""
    running_now(terminal)
    terminal.press(b"p")
    terminal.wait_for(b"Say before you go")
    terminal.press(b"\r")
    terminal.wait_for(b"Rhythm")
    terminal.press(b"b")


@pytest.mark.parametrize("state", [being_asked, drawing, running_now, covered, pausing])
def test_the_app_ends_with_its_terminal(tmp_path: Path, state: Callable[[Terminal], None]) -> None:
    with running(tmp_path / "data", COLORFGBG="" if state is being_asked else "15;0") as terminal:
        state(terminal)
        let_go(terminal)


def test_a_passphrase_that_is_worked_on_ends_with_the_terminal(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    store.set_passphrase(store.new_key(PASSPHRASE))
    store.close()
    with running(tmp_path / "data") as terminal:
        running_now(terminal)
        terminal.press(b"\x1bOQ")
        terminal.wait_for(b"assphrase")
        terminal.press(b"some other words\r")
        terminal.wait_for(b"Checking")
        let_go(terminal)


def test_what_was_typed_waits_as_a_draft(tmp_path: Path) -> None:
    with running(tmp_path / "data", "--at", "log") as terminal:
        terminal.wait_for(b" Keep ")
        terminal.press(b"half a sentence")
        terminal.wait_for(b"sentence")
        let_go(terminal)
    (draft,) = Store(tmp_path / "data").unkept
    assert "half a sentence" in str(draft)
