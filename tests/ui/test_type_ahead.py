"""Keys that come in one burst, as from a stalled line: they go where the first of them leads."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.storage.store import Store
from tests.ui.test_terminal import Terminal, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """The program on Now, ready for keys."""
    with running(tmp_path) as program:
        program.wait_for(b"afraid of them")
        yield program


def leave(terminal: Terminal) -> None:
    """Quit, so that all is on the disk."""
    terminal.press(b"\x11")
    assert terminal.end(20) == 0


def to_the_entries(terminal: Terminal) -> None:
    """Leave the line once it is kept."""
    terminal.wait_for(b"Kept.")
    terminal.press(b"\x1b")
    terminal.wait_for(b" Delete ")


def notes(folder: Path) -> list[str]:
    """Return the words of all entries; no letter of them was taken for a key."""
    store = Store(folder)
    assert store.pauses.open() is None
    return [entry.note for entry in store.entries]


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("key", [b"l", b"5"])
def test_words_right_behind_the_key_of_the_log_go_into_its_line(
    terminal: Terminal, tmp_path: Path, key: bytes, times: int
) -> None:
    for _ in range(times):
        terminal.press(key + b"words bob opens\r")
        to_the_entries(terminal)
        terminal.press(b"1")
        terminal.wait_for(b"afraid of them")
    leave(terminal)
    assert notes(tmp_path) == ["words bob opens"] * times


def test_words_right_behind_the_key_of_the_full_form_go_into_it_and_are_kept(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.press(b"5first\r")
    to_the_entries(terminal)
    terminal.press(b"nthe second\x7f\x7fnd\x13")
    terminal.wait_for(b"the second")
    leave(terminal)
    assert set(notes(tmp_path)) == {"first", "the second"}


def test_words_right_behind_a_dialogs_key_go_into_its_field(terminal: Terminal) -> None:
    terminal.press(b"lthe red cup\r")
    to_the_entries(terminal)
    terminal.press(b"/blue\r")
    terminal.wait_for("0 of 1: “blue”".encode())


def test_words_pasted_right_behind_a_key_wait_too(terminal: Terminal, tmp_path: Path) -> None:
    terminal.press(b"5\x1b[200~bob opens\x1b[201~\r")
    terminal.wait_for(b"Kept.")
    leave(terminal)
    assert notes(tmp_path) == ["bob opens"]


def test_a_pause_is_started_and_a_thought_parked_in_one_burst(terminal: Terminal, tmp_path: Path) -> None:
    terminal.press(b"p\rtthe rent\r")
    terminal.wait_for(b"Parked: 1")
    leave(terminal)
    pause = Store(tmp_path).pauses.open()
    assert pause is not None
    assert pause.thoughts == ("the rent",)


def test_what_waits_is_not_for_the_cover(terminal: Terminal) -> None:
    terminal.press(b"p\r\x0c")
    terminal.wait_for(b"Ready.")
    terminal.read(0.5)
    assert b"Pause" not in terminal.seen.rpartition(b"Ready.")[2]
