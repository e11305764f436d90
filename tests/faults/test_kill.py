"""kill -9 at random moments of adding, editing, deleting and folding: whatever was acknowledged is there.

The number of kills is short here; by hand: `COMPANION_KILLS=2000 python -m pytest tests/faults/test_kill.py`.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from tests.faults.plain import check_plain, notes

KILLS = int(os.environ.get("COMPANION_KILLS", "8"))
AT_ONCE = 2
Expected = dict[str, str | None]
"""The notes that were acknowledged, by the ids of their entries; None for one that was deleted."""
ANEW = 100
"""Kills after which another folder is begun, so that a long run does not slow down as the store grows."""


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    rng = random.Random(11)
    expected: Expected = {}
    for kill in range(0, KILLS, AT_ONCE):
        folder = tmp_path / f"from {kill - kill % ANEW}"
        expected = expected if kill % ANEW else {}
        workers = [start(folder, seed) for seed in range(kill, kill + AT_ONCE)]
        for worker in workers:
            assert worker.stdout is not None
            worker.stdout.readline()  # it has begun to write
        time.sleep(rng.random() * 0.12)
        for worker in workers:
            worker.kill()
        unsure: set[str] = set()
        for worker in workers:
            note_down(worker.communicate()[0], expected, unsure)
        kept = notes(folder)
        for entry_id, note in expected.items():
            if entry_id not in unsure:
                assert kept.get(entry_id) == note, f"kill {kill}: {entry_id}"
        expected = {entry_id: kept.get(entry_id) for entry_id in expected.keys() | unsure | kept.keys()}
        check_plain(folder)
    assert any(expected.values())


def start(folder: Path, seed: int, changes: int = 100_000) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.worker", str(folder), str(seed), str(changes)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def note_down(said: str, expected: Expected, unsure: set[str]) -> None:
    """Put down what a worker acknowledged; what it was about to change when it was killed is unsure."""
    pending: set[str] = set()
    for line in said.splitlines(keepends=True):
        if not line.endswith("\n"):
            break
        sign, (entry_id, _, note) = line[0], line[1:].strip().partition(" ")
        if sign == "?":
            pending.add(entry_id)
        elif sign in "+-":
            pending.discard(entry_id)
            expected[entry_id] = note if sign == "+" else None
    unsure |= pending
