"""Waiting for a pause: true after it was moved, after the process slept, and after the clock was set."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from click.testing import CliRunner, Result
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


def wait(folder: Path) -> Result:
    """Wait in this process."""
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "pause", "wait"])


def test_it_ends_at_due_with_what_to_say(tmp_path: Path) -> None:
    pause = begun(tmp_path, 0.5)
    ran = wait(tmp_path)
    assert (ran.exit_code, ran.stdout) == (0, f"{RETURN}\n")
    assert pause.due <= datetime.now(UTC) < pause.due + timedelta(seconds=2)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda pause: pause.cancel(datetime.now(UTC)), "It has ended."),
        (lambda pause: pause.come_back(datetime.now(UTC)), "It has ended."),
        (lambda pause: pause.move(pause.due + timedelta(hours=1), datetime.now(UTC)), "It was moved: back at"),
    ],
    ids=["cancelled", "ended", "moved"],
)
def test_it_tells_a_change_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Pause], Pause], said: str
) -> None:
    pause = begun(tmp_path, 3600)
    monkeypatch.setattr(pause_wait, "sleep", lambda seconds: Store(tmp_path).pauses.keep(change(pause)))
    ran = wait(tmp_path)
    assert (ran.exit_code, ran.stdout) == (3, "")
    assert said in ran.stderr


def test_what_changes_no_time_does_not_end_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with time_machine.travel(START, tick=False) as now:
        pause = begun(tmp_path, 3600)

        def sleep(seconds: float) -> None:
            now.shift(timedelta(minutes=30))
            Store(tmp_path).pauses.keep(replace(pause.tell(datetime.now(UTC)), return_message="Here again."))

        monkeypatch.setattr(pause_wait, "sleep", sleep)
        ran = wait(tmp_path)
    assert (ran.exit_code, ran.stdout) == (0, "Here again.\n")


WAITS = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep
from companion.__main__ import main
from companion.commands import pause_wait
from companion.commands.context import Context

ahead = Path(sys.argv.pop(1))

def look(seconds):
    print("waiting", flush=True)
    pause_wait.sleep = sleep
    sleep(seconds)

Context.clock = lambda self: datetime.now(UTC) + timedelta(hours=ahead.exists())
pause_wait.LOOK, pause_wait.sleep = 0.02, look
main()
"""
"""Looks often, says when it begins to wait, and sees the clock an hour ahead once the file that is named is there."""


@pytest.fixture
def asleep(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Pause]]:
    """A process that waits for a pause of an hour, and is stopped as a machine is that sleeps."""
    pause = begun(tmp_path, 3600)
    process = subprocess.Popen(
        [sys.executable, "-c", WAITS, str(tmp_path / "ahead"), "--data-dir", str(tmp_path), "pause", "wait"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "waiting\n"
        os.kill(process.pid, signal.SIGSTOP)
        yield process, pause
        process.kill()


def woken(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wake it; return how it ended and what it printed."""
    os.kill(process.pid, signal.SIGCONT)
    said, _ = process.communicate(timeout=30)
    return process.returncode, said


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_asleep_over_its_time_it_ends_on_waking(tmp_path: Path, asleep: tuple[subprocess.Popen[str], Pause]) -> None:
    (tmp_path / "ahead").touch()
    assert asleep[0].poll() is None
    assert woken(asleep[0]) == (0, f"{RETURN}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_moved_while_it_slept_is_seen_on_waking(tmp_path: Path, asleep: tuple[subprocess.Popen[str], Pause]) -> None:
    process, pause = asleep
    Store(tmp_path).pauses.keep(pause.move(pause.due + timedelta(hours=2), datetime.now(UTC)))
    (tmp_path / "ahead").touch()
    assert woken(process) == (3, "")


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
        ran = wait(tmp_path)
    assert ran.exit_code == 0
    assert "later than I said" not in ran.stdout
    assert len(seen) == 4


def test_who_waits_for_them_gets_the_line_and_words_for_no_word(tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        length = timedelta(minutes=30)
        Store(tmp_path).pauses.keep(Pause(kind=PauseKind.GIVING, started_at=START, due=START + length, planned=length))
        now.shift(length)
        ran = wait(tmp_path)
    line, words = ran.stdout.splitlines()
    assert line == "they said 20:40; it is 20:40"
    assert words.startswith("We said 20:40, and I haven't heard from you.")
