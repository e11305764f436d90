"""Where the passphrase comes from: a command, or a terminal that does not show it."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from companion.commands.passphrases import VARIABLE
from tests.commands.log_verbs import run
from tests.commands.sealed.person import ANOTHER, NOTE, PASSPHRASE, Person, fail_at, notes, reopened

# -- a command gives it


def test_a_command_gives_the_passphrase_by_its_first_line_and_nobody_is_asked(
    folder: Path, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, f"printf '{PASSPHRASE}\\r\\nanother line\\n'")
    listed = run(folder, "log", "list")
    assert listed.exit_code == 0
    assert NOTE in listed.stdout
    assert PASSPHRASE not in listed.output
    assert person.asked == []


def test_a_command_gives_the_first_one_too(tmp_path: Path, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, f"echo {PASSPHRASE}")
    assert run(tmp_path, "log", NOTE).exit_code == 0
    assert run(tmp_path, "passphrase", "set").exit_code == 0
    assert notes(tmp_path) == [NOTE]


def test_where_a_command_gives_the_old_one_the_new_one_is_typed(
    folder: Path, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, f"echo {PASSPHRASE}")
    person.types = [ANOTHER, ANOTHER]
    changed = run(folder, "passphrase", "change")
    assert changed.exit_code == 0
    assert "must print the new one from now on" in changed.stderr
    assert notes(folder, ANOTHER) == [NOTE]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("exit 3", "failed (exit 3)"),
        ("kill -9 $$", "failed (signal 9)"),
        ("true", "no passphrase on its first line"),
        (f"echo; echo {PASSPHRASE}", "no passphrase on its first line"),
        ("printf '\\377'", "printed no text"),
        ("/no/such/program 2>/dev/null", "failed (exit 127)"),
    ],
)
def test_a_command_that_fails_is_said_in_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    monkeypatch.setenv(VARIABLE, command)
    fail_at(run(folder, "log", "list"), 1, said)


def test_the_command_leaves_standard_input_to_the_verb(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, f"cat; echo {PASSPHRASE}")
    (entry,) = reopened(folder, PASSPHRASE).entries
    assert run(folder, "log", "edit", entry.id, "-", given="changed words").exit_code == 0
    assert notes(folder) == ["changed words"]


# -- a real terminal, real age


def terminal_run(folder: Path, *words: str, types: str) -> tuple[int, bytes]:
    """Run a verb in a pty and type when it asks; return its exit code and all that the terminal showed."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "companion", "--data-dir", str(folder), *words],
        stdin=slave, stdout=slave, stderr=slave, start_new_session=True, preexec_fn=_own_terminal,
    )  # fmt: skip
    os.close(slave)
    seen, left, until = b"", types.splitlines(), time.monotonic() + 120
    asked = 0
    while time.monotonic() < until and (process.poll() is None or select.select([master], [], [], 0)[0]):
        if not select.select([master], [], [], 0.1)[0]:
            continue
        try:
            seen += os.read(master, 4096)
        except OSError:
            break
        if seen.count(b": ") > asked and seen.endswith(b": ") and left:
            asked = seen.count(b": ")
            time.sleep(0.05)
            os.write(master, f"{left.pop(0)}\n".encode())
    os.close(master)
    return process.wait(20), seen


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_what_is_typed_is_not_shown_and_opens_it_again(tmp_path: Path) -> None:
    code, seen = terminal_run(tmp_path, "passphrase", "set", types=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    assert code == 0, seen
    assert b"New passphrase: " in seen
    assert PASSPHRASE.encode() not in seen
    code, seen = terminal_run(tmp_path, "unlock-check", types=f"{PASSPHRASE}\n")
    assert (code, b"It opens." in seen, PASSPHRASE.encode() in seen) == (0, True, False)
    code, seen = terminal_run(tmp_path, "unlock-check", types=f"something else\n{PASSPHRASE}\n")
    assert (code, b"Type it once more." in seen, b"It opens." in seen) == (0, True, True)
    assert (b"something" in seen, PASSPHRASE.encode() in seen, b"Traceback" in seen) == (False, False, False)


def test_without_a_terminal_it_says_how_to_give_the_passphrase(folder: Path) -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "companion", "--data-dir", str(folder), "log", "list"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, start_new_session=True,
    )  # fmt: skip
    assert listed.returncode == 1
    assert listed.stdout == ""
    assert listed.stderr.count("\n") == 1
    assert VARIABLE in listed.stderr
