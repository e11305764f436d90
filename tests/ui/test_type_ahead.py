"""Keys that come in one burst, as from a stalled line: they go where the first of them leads."""

import sys
from pathlib import Path

import pytest

from companion.storage.store import Store
from tests.ui.test_terminal import running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


@pytest.mark.parametrize("times", [1, 2])
def test_words_right_behind_l_go_into_the_line(tmp_path: Path, times: int) -> None:
    with running(tmp_path) as terminal:
        terminal.wait_for(b"afraid of them")
        terminal.read(1.0)
        for _ in range(times):
            terminal.press(b"lwords bob opens\r")
            terminal.wait_for(b"Kept.")
            terminal.read(0.5)
            terminal.press(b"1")
            terminal.read(0.5)
        terminal.press(b"\x11")
        assert terminal.end() == 0
    store = Store(tmp_path)
    assert [entry.note for entry in store.entries] == ["words bob opens"] * times
    assert store.pauses.open() is None  # no letter was taken for a key
