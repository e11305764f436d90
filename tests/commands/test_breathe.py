"""The verb breathe: lines at their time."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from companion.commands.breathe import pace
from companion.storage.library import Library
from tests.commands.log_verbs import run


def test_each_part_is_a_line_with_a_dot_a_second(library: Library) -> None:
    now = 100.0

    def wait(seconds: float) -> None:
        nonlocal now
        now += seconds

    rhythm = library.rhythms["slow-six"]
    text = "".join(pace(rhythm, 15, lambda: now, wait))
    assert text == "breathe in ....\nbreathe out ......\n" * 2
    assert now == 120.0


def test_a_slow_machine_does_not_stretch_the_breath(library: Library) -> None:
    now = 0.0

    def wait(seconds: float) -> None:
        nonlocal now
        now += seconds + 0.3

    list(pace(library.rhythms["slow-six"], 60, lambda: now, wait))
    assert now == pytest.approx(60.3)


def test_an_unknown_rhythm_names_the_ones_there_are(tmp_path: Path) -> None:
    done = run(tmp_path, "breathe", "fast")
    assert done.exit_code == 2
    assert "long-sigh, slow-six, even-square" in done.stderr


def test_it_stops_at_once_and_kindly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "companion", "--data-dir", str(tmp_path), "breathe", "slow-six", "--minutes", "1"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_with_interrupts
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Six slow breaths")
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    said, wrong = process.communicate(timeout=10)
    assert said.endswith("Stopped. Breathe your own way.\n")
    assert (process.returncode, wrong) == (0, "")
    assert not list(tmp_path.iterdir())


def _with_interrupts() -> None:
    """Let ctrl+c mean what it means in a terminal: what runs the tests may ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
