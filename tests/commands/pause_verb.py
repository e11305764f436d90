"""Running the verb pause over the test's data folder, and what it left there."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.pause import Pause
from companion.domain.script import PauseScript, fill
from companion.storage.library import Library
from companion.storage.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 11, 22, 20, 10, tzinfo=BERLIN)
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a verb of the pause over the test's data folder, with what stands on standard input."""

    def runs(*words: str, given: str | bytes | None = None) -> Result:
        return CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "pause", *words], input=given)

    return runs


def status(folder: Path, *words: str) -> str:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "status", *words]).stdout.strip()


def stands(run: Run) -> str:
    """Return the first line of how it stands."""
    return run("status").stdout.partition("\n")[0]


def only(folder: Path) -> Pause:
    (pause,) = Store(folder).pauses
    return pause


def words_of(library: Library, script: PauseScript, **slots: str) -> str:
    return fill(library.scripts[script].text, slots)
