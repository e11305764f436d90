"""What the verbs that must be quick never import, however they are called; what they do import is in imports.txt."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.domain.pause import Pause
from companion.storage.store import Store

PROGRAM = """
import atexit, gc, sys
from companion.__main__ import main
atexit.register(lambda: print(gc.isenabled(), gc.get_freeze_count() > 0, *sys.modules, file=sys.stderr))
main()
"""

COLLECTS, FROZEN = "True", "True"
"""Whether a verb looks for garbage in what it makes, and passes over all that is left when it ends."""

HEAVY = {
    "textual", "rich", "pygments", "markdown_it",  # the screen, and text on it
    "asyncio", "concurrent", "logging", "multiprocessing", "ssl", "sqlite3", "subprocess",
    "dateparser", "difflib", "email", "zipfile", "zoneinfo",
    "filelock", "platformdirs", "pyrage", "importlib.metadata", "importlib.resources",
}  # fmt: skip
LIBRARY = {"yaml", "companion.storage.library"}
"""What only words of the library need."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a pause that runs."""
    now, length, store = datetime.now(UTC), timedelta(hours=1), Store(tmp_path)
    store.pauses.keep(Pause(started_at=now, due=now + length, planned=length))
    store.close()
    return tmp_path


def imported(folder: Path, *words: str, collects: str = COLLECTS) -> set[str]:
    """Run the program; return the names of all that it has imported when it ends."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--data-dir", str(folder), *words], capture_output=True, text=True, check=False
    )
    assert ran.returncode in (0, 10), ran.stderr
    is_collecting, is_frozen, *modules = ran.stderr.splitlines()[-1].split()
    assert (is_collecting, is_frozen) == (collects, FROZEN)
    return set(modules)


@pytest.mark.parametrize("words", [("status",), ("status", "--json")])
def test_what_a_prompt_asks_each_second_pays_for_nothing_but_the_answer(folder: Path, words: tuple[str, ...]) -> None:
    modules = imported(folder, *words, collects="False")
    assert not modules & {*HEAVY, *LIBRARY, "click", "json", "dataclasses", "base64", "tinydb", "locale", "ctypes"}


@pytest.mark.parametrize("words", [("log", "a line"), ("log", "x", "--strength", "4"), ("day",)])
def test_a_line_from_the_shell_pays_for_nothing_it_does_not_use(folder: Path, words: tuple[str, ...]) -> None:
    modules = imported(folder, *words)
    assert "companion.storage.store" in modules
    assert not modules & (HEAVY | LIBRARY)


@pytest.mark.parametrize("words", [("pause", "status"), ("pause", "cancel")])
def test_a_pause_that_says_nothing_reads_no_library(folder: Path, words: tuple[str, ...]) -> None:
    assert not imported(folder, *words) & (HEAVY | {"yaml"})


def test_a_pause_that_begins_pays_for_no_parser(tmp_path: Path) -> None:
    assert not imported(tmp_path, "pause", "20") & (HEAVY | {"yaml"})
