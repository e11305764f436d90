"""A pipe where a file belongs: nobody waits for what never comes out of it."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.storage.paths import JOURNAL, KEYS, SETTINGS, STORE
from tests.commands.log_verbs import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
PIPE = "it is a pipe, not a file"


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """End a test that waits for ever."""

    def give_up(*_: object) -> None:
        raise AssertionError("it waits for the pipe")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "data"


def lay_pipe(folder: Path, name: str) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)


@pytest.mark.parametrize("name", [STORE, JOURNAL])
@pytest.mark.parametrize("verb", [("status",), ("log", "hi"), ("pause", "20")])
def test_in_place_of_the_words_it_is_named(folder: Path, name: str, verb: tuple[str, ...]) -> None:
    lay_pipe(folder, name)
    said = run(folder, *verb)
    assert said.exit_code == 1
    assert f"{folder / name} can't be read: {PIPE}. Take it away." in said.stderr


@pytest.mark.parametrize("name", [STORE, JOURNAL])
def test_the_doctor_names_it(folder: Path, name: str) -> None:
    lay_pipe(folder, name)
    said = run(folder, "doctor")
    assert said.exit_code == 1
    assert PIPE in " ".join(said.stdout.split())


def test_in_place_of_the_keys_it_is_said(folder: Path) -> None:
    lay_pipe(folder, KEYS)
    said = run(folder, "keys")
    assert PIPE in " ".join((said.stdout + said.stderr).split())


def test_in_place_of_the_settings_those_that_come_with_companion_hold(folder: Path) -> None:
    lay_pipe(folder, SETTINGS)
    assert run(folder, "settings").exit_code == 0
    assert run(folder, "log", "hi").exit_code == 0
    assert run(folder, "pause", "20").exit_code == 0


def test_keys_may_lie_elsewhere(folder: Path, tmp_path: Path) -> None:
    folder.mkdir(mode=0o700)
    (tmp_path / "mine.yaml").write_text("app.nonsense: ctrl+k\n", encoding="utf-8")
    (folder / KEYS).symlink_to(tmp_path / "mine.yaml")
    said = run(folder, "keys")
    assert "nonsense" in said.stdout + said.stderr
