"""Where the traces are looked for: a data folder, a folder for temporary files, and a passphrase."""

import os
from pathlib import Path

import pytest

from tests.traces.hands import PASSPHRASE, ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files and the working folder of everything that the test starts."""
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.chdir(temporary)
    monkeypatch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)
    return temporary


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let verbs take the passphrase from a command."""
    (tmp_path / "passphrase.txt").write_text(f"{PASSPHRASE}\n")
    monkeypatch.setenv("COMPANION_PASSPHRASE_COMMAND", f"cat {tmp_path / 'passphrase.txt'}")
