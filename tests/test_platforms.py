"""Where the system is another one: every module is imported, and words are kept, without what only POSIX has.

Nothing of it shows that Companion runs there; it shows that no import and no plain path stands in its way.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from companion.storage import files

ROOT = Path(__file__).parent.parent

PRETENDED = """
import asyncio, importlib, os, pathlib, pkgutil, signal, sys, tempfile, types
import click, dateparser, htpy, markdown_it, msgspec, platformdirs, pyrage, rich, textual.app, tinydb, yaml
import textual.widgets, textual.command, concurrent.futures.thread, multiprocessing

ABSENT = {"fcntl", "termios", "tty", "resource", "pwd", "grp"}

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

for name in ABSENT:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Blocked())

class FileLock:
    def __init__(self, name, timeout, poll_interval): pass
    def acquire(self): pass
    def release(self): pass

sys.modules["filelock"] = types.SimpleNamespace(FileLock=FileLock, Timeout=TimeoutError)
sys.modules[pathlib.Path.__module__].WindowsPath = type(pathlib.Path())
for module, names in {
    os: "geteuid getuid getgid fork fchmod fchown nice O_NOFOLLOW O_NONBLOCK O_CLOEXEC O_NOCTTY fdatasync statvfs",
    signal: "SIGHUP SIGQUIT SIGTSTP SIGCONT SIGKILL",
}.items():
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
sys.platform, os.name = "win32", "nt"
"""

EVERY_MODULE = """
import companion
for each in pkgutil.walk_packages(companion.__path__, "companion."):
    if each.name not in ("companion.__main__", "companion.ui.driver"):  # ours for Linux and macOS, imported only there
        importlib.import_module(each.name)
print(len([name for name in sys.modules if name.startswith("companion.")]))
"""

KEPT = """
from companion.storage.traces import hide_memory, leave_no_traces
leave_no_traces(); hide_memory()
from datetime import UTC, datetime
from companion.domain.entry import Entry
from companion.storage.store import Store
folder = pathlib.Path(sys.argv[1])
store = Store(folder)
store.entries.keep(Entry(note="a line", at=datetime.now(UTC)))
store.close()
store = Store(folder)
print([entry.note for entry in store.entries])
"""


def pretend(program: str, *words: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", PRETENDED + program, *words],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout


def test_every_module_is_imported_without_what_only_posix_has() -> None:
    assert int(pretend(EVERY_MODULE)) > 300


def test_words_are_kept_and_read_again_without_what_only_posix_has(tmp_path: Path) -> None:
    assert pretend(KEPT, str(tmp_path)) == "['a line']\n"


def test_on_windows_a_name_that_a_scanner_holds_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals, slept = [PermissionError(), PermissionError()], list[float]()
    replace = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(path, target)

    monkeypatch.setattr(files.sys, "platform", "win32")  # type: ignore[attr-defined]
    monkeypatch.setattr(files, "sleep", slept.append)
    monkeypatch.setattr(Path, "replace", refused)
    files.replace_file(tmp_path / "kept", b"words")
    assert (tmp_path / "kept").read_bytes() == b"words"
    assert slept == list(files._WAITS[:2])


def test_elsewhere_a_refusal_is_said_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refused)
    monkeypatch.setattr(files, "sleep", lambda seconds: pytest.fail("it waited"))
    with pytest.raises(PermissionError):
        files.replace_file(tmp_path / "kept", b"words")
    assert list(tmp_path.iterdir()) == []
