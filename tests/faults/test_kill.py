"""kill -9 at random moments of adding, editing, deleting and folding: whatever was acknowledged is there.

The number of kills is short here; by hand: `COMPANION_KILLS=2000 python -m pytest tests/faults/test_kill.py`.
"""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from tinydb.storages import JSONStorage

from companion.storage.paths import STORE
from companion.storage.store import Store

KILLS = int(os.environ.get("COMPANION_KILLS", "24"))
AT_ONCE = 2


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    rng = random.Random(11)
    expected: dict[str, str] = {}
    for kill in range(0, KILLS, AT_ONCE):
        workers = [start(tmp_path, seed) for seed in range(kill, kill + AT_ONCE)]
        for worker in workers:
            assert worker.stdout is not None
            worker.stdout.readline()  # it has begun to write
        time.sleep(rng.random() * 0.12)
        for worker in workers:
            worker.kill()
        unsure: set[str] = set()
        for worker in workers:
            note_down(worker.communicate()[0], expected, unsure)
        kept = {entry.id: entry.note for entry in Store(tmp_path).entries}
        for entry_id, note in expected.items():
            if entry_id not in unsure:
                assert kept.get(entry_id) == note, f"kill {kill}: {entry_id}"
        expected = {entry_id: note for entry_id, note in kept.items() if entry_id in expected or entry_id in unsure}
        check_plain(tmp_path)
    assert len(expected) > KILLS


def start(folder: Path, seed: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.worker", str(folder), str(seed), "100000"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def note_down(said: str, expected: dict[str, str], unsure: set[str]) -> None:
    """Put down what a worker acknowledged; what it was about to change when it was killed is unsure."""
    pending: set[str] = set()
    for line in said.splitlines(keepends=True):
        if not line.endswith("\n"):
            break
        sign, (entry_id, _, note) = line[0], line[1:].strip().partition(" ")
        if sign == "?":
            pending.add(entry_id)
        else:
            pending.discard(entry_id)
            if sign == "+":
                expected[entry_id] = note
            else:
                expected.pop(entry_id, None)
    unsure |= pending


def check_plain(folder: Path) -> None:
    """The file, where there is one, opens with TinyDB's own storage and with any JSON reader."""
    if (folder / STORE).exists():
        storage = JSONStorage(str(folder / STORE), access_mode="r")
        tables = storage.read()
        storage.close()
        assert tables == json.loads((folder / STORE).read_text(encoding="utf-8"))
