"""Both entrances, the bare command and the verbs, say what went wrong in one line."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from companion.storage.paths import VARIABLE
from tests.commands.log_verbs import run

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


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no TZ on this system")
def test_a_time_zone_that_can_be_none_is_said(tmp_path: Path) -> None:
    run(tmp_path, "log", "x")
    done = in_process(tmp_path, "log", "list", TZ="UTC+24")
    assert done.stderr == "companion: TZ is no time zone here: “UTC+24”. Set one such as Europe/Berlin.\n"
    assert done.returncode == 2


def test_the_end_of_a_verb_is_nothing_that_went_wrong(tmp_path: Path) -> None:
    assert "went wrong" not in in_process(tmp_path, "log", "list", PYTHONINSPECT="1").stderr


def in_process(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "companion", "--data-dir", str(folder), *words], capture_output=True, text=True,
        check=False, stdin=subprocess.DEVNULL, env={**os.environ, **variables},
    )  # fmt: skip
