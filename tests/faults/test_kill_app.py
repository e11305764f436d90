"""kill -9 in the app, in a terminal, while lines are kept, deleted, brought back, and while it is left.

What the screen acknowledged is there. The number of kills is short here; by hand:
`COMPANION_APP_KILLS=300 python -m pytest tests/faults/test_kill_app.py`.
"""

import os
import random
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from companion.storage.store import Store
from tests.faults.plain import check_plain
from tests.ui.test_terminal import Terminal, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

KILLS = int(os.environ.get("COMPANION_APP_KILLS", "4"))
AT_ONCE = 2
QUIT, START_ANEW = b"\x11", b"\x04"


@dataclass
class Visit:
    """What one run of the app acknowledged on the screen, by the words of the notes."""

    there: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    unsure: str = ""
    """What it was keeping, deleting or bringing back when it was killed."""

    def acknowledge(self, note: str, is_there: bool) -> None:
        (self.there if is_there else self.gone).add(note)
        (self.gone if is_there else self.there).discard(note)
        self.unsure = ""


def test_what_the_screen_acknowledged_survives_a_kill_of_the_app(tmp_path: Path) -> None:
    folder, there, unsure = tmp_path / "data", set[str](), set[str]()
    with ThreadPoolExecutor(AT_ONCE) as people:
        for kill in range(0, KILLS, AT_ONCE):
            visits = list(people.map(lambda seed: visit(folder, seed), range(kill, kill + AT_ONCE)))
            for each in visits:
                there = (there | each.there) - each.gone - {each.unsure}
                unsure |= {each.unsure} - {""}
            kept = [entry.note for entry in Store(folder).entries]
            assert there <= set(kept), f"kill {kill}"
            assert set(kept) <= there | unsure, f"kill {kill}: deleted, and back again"
            assert len(kept) == len(set(kept)), f"kill {kill}: kept twice"
            check_plain(folder)
    assert there


def visit(folder: Path, seed: int) -> Visit:
    """Use the app until it is killed at a random moment of a random step."""
    rng, done = random.Random(seed), Visit()
    with running(folder, "--at", "log") as terminal:
        wait_for(terminal, b" Keep ")
        terminal.read(0.3)
        terminal.press(START_ANEW)  # what the one before had typed stands there again
        last = rng.randrange(1, 6)
        for number in range(last + 1):
            note = f"words{seed}x{number}y"
            press = type_line(terminal, note)
            if number == last:
                leave = rng.random() < 0.3
                done.unsure = note
                terminal.press(QUIT if leave else press)  # what was typed waits as a draft when one leaves
                return killed(terminal, rng.random() * (0.25 if leave else 0.04), done)
            terminal.press(press)
            wait_for_row(terminal, note)
            done.acknowledge(note, True)
            if rng.random() < 0.4 and not delete(terminal, note, rng, done):
                return done
    raise AssertionError("not reached")


def type_line(terminal: Terminal, note: str) -> bytes:
    """Type a line without keeping it, and return the key that keeps it."""
    terminal.press(note.encode())
    wait_for(terminal, note[-1:].encode())
    terminal.read(0.02)
    return b"\r"


def wait_for_row(terminal: Terminal, note: str) -> None:
    """Wait until the list shows the line: behind a clock time, which it has not while it is typed."""
    wait_for(terminal, rb"\d\d:\d\d +(\x1b\[[0-9;]*m)*" + note.encode())


def wait_for(terminal: Terminal, pattern: bytes) -> None:
    """Read until what a pattern describes is on the screen."""
    until = time.monotonic() + 20
    while not re.search(pattern, terminal.seen):
        assert time.monotonic() < until, terminal.seen[-500:]
        terminal.read(0.01)


def delete(terminal: Terminal, note: str, rng: random.Random, done: Visit) -> bool:
    """Delete the line under the cursor, and bring it back or not; return False if it was killed meanwhile."""
    terminal.press(b"\x1b")
    wait_for(terminal, b" Delete ")
    for key, said, is_there in ((b"d", b"Deleted.", False), (b"u", b"Brought back.", True)):
        terminal.press(key)
        done.unsure = note
        if rng.random() < 0.15:
            killed(terminal, rng.random() * 0.04, done)
            return False
        wait_for(terminal, said)
        done.acknowledge(note, is_there)
        if rng.random() < 0.5:
            break
    terminal.press(b"l")
    wait_for(terminal, b" Keep ")
    return True


def killed(terminal: Terminal, after: float, done: Visit) -> Visit:
    """Kill the app after so many seconds."""
    time.sleep(after)
    terminal.process.kill()
    terminal.process.wait()
    return done
