"""A folder to look at, in a home and on a drive that the test knows."""

import resource
from pathlib import Path

import pytest

from companion.storage.care.doctor import mounts
from companion.storage.paths import VARIABLE
from companion.storage.store import Store
from tests.commands.doctor.looking import mounted
from tests.commands.log_verbs import noted
from tests.commands.sealed_verbs import wrap_quickly


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without histories, on a disk; a limit on core dumps."""
    wrap_quickly(monkeypatch)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(mounts, "MOUNTS", tmp_path / "mounts")
    for name in ("HISTFILE", "XDG_DATA_HOME", VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(resource, "getrlimit", lambda _: (0, 0))
    mounted(tmp_path, "ext4")
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three entries and backups."""
    folder = tmp_path / "data"
    noted(folder)
    Store(folder).close()
    return folder
