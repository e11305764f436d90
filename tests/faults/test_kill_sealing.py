"""kill -9 at random moments of setting, changing and removing a passphrase, while another process adds.

After each the folder opens with the old passphrase or with the new one, all that was acknowledged is there, and no
file of a sealed folder is left plain once it was opened. The number of kills is short here; by hand:
`COMPANION_SEALING_KILLS=400 python -m pytest tests/faults/test_kill_sealing.py`.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from companion.storage.errors import WrongPassphrase
from companion.storage.paths import BACKUPS, TEMPORARY
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping
from tests.faults.plain import MARK, check_plain, check_sealed, entry
from tests.faults.sealing_worker import NONE
from tests.faults.test_kill import Expected, note_down

KILLS = int(os.environ.get("COMPANION_SEALING_KILLS", "6"))
AT_ONCE = 2
"""One that converts, one that adds."""


def test_a_kill_while_converting_loses_nothing_and_shows_nothing(tmp_path: Path) -> None:
    rng, passphrase, states = random.Random(3), NONE, set[bool]()
    expected: Expected = {}
    for kill in range(0, KILLS, AT_ONCE):
        said = killed(tmp_path, kill, passphrase, rng)
        unsure: set[str] = set()
        for words in said:
            note_down(words, expected, unsure)
        store, passphrase = opened(tmp_path, passphrases(said[0], passphrase), kill)
        kept = {entry.id: entry.note for entry in store.entries}
        for entry_id, note in expected.items():
            if entry_id not in unsure:
                assert kept.get(entry_id) == note, f"kill {kill}: {entry_id}"
        expected = {entry_id: kept.get(entry_id) for entry_id in expected.keys() | kept.keys()}
        states.add(store.has_passphrase)
        if store.has_passphrase:
            check_sealed(tmp_path, f"kill {kill}")
        else:
            check_plain(tmp_path)
    assert any(expected.values())
    assert len(states) == 2 or KILLS < 40


@pytest.mark.parametrize("where", [".", BACKUPS])
def test_what_a_kill_left_half_written_is_gone_once_it_is_opened(tmp_path: Path, where: str) -> None:
    store = Store(tmp_path, wrapping=FakeWrapping())
    store.entries.keep(entry("1" * 32, MARK))
    store.set_passphrase(store.new_key("p"))
    (tmp_path / where / f"{TEMPORARY}half").write_text(f'{{"entries": "{MARK}')
    opened(tmp_path, {"p"}, 0)
    check_sealed(tmp_path)


def killed(folder: Path, seed: int, passphrase: str, rng: random.Random) -> list[str]:
    """Run both workers until they are killed; return what each said."""
    words = [(seed, passphrase), (seed + 1, "adds")]
    command = [sys.executable, "-m", "tests.faults.sealing_worker", str(folder)]
    workers = [
        subprocess.Popen([*command, str(number), role], stdout=subprocess.PIPE, text=True) for number, role in words
    ]
    assert workers[0].stdout is not None
    first = workers[0].stdout.readline()
    time.sleep(rng.random() * 0.4)
    for worker in workers:
        worker.kill()
    said = [worker.communicate()[0] for worker in workers]
    return [first + said[0], said[1]]


def passphrases(said: str, before: str) -> set[str]:
    """Return the passphrases that may hold now: the last that was acknowledged, and the one that was coming."""
    holds, comes = before, before
    for line in said.splitlines(keepends=True):
        if line[0] == "!" and line.endswith("\n"):
            comes = line[1:].strip()
        elif line[0] == "=" and line.endswith("\n"):
            holds = comes = line[1:].strip()
    return {holds, comes}


def opened(folder: Path, candidates: set[str], kill: int) -> tuple[Store, str]:
    """Open the folder as somebody who knows both passphrases; return the one that it took."""
    store = Store(folder, wrapping=FakeWrapping())
    if not store.has_passphrase:
        assert NONE in candidates, f"kill {kill}: it lost its passphrase"
        return store, NONE
    for passphrase in candidates - {NONE}:
        try:
            store.unlock(store.open_key(passphrase))
        except WrongPassphrase:
            continue
        return store, passphrase
    raise AssertionError(f"kill {kill}: none of {candidates} opens it")
