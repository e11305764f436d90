"""kill -9 at random moments in the verbs `log`, `log edit`, `log delete`, `day` and `pause`, four at once.

What they acknowledged (an id or a sentence printed) is there. The number of kills is short here; by hand:
`COMPANION_VERB_KILLS=900 python -m pytest tests/faults/test_kill_verbs.py`.
"""

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from companion.storage.store import Store
from tests.faults.plain import check_plain, notes

KILLS = int(os.environ.get("COMPANION_VERB_KILLS", "12"))
AT_ONCE = 4
"""Three that change the log, and one that begins or ends a pause."""


@dataclass
class Verb:
    """One run of a verb, and what is so once it has said so."""

    process: subprocess.Popen[str]
    note: str = ""
    entry_id: str = ""
    """Of the entry that it changes; empty if it adds one."""
    pause: bool | None = None
    """Whether a pause is open afterwards."""


def test_what_a_verb_acknowledged_survives_its_kill(tmp_path: Path) -> None:
    rng, expected = random.Random(7), dict[str, str]()
    took, is_paused = usual_time(tmp_path), False
    for kill in range(0, KILLS, AT_ONCE):
        verbs = [*change_log(tmp_path, expected, rng, kill), change_pause(tmp_path, is_paused)]
        time.sleep(took * rng.uniform(0.6, 1.2))
        for verb in verbs:
            verb.process.kill()
        said = [verb.process.communicate() for verb in verbs]
        kept = notes(tmp_path)
        took *= 0.9 if all(words for words, _ in said) else 1 if any(words for words, _ in said) else 1.3
        for verb, (words, complaint) in zip(verbs, said, strict=True):
            assert "Traceback" not in complaint
            if verb.pause is None:
                check_log(verb, words, kept, expected)
            else:
                is_paused = check_pause(tmp_path, verb, words, is_paused)
        assert {entry_id: kept.get(entry_id) for entry_id in expected} == expected, f"kill {kill}"
        expected = kept
        check_plain(tmp_path)
    assert len(expected) > 2


def usual_time(folder: Path) -> float:
    """Return the seconds that verbs take here when nobody kills them."""
    before = time.monotonic()
    for verb in [start(folder, "log", f"first line {number}") for number in range(AT_ONCE)]:
        verb.communicate(timeout=60)
    return time.monotonic() - before


def start(folder: Path, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "companion", "--data-dir", str(folder), *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def change_log(folder: Path, expected: dict[str, str], rng: random.Random, kill: int) -> list[Verb]:
    """Start verbs that add, edit and delete, no two of them the same entry."""
    known = rng.sample(sorted(expected), min(2, len(expected)))
    verbs = [Verb(start(folder, "log", f"line {kill}"), f"line {kill}")]
    if known:
        note = f"edited {kill}"
        verbs.append(Verb(start(folder, "log", "edit", known[0], note), note, known[0]))
    if len(known) > 1 and rng.random() < 0.3:
        verbs.append(Verb(start(folder, "log", "delete", "--yes", known[1]), "", known[1]))
    else:
        verbs.append(Verb(start(folder, "log", f"other {kill}"), f"other {kill}"))
    return verbs


def change_pause(folder: Path, is_paused: bool) -> Verb:
    """Start a verb that begins a pause, or ends the one that is open."""
    return Verb(start(folder, "pause", *(["back"] if is_paused else ["20"])), pause=not is_paused)


def check_log(verb: Verb, said: str, kept: dict[str, str], expected: dict[str, str]) -> None:
    """Put down what the verb acknowledged; what it did not may have happened or not."""
    done = said.endswith("\n")
    if not verb.entry_id:
        if done:
            expected[said.strip()] = verb.note
    elif done and not verb.note:
        del expected[verb.entry_id]
        assert verb.entry_id not in kept
    elif done:
        expected[verb.entry_id] = verb.note
    elif not verb.note and verb.entry_id not in kept:
        del expected[verb.entry_id]
    elif kept.get(verb.entry_id) == verb.note:
        expected[verb.entry_id] = verb.note


def check_pause(folder: Path, verb: Verb, said: str, was_paused: bool) -> bool:
    """Return whether a pause is open now; it is as the verb said, or as it was."""
    is_paused = Store(folder).pauses.open() is not None
    assert is_paused is verb.pause if said.endswith("\n") else is_paused in (verb.pause, was_paused)
    return is_paused
