"""Waiting for a pause: true after it was moved, after the process slept, and after the clock was set."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from click.testing import CliRunner
from msgspec.structs import replace

from companion.commands import pause_wait
from companion.commands.main import companion
from companion.domain.pause import Pause, PauseKind
from companion.storage.store import Store

RETURN = "I'm back."
START = datetime(2026, 11, 22, 20, 10, tzinfo=ZoneInfo("Europe/Berlin"))


def begun(folder: Path, seconds: float) -> Pause:
    """Keep a pause that is due in so many seconds."""
    now, length = datetime.now(UTC), timedelta(seconds=seconds)
    return Store(folder).pauses.keep(Pause(started_at=now, due=now + length, planned=length, return_message=RETURN))


def waiting(folder: Path) -> subprocess.Popen[str]:
    """Start waiting; return once it has read the pause."""
    process = subprocess.Popen(
        [sys.executable, "-m", "companion", "--data-dir", str(folder), "pause", "wait"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(1)
    return process


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    said, _ = process.communicate(timeout=30)
    return process.returncode, said


def test_it_ends_at_due_with_what_to_say(tmp_path: Path) -> None:
    pause = begun(tmp_path, 2.5)
    assert ended(waiting(tmp_path)) == (0, f"{RETURN}\n")
    assert pause.due <= datetime.now(UTC) < pause.due + timedelta(seconds=2)


@pytest.mark.parametrize(
    "change",
    [
        lambda pause: pause.cancel(datetime.now(UTC)),
        lambda pause: pause.come_back(datetime.now(UTC)),
        lambda pause: pause.move(pause.due + timedelta(hours=1), datetime.now(UTC)),
    ],
    ids=["cancelled", "ended", "moved"],
)
def test_it_tells_a_change_apart(tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    pause = begun(tmp_path, 3600)
    process = waiting(tmp_path)
    Store(tmp_path).pauses.keep(change(pause))
    assert ended(process) == (3, "")


def test_what_changes_no_time_does_not_end_it(tmp_path: Path) -> None:
    pause = begun(tmp_path, 2.5)
    process = waiting(tmp_path)
    Store(tmp_path).pauses.keep(replace(pause.tell(datetime.now(UTC)), return_message="Here again."))
    assert ended(process) == (0, "Here again.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_asleep_over_its_time_it_ends_on_waking(tmp_path: Path) -> None:
    begun(tmp_path, 2)
    process = waiting(tmp_path)
    os.kill(process.pid, signal.SIGSTOP)
    time.sleep(2)
    assert process.poll() is None
    os.kill(process.pid, signal.SIGCONT)
    assert ended(process) == (0, f"{RETURN}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_moved_while_it_slept_is_seen_on_waking(tmp_path: Path) -> None:
    pause = begun(tmp_path, 2)
    process = waiting(tmp_path)
    os.kill(process.pid, signal.SIGSTOP)
    Store(tmp_path).pauses.keep(pause.move(pause.due + timedelta(hours=1), datetime.now(UTC)))
    time.sleep(1.5)
    os.kill(process.pid, signal.SIGCONT)
    assert ended(process) == (3, "")


def test_a_clock_that_jumps_is_followed_to_the_time_that_was_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten seconds pass, the clock is set back an hour, an hour passes, it is set forward over the end."""
    seen: list[datetime] = []
    jumps = [timedelta(seconds=10), timedelta(hours=-1), timedelta(hours=1), timedelta(minutes=31)]
    with time_machine.travel(START, tick=False) as now:
        begun(tmp_path, 1800)

        def sleep(seconds: float) -> None:
            assert 0 < seconds <= 1
            seen.append(datetime.now(UTC))
            now.shift(jumps.pop(0))

        monkeypatch.setattr(pause_wait, "sleep", sleep)
        ran = CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "pause", "wait"])
    assert ran.exit_code == 0
    assert "later than I said" not in ran.stdout
    assert len(seen) == 4


def test_who_waits_for_them_gets_the_line_and_words_for_no_word(tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        length = timedelta(minutes=30)
        Store(tmp_path).pauses.keep(Pause(kind=PauseKind.GIVING, started_at=START, due=START + length, planned=length))
        now.shift(length)
        ran = CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "pause", "wait"])
    line, words = ran.stdout.splitlines()
    assert line == "they said 20:40; it is 20:40"
    assert words.startswith("We said 20:40, and I haven't heard from you.")
