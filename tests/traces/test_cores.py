"""No core dump, no debugger: the process keeps its memory to itself."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.traces.hands import WORDS, log_in_the_app
from tests.ui.test_terminal import running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty and signals")


def test_a_verb_can_leave_no_core_and_opens_no_file_to_others(folder: Path, temporary: Path) -> None:
    program = (
        "import ctypes, os, resource, sys\n"
        f"sys.argv = ['companion', '--data-dir', {str(folder)!r}, 'paths']\n"
        "from companion.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == 'linux' else 0\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)), dumpable)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "(0, 0) 0o77 0"


def test_the_app_hides_its_memory_before_it_draws(folder: Path, temporary: Path) -> None:
    program = (
        "import ctypes, sys\n"
        "from companion.commands import app\n"
        "app.is_interactive = lambda: True\n"
        "import companion.ui.app\n"
        "def drawn(*_):\n"
        "    print('dumpable', ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == 'linux' else 0)\n"
        "    sys.exit()\n"
        "companion.ui.app.CompanionApp.run = drawn\n"
        f"sys.argv = ['companion', '--data-dir', {str(folder)!r}]\n"
        "from companion.__main__ import main\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False,
        env=os.environ | {"COLORFGBG": "15;0"},
    )  # fmt: skip
    assert ran.stdout == "dumpable 0\n", ran.stderr


def dumps_core(folder: Path) -> bool:
    """Return whether a program that is killed here leaves its memory in the working folder."""
    subprocess.run(["sh", "-c", "ulimit -c unlimited; kill -SEGV $$"], cwd=folder, check=False)
    cores = list(folder.iterdir())
    for path in cores:
        path.unlink()
    return bool(cores)


@pytest.fixture
def with_cores(temporary: Path) -> Iterator[Path]:
    """Allow core dumps as `ulimit -c unlimited` does, for what the test starts."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    if not dumps_core(temporary):
        pytest.skip("this machine writes no core dumps into the working folder")
    yield temporary
    resource.setrlimit(resource.RLIMIT_CORE, before)


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT])
def test_a_crash_of_the_app_leaves_no_core(folder: Path, with_cores: Path, number: signal.Signals) -> None:
    with running(folder) as terminal:
        log_in_the_app(terminal)
        terminal.process.send_signal(number)
        assert terminal.end() == -number
    assert list(with_cores.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT])
def test_a_crash_of_a_verb_leaves_no_core(folder: Path, with_cores: Path, number: signal.Signals) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "companion", "--data-dir", str(folder), "log", "-"], stdin=subprocess.PIPE
    )
    assert running.stdin
    running.stdin.write(WORDS.encode())
    running.stdin.flush()
    until = time.monotonic() + 20
    while not _waits_for_input(running.pid) and time.monotonic() < until:
        time.sleep(0.02)
    running.send_signal(number)
    assert running.wait(20) == -number
    running.stdin.close()
    assert list(with_cores.iterdir()) == []


def _waits_for_input(pid: int) -> bool:
    """Return whether the process has set its limits and sleeps, as far as the system says."""
    limits = Path(f"/proc/{pid}/limits")
    is_limited = not limits.exists() or re.search(r"core file size +0 ", limits.read_text())
    state = Path(f"/proc/{pid}/stat")
    return bool(is_limited) and (not state.exists() or ") S " in state.read_text())
