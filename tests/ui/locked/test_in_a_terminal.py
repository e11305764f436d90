"""The program itself in a pty, with age's own scrypt: opens at once, answers keys while it checks, covers first."""

import os
import re
import select
import signal
import sys
import time
from pathlib import Path
from statistics import median

import pytest

from companion.domain.entry import Entry
from companion.storage.store import Store, utc_clock
from companion.ui.cover import CLEAR
from tests.ui.test_terminal import LEAVE_SCREEN, Terminal, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

PASSPHRASE = "four plain words here"
NOTE = "they threw the red cup"
ANSWERED = 0.25
"""Seconds within which a key is answered while the passphrase is checked, on a busy machine."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one entry, sealed as the program seals it."""
    folder = tmp_path_factory.mktemp("sealed") / "data"
    store = Store(folder)
    store.entries.keep(Entry(at=utc_clock(), note=NOTE))
    store.set_passphrase(store.new_key(PASSPHRASE))
    store.close()
    return folder


def seen_after(terminal: Terminal, mark: bytes) -> str:
    """Return the words that were written after the mark."""
    terminal.read(0.5)
    after = terminal.seen.rpartition(mark)[2]
    return re.sub(rb"\x1b\][^\x07]*\x07|\x1b[\[(][0-9;?<>=]*[a-zA-Z]", b"", after).decode(errors="replace")


def open_log(terminal: Terminal) -> None:
    """Unlock, and go to the log."""
    terminal.wait_for(b"What is happening?")
    terminal.press(b"\x1bOQ")
    terminal.wait_for(b"your passphrase")
    terminal.press(PASSPHRASE.encode() + b"\r")
    terminal.wait_for(b"Ordinary day")  # a key that the dialog covers; the rest is drawn anew under it each minute
    terminal.press(b"5")
    terminal.wait_for(NOTE.encode())


def test_it_opens_locked_and_answers_keys_while_it_checks(folder: Path) -> None:
    with running(folder) as terminal:
        terminal.wait_for(b"What is happening?")
        assert NOTE.encode() not in terminal.seen
        terminal.press(b"\x1bOQ")
        terminal.wait_for(b"your passphrase")
        terminal.press(b"not the one\r")
        terminal.wait_for(b"Checking")
        waits: list[float] = []
        while b"not the passphrase" not in terminal.seen and len(waits) < 20:
            began = time.perf_counter()
            os.write(terminal.master, b"x")
            select.select([terminal.master], [], [], 5)
            waits.append(time.perf_counter() - began)
            terminal.read(0.03)
        assert len(waits) >= 3
        assert median(waits) < ANSWERED


@pytest.mark.parametrize("key", [b"\x0c", b"\x1bOQ"])
def test_the_cover_clears_before_all_else_and_nothing_private_follows(folder: Path, key: bytes) -> None:
    with running(folder) as terminal:
        open_log(terminal)
        terminal.press(key)
        terminal.wait_for(b"Ready.")
        assert set(seen_after(terminal, CLEAR.encode()).split()) == {"Ready."}
        terminal.press(b"\rtyped at once")
        terminal.wait_for(b"goes on without it.")
        terminal.wait_for("•".encode())
        terminal.read(0.5)
        assert NOTE.encode() not in terminal.seen
        assert b"typed" not in terminal.seen
        terminal.press(b"\x1b")
        terminal.wait_for(b"What you wrote before is locked.")


def test_the_shell_gets_the_terminal_locked_and_the_cover_is_what_comes_back(folder: Path) -> None:
    with running(folder) as terminal:
        open_log(terminal)
        terminal.press(b"\x1a")
        terminal.wait_for(LEAVE_SCREEN)
        terminal.seen = b""
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for(b"Ready.")
        assert NOTE.encode() not in terminal.seen


def test_a_hang_up_ends_it_and_keeps_what_was_typed(folder: Path) -> None:
    with running(folder) as terminal:
        open_log(terminal)
        terminal.press(b"half a line")
        terminal.wait_for(b"half a line")
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.end() == 128 + signal.SIGHUP
    store = Store(folder)
    store.unlock(store.open_key(PASSPHRASE))
    assert {entry.note for entry in store.entries} == {NOTE}
    assert [draft.fields["line"] for draft in store.unkept] == ["half a line"]
    assert not [path for path in folder.rglob("*") if path.is_file() and NOTE.encode() in path.read_bytes()]
