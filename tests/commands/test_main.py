"""Both entrances, the bare command and the verbs, say what went wrong in one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from companion.storage.paths import VARIABLE

CROOKED = """
import sys
from companion import __main__
from companion.commands import app, context
from companion.storage.errors import StoreError

def fail(*_):
    raise StoreError("The folder can't be read.")

app.open_app = fail
context.Context.store = property(fail)
sys.argv = ["companion", *sys.argv[1:]]
__main__.main()
"""


@pytest.mark.parametrize("words", [(), ("--at", "log"), ("log", "list")])
def test_an_expected_failure_is_one_line_and_exit_1(tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", CROOKED, *words], env=os.environ | {VARIABLE: str(tmp_path)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == "companion: The folder can't be read.\n"


@pytest.mark.parametrize("words", [("--at", "nowhere"), ("nope",), ("log", "--nope")])
def test_bad_use_is_one_line_and_exit_2(words: tuple[str, ...]) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "companion", *words], capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("companion: ")
    assert ran.stderr.rstrip().endswith("--help.")
    assert ran.stderr.count("\n") == 1
