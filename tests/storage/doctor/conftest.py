"""A home without histories."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which no shell has kept anything yet."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("HISTFILE", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path
