"""The verb log in processes of its own, at once with others."""

import subprocess
import sys
from pathlib import Path

from companion.storage.store import Store


def program(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "companion", "--data-dir", str(folder), *words]


def test_two_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    running = [
        subprocess.Popen(program(tmp_path, "log", f"line {number}"), stdout=subprocess.PIPE, text=True)
        for number in range(6)
    ]
    ids = {process.communicate()[0].strip() for process in running}
    kept = {entry.id: entry.note for entry in Store(tmp_path).entries}
    assert kept.keys() == ids
    assert set(kept.values()) == {f"line {number}" for number in range(6)}
