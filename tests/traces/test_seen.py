"""What other programs can see while it runs: arguments, environment, the window's title."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.log_verbs import only
from tests.traces.hands import PASSPHRASE, WORDS, Watch, log_in_the_app
from tests.ui.test_terminal import running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")

_TITLE = re.compile(rb"\x1b\](?:0|1|2|9|777|99);[^\x07\x1b]*")


@linux
def test_nobody_sees_words_in_arguments_or_environment_while_the_app_runs(folder: Path, temporary: Path) -> None:
    with running(folder) as terminal, Watch(terminal.process.pid) as watch:
        log_in_the_app(terminal)
        terminal.press(b"\x11")
        assert terminal.end() == 0
    assert any(b"companion" in seen for seen in watch.seen)
    assert not [seen for seen in watch.seen if WORDS.encode() in seen]
    assert only(folder).note == WORDS


@linux
@pytest.mark.usefixtures("asked")
def test_nobody_sees_the_passphrase_in_arguments_or_environment(folder: Path, temporary: Path) -> None:
    for words in (["passphrase", "set"], ["unlock-check"]):
        running = subprocess.Popen(
            [sys.executable, "-m", "companion", "--data-dir", str(folder), *words],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        with Watch(running.pid) as watch:
            said = b"".join(running.communicate(timeout=120))
        assert running.returncode == 0, said
        assert PASSPHRASE.encode() not in said
        assert any(b"wrapping_child" in seen for seen in watch.seen), words
        assert not [seen for seen in watch.seen if PASSPHRASE.encode() in seen]
        assert not [seen for seen in watch.seen if b"AGE-SECRET-KEY" in seen]


def test_the_window_gets_no_title_and_no_notice_with_words(folder: Path, temporary: Path) -> None:
    with running(folder) as terminal:
        seen = log_in_the_app(terminal)
        for place in (b"1", b"6", b"5"):
            terminal.press(b"\x1b" + place)
            terminal.read(0.5)
            seen += terminal.seen
        terminal.press(b"\x11")
        terminal.end()
        seen += terminal.seen
    assert WORDS.encode() in seen
    assert not [title for title in _TITLE.findall(seen) if b"zz" in title or b"cup" in title]
