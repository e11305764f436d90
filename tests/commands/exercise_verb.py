"""Doing exercises by their verb: what is typed, and what is kept of it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands import exercise
from companion.commands.main import companion
from companion.domain.practice import Practice
from companion.storage.store import Store

CTRL_C, CTRL_D = "^C", "^D"
EARLY = "early: "
"""Begins a line that is typed while the time of a step passes."""
Done = Callable[..., Result]


class Typist:
    """Somebody who types these lines, one whenever one is asked for."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self._lines = list(lines)
        self.early: list[str | None] = []

    def ask(self, question: str) -> str | None:
        sys.stdout.write(question)
        assert self._lines, f"nobody answers: {question}"
        line = self._lines.pop(0)
        if line == CTRL_C:
            raise KeyboardInterrupt
        return None if line == CTRL_D else line

    def wait(self, seconds: float) -> None:
        assert seconds >= 0
        if not self.early and self._lines and self._lines[0].startswith(EARLY):
            self.early.append(self._lines.pop(0).removeprefix(EARLY))


@pytest.fixture
def do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Done:
    """Run the verb on a terminal where these lines are typed."""

    def run(*words: str, types: tuple[str, ...] = ()) -> Result:
        monkeypatch.setattr(exercise, "is_typed_on", lambda: True)
        monkeypatch.setattr(exercise, "TypedLines", lambda: Typist(types))
        return CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "exercise", *words])

    return run


def piped(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "exercise", *words])


def only(folder: Path) -> Practice:
    (practice,) = Store(folder).practices
    return practice
