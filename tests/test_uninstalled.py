"""Installed, used, erased and uninstalled: no file is left at home, among temporary ones, or of the program itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_packaging import ROOT, build, install, pip
from tests.traces.hands import log_in_the_app
from tests.ui.test_terminal import running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment with Companion in it."""
    folder = tmp_path / "environment"
    monkeypatch.setenv("PYTHONPATH", str(install(build("build_wheel", ROOT, tmp_path), folder)))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "bin" / "python"))
    return folder


@pytest.fixture
def home(environment: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own, made after the installing, with the folders that XDG and temporary files would take."""
    home = tmp_path / "home"
    for name, folder in {"HOME": ".", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run", "XDG_CACHE_HOME": ".cache"}.items():
        (home / folder).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(home / folder))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "COMPANION_DATA_DIR", "HISTFILE"):
        monkeypatch.delenv(name, raising=False)
    return home


def left(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


def use(program: Path) -> None:
    """Use the verbs as somebody may, with a passphrase in the end."""
    for words in (
        ("log", "yesterday 21:00 fight #work !8 @S"), ("log", "list"), ("day",), ("pause", "20"), ("pause", "back"),
        ("read", "asking-kindly"), ("read", "search", "guilt"), ("hold", "a line"), ("settings", "bell", "off"),
        ("review",), ("backup",), ("passphrase", "set"), ("log", "sealed"), ("doctor",), ("keys",),
    ):  # fmt: skip
        ran = subprocess.run([str(program), *words], capture_output=True, text=True, timeout=120, check=False)
        assert ran.returncode in (0, 1), (words, ran.stderr)  # doctor finds something to say
        assert "Traceback" not in ran.stderr


def test_nothing_is_left(home: Path, environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPANION_PASSPHRASE_COMMAND", "echo quince lantern orbit moss")
    monkeypatch.chdir(home)
    program, data = environment / "bin" / "companion", home / ".local" / "share" / "companion"
    with running(data) as terminal:
        log_in_the_app(terminal)
        terminal.press(b"\x11")
        assert terminal.end() == 0
    use(program)
    assert (data / "identity.age").is_file()
    subprocess.run([str(program), "erase", "--phrase", "erase everything"], capture_output=True, timeout=60, check=True)
    assert left(home) == []
    assert not data.exists()
    pip(environment, "uninstall", "--yes", "companion")
    assert [path for path in left(environment) if "companion" in path] == []
