"""What lies about afterwards: logs, temporary files, plain words beside sealed ones, modes."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.log_verbs import only
from tests.traces.hands import WORDS, holding, log_in_the_app, verb
from tests.ui.test_terminal import LEAVE_SCREEN, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty and modes")


@pytest.mark.parametrize("name", ["TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL"])
def test_textuals_variables_make_it_write_no_log(
    folder: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, str(temporary / "textual.txt"))
    with running(folder, PYTHONASYNCIODEBUG="1") as terminal:
        log_in_the_app(terminal)
        terminal.press(b"\x11")
        assert terminal.end() == 0
        assert WORDS.encode() not in terminal.seen.partition(LEAVE_SCREEN)[2]
    assert list(temporary.iterdir()) == []


def test_no_editor_is_opened(folder: Path, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\ntouch {tmp_path / 'opened'}\n")
    editor.chmod(0o755)
    for name in ("EDITOR", "VISUAL", "PAGER"):
        monkeypatch.setenv(name, str(editor))
    written = verb(folder, "log", "a line").stdout.strip()
    for words in (["log", "edit", written], ["log", "edit", written, "another"], ["log"], ["read", "privacy"]):
        verb(folder, *words)
    with running(folder) as terminal:
        log_in_the_app(terminal)
    assert not (tmp_path / "opened").exists()


def test_text_may_come_through_standard_input_and_stay_out_of_the_shells_history(folder: Path, temporary: Path) -> None:
    assert verb(folder, "log", "-", given=f"{WORDS}\n").returncode == 0
    assert only(folder).note == WORDS


@pytest.mark.usefixtures("asked")
def test_a_sealed_folder_holds_no_plain_words(folder: Path, temporary: Path) -> None:
    assert verb(folder, "log", WORDS).returncode == 0
    assert holding(folder)
    assert verb(folder, "passphrase", "set").returncode == 0
    assert holding(folder) == []
    assert verb(folder, "log", "-", given=WORDS).returncode == 0
    assert verb(folder, "pause", "20", "--place", WORDS).returncode == 0
    assert verb(folder, "log", "list").stdout.count(WORDS) == 2
    assert verb(folder, "pause", "back").returncode == 0
    assert holding(folder) + holding(temporary) == []


@pytest.mark.usefixtures("asked")
def test_kills_amid_writes_leave_no_plain_words_in_a_sealed_folder(folder: Path, temporary: Path) -> None:
    assert verb(folder, "passphrase", "set").returncode == 0
    for number in range(8):
        writing = subprocess.Popen(
            [sys.executable, "-m", "companion", "--data-dir", str(folder), "log", "-"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        assert writing.stdin
        writing.stdin.write(WORDS.encode() * 1000)
        writing.stdin.close()
        time.sleep(0.05 + 0.05 * number)
        writing.kill()
        writing.wait()
        assert holding(folder) + holding(temporary) == []
    assert verb(folder, "log", "list").returncode == 0


@pytest.mark.usefixtures("asked")
def test_what_is_written_in_the_locked_app_is_nowhere_plain_even_after_a_kill(folder: Path, temporary: Path) -> None:
    assert verb(folder, "passphrase", "set").returncode == 0
    with running(folder) as terminal:
        log_in_the_app(terminal)
        assert holding(folder) + holding(temporary) == []
        terminal.process.kill()
        terminal.process.wait()
    assert holding(folder) + holding(temporary) == []
    assert WORDS in verb(folder, "log", "list").stdout


@pytest.mark.usefixtures("asked")
def test_whatever_the_umask_only_the_owner_may_open_the_files(folder: Path, temporary: Path) -> None:
    def open_to_others() -> list[str]:
        found = [folder, *folder.rglob("*")]
        return [f"{path} {path.stat().st_mode:o}" for path in found if path.stat().st_mode & 0o077]

    exported = ["export", "-o", str(folder / "out.json")]
    for words in (["log", "a"], ["pause", "20"], ["backup"], exported, ["passphrase", "set"], ["log", "b"], ["backup"]):
        assert verb(folder, *words, umask=0).returncode == 0, words
        assert open_to_others() == [], words
    assert verb(folder, "passphrase", "remove", umask=0).returncode == 0
    assert open_to_others() == []
