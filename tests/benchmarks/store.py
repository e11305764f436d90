"""What keeping one entry costs, beside sqlite3 (WAL, synchronous=FULL): `python -m tests.benchmarks.store`.

Each way runs in a process of its own, turn by turn, as it would in an app.
"""

import argparse
import json
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from companion.domain.entry import Entry
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from tests.benchmarks.beside import data_folder, in_turns, row, run
from tests.fake_wrapping import FakeWrapping
from tests.sample import fill_folder, make_entries

ENTRIES = 20_000
FEW, MANY = 1_000, 100_000
TIMES = 100
"""Adds, and edits, of each way in a round."""
NOTE = "A line of the usual length, as somebody writes it in the evening."


class Way(Protocol):
    """Something that keeps entries on the disk."""

    def add(self, entry: Entry) -> object:
        """Keep a new entry."""

    def edit(self, entry: Entry) -> object:
        """Keep an entry that is there; what stands there and is not known stays."""


class Sqlite:
    """A row an entry: its JSON, beside its moment and strength, and an index of moments."""

    def __init__(self, folder: Path) -> None:
        self._rows = sqlite3.connect(folder / "entries.sqlite")
        self._rows.execute("pragma journal_mode=wal")
        self._rows.execute("pragma synchronous=full")

    def fill(self, entries: list[Entry]) -> None:
        """Keep the entries to begin with."""
        self._rows.execute("create table entries (id text primary key, at text, strength integer, document text)")
        self._rows.execute("create index at on entries(at)")
        self._rows.executemany("insert into entries values (?, ?, ?, ?)", map(_row, entries))
        self._rows.commit()
        self._rows.close()

    def add(self, entry: Entry) -> None:
        """Insert a row."""
        self._rows.execute("insert into entries values (?, ?, ?, ?)", _row(entry))
        self._rows.commit()

    def edit(self, entry: Entry) -> None:
        """Update a row."""
        (document,) = self._rows.execute("select document from entries where id = ?", (entry.id,)).fetchone()
        merged = {**json.loads(document), **msgspec.to_builtins(entry)}
        fields = (merged["at"], merged.get("strength"), json.dumps(merged), entry.id)
        self._rows.execute("update entries set at = ?, strength = ?, document = ? where id = ?", fields)
        self._rows.commit()


class Ours:
    """The store."""

    def __init__(self, folder: Path, *, unlocked: bool = True) -> None:
        store = Store(folder, wrapping=FakeWrapping())  # what scrypt costs is left out
        if unlocked and store.is_locked:
            store.unlock(store.open_key("passphrase"))
        len(store.entries)
        self.add = self.edit = store.entries.keep


def _row(entry: Entry) -> tuple[object, ...]:
    document = msgspec.to_builtins(entry)
    return entry.id, document["at"], entry.strength, json.dumps(document)


WAYS: dict[str, Callable[[Path], Way]] = {
    "sqlite": Sqlite,
    "plain": Ours,
    "sealed": Ours,
    "locked": partial(Ours, unlocked=False),
}
GOALS = (
    ("plain", "add", "≤ 1.0"),
    ("sealed", "add", "≤ 1.5"),
    ("locked", "add", "≤ 1.5"),
    ("plain", "edit", "≤ 1.0"),
    ("sealed", "edit", "≤ 1.5"),
    ("plain", "open", "≤ 200"),
    ("sealed", "open", "≤ 300"),
)


def prepare(base: Path, entries: list[Entry]) -> None:
    """Make a folder for each way, with the entries in it."""
    for name in WAYS:
        (base / name).mkdir()
    Sqlite(base / "sqlite").fill(entries)
    for name in ("plain", "sealed", "locked"):
        fill_folder(base / name, entries, [])
    for name in ("sealed", "locked"):
        store = Store(base / name, wrapping=FakeWrapping())
        store.set_passphrase(store.new_key("passphrase"))
        store.close()


def measure(name: str, folder: Path) -> dict[str, list[float]]:
    """Return the milliseconds of opening, of each add and of each edit; what is locked can't be edited."""
    began = time.perf_counter()
    way = WAYS[name](folder)
    took: dict[str, list[float]] = {"open": [(time.perf_counter() - began) * 1000], "add": [], "edit": []}
    for _ in range(TIMES):
        entry = Entry(at=datetime.now(UTC), note=NOTE)
        for what in ("add",) if name == "locked" else ("add", "edit"):
            began = time.perf_counter()
            getattr(way, what)(entry)
            took[what].append((time.perf_counter() - began) * 1000)
    return took


def rows(rounds: int) -> Iterator[str]:
    """Measure all ways among the usual number of entries, and adding among few and many."""
    with data_folder() as base:
        prepare(base, make_entries(ENTRIES, Library(LIBRARY), datetime.now(UTC)))
        found = [{name: _in_a_process(name, base / name) for name in WAYS} for _ in range(rounds)]
    for name, what, goal in GOALS:
        ours = [statistics.median(each[name][what]) for each in found]
        theirs = [statistics.median(each["sqlite"][what]) for each in found] if what != "open" else []
        guarded = "" if name == "plain" else f", {name}"
        yield row(
            f"{what}{guarded}, {ENTRIES:,} entries (ms)", goal, "sqlite3" if theirs else "", ours, theirs, digits=2
        )
    with data_folder(FEW) as few, data_folder(MANY) as many:
        both = in_turns(rounds, *(partial(_add, folder) for folder in (many, few)))
    yield row(f"add, {MANY:,} entries (ms)", "≤ 1.5", f"{FEW:,} entries", *both, digits=2)


def _add(folder: Path) -> float:
    return statistics.median(_in_a_process("plain", folder)["add"])


def main() -> None:
    """Print the rows; or, in a process of its own, what one way takes."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--way", choices=WAYS)
    parser.add_argument("--folder", type=Path)
    given, _ = parser.parse_known_args()
    if given.way:
        print(json.dumps(measure(given.way, given.folder)))
    else:
        run(rows, __doc__)


def _in_a_process(name: str, folder: Path) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "tests.benchmarks.store", "--way", name, "--folder", str(folder)]
    found: dict[str, list[float]] = json.loads(subprocess.check_output(command))
    return found


if __name__ == "__main__":
    main()
