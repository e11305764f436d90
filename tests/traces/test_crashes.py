"""A crash prints no word of a person's."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.traces.hands import WORDS
from tests.ui.test_terminal import LEAVE_SCREEN, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


def crashing(place: str) -> str:
    """Return a program in which an error of ours, with private words in it, is not expected."""
    return (
        "import asyncio, sys, threading\n"
        "from companion.storage.collection import Collection\n"
        "def fail(*_):\n"
        f"    raise RuntimeError({WORDS!r})\n"
        "kept = []\n"
        f"{place}\n"
        "from companion.__main__ import main\n"
        "main()\n"
    )


@pytest.mark.parametrize("words", [["log", WORDS], ["log", "list"], ["review"]])
def test_a_crash_of_a_verb_prints_one_line_without_words(folder: Path, temporary: Path, words: list[str]) -> None:
    program = crashing("Collection.keep = Collection.__iter__ = fail")
    ran = subprocess.run(
        [sys.executable, "-c", program, "--data-dir", str(folder), *words], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert re.fullmatch(r"companion: Sorry, something went wrong \(RuntimeError at companion/.*\)\. .*\n", ran.stderr)
    assert WORDS not in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("place", "ends"),
    [
        ("app.on_mount = lambda self: self.call_later(fail)", True),
        ("app.on_mount = lambda self: self.run_worker(fail, thread=True)", True),
        ("app.on_mount = lambda self: self.set_interval(0.1, fail)", True),
        (
            "async def failing(): fail()\napp.on_mount = lambda self: kept.append(asyncio.ensure_future(failing()))",
            False,
        ),
        ("def late(): threading.main_thread().join(); fail()\nthreading.Thread(target=late).start()", False),
        ("class Failing: __del__ = fail\nkept.append(Failing())", False),
    ],
    ids=["a message", "a worker", "a timer", "a task", "a thread", "an object"],
)
def test_a_crash_in_the_app_prints_no_words_in_the_terminal(
    folder: Path, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, ends: bool
) -> None:
    (tmp_path / "crashing.py").write_text(crashing(f"from companion.ui.app import CompanionApp as app\n{place}"))
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\nexec {sys.executable} {tmp_path / 'crashing.py'}\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    with running(folder) as terminal:
        if not ends:
            terminal.wait_for(b"What is happening?")
            os.write(terminal.master, b"\x11")
        terminal.end()
        assert LEAVE_SCREEN in terminal.seen
        assert WORDS.encode() not in terminal.seen
        assert b"Traceback" not in terminal.seen
