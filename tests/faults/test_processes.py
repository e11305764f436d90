"""Two processes that add, edit and delete at once, and a third that has the store open: nobody's change is lost.

Each makes few changes here; by hand, as many as the issue asks for:
`COMPANION_PROCESS_ADDS=500 python -m pytest tests/faults/test_processes.py`.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from companion.storage.store import Store
from tests.faults.plain import check_plain, entry
from tests.faults.test_kill import Expected, note_down, start

ADDS = int(os.environ.get("COMPANION_PROCESS_ADDS", "60"))

ADDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from companion.domain.entry import Entry
from companion.storage.store import Store

folder, name, adds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
store = Store(folder)
for number in range(adds):
    store.entries.keep(Entry(at=datetime.now(UTC), note=f"{name} {number}"))
    if number % 7 == 0:
        store.close()
"""


def adder(folder: Path, name: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", ADDER, str(folder), name, str(ADDS)])


def test_two_processes_that_add_lose_nothing_and_a_third_sees_all(tmp_path: Path) -> None:
    watching, seen = Store(tmp_path), set[str]()
    processes = [adder(tmp_path, name) for name in ("one", "other")]
    while any(process.poll() is None for process in processes):
        if watching.is_stale():
            found = {entry.note for entry in watching.entries}
            assert seen <= found, "what was there is gone"
            seen = found
        time.sleep(0.002)
    assert [process.returncode for process in processes] == [0, 0]
    wanted = {f"{name} {number}" for name in ("one", "other") for number in range(ADDS)}
    assert sorted(entry.note for entry in watching.entries) == sorted(wanted)
    assert not watching.is_stale()
    assert {entry.note for entry in Store(tmp_path).entries} == wanted
    check_plain(tmp_path)


def test_each_of_two_processes_finds_its_own_edits_and_deletions(tmp_path: Path) -> None:
    workers = [start(tmp_path, seed, ADDS) for seed in (1, 2)]
    expected: Expected = {}
    unsure: set[str] = set()
    for worker in workers:
        said = worker.communicate(timeout=300)[0]
        assert worker.returncode == 0
        note_down(said, expected, unsure)
    assert not unsure
    kept = {entry.id: entry.note for entry in Store(tmp_path).entries}
    assert kept == {entry_id: note for entry_id, note in expected.items() if note is not None}


@pytest.mark.parametrize("third", ["reads", "changes"])
def test_a_store_that_is_open_beside_them_loses_nothing_either(tmp_path: Path, third: str) -> None:
    mine = Store(tmp_path)
    process, own = adder(tmp_path, "theirs"), dict[str, str]()
    number = 0
    while process.poll() is None or not number:
        number += 1
        if third == "changes":
            kept = mine.entries.keep(entry(f"{number % 20:032x}", f"mine {number}"))
            own[kept.id] = kept.note
        found = {each.id: each.note for each in mine.entries}
        assert {entry_id: found[entry_id] for entry_id in own} == own
    assert process.returncode == 0
    found = {each.id: each.note for each in Store(tmp_path).entries}
    assert {note for note in found.values() if note.startswith("theirs")} == {f"theirs {n}" for n in range(ADDS)}
    assert {entry_id: found[entry_id] for entry_id in own} == own
