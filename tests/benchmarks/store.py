"""What keeping one entry costs, beside sqlite3 (WAL, synchronous=FULL): `python -m tests.benchmarks.store 20000`.

Each way runs in a process of its own, turn by turn, as it would in an app; medians over all rounds are printed.
"""

import argparse
import json
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from companion.domain.entry import Entry
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping
from tests.sample import fill_folder, make_entries

ROUNDS = 7
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


def run(name: str, folder: Path) -> dict[str, list[float]]:
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


def main() -> None:
    """Print medians in milliseconds and their ratio to sqlite."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", type=int)
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way:
        print(json.dumps(run(given.way, given.folder)))
        return
    base = Path(tempfile.mkdtemp(prefix="companion-bench-", dir=Path.cwd()))
    try:
        prepare(base, make_entries(given.entries, Library(LIBRARY), datetime.now(UTC)))
        rounds = [(name, _in_a_process(name, base / name)) for _ in range(ROUNDS) for name in WAYS]
    finally:
        shutil.rmtree(base)
    for what in ("add", "edit", "open"):
        medians = {
            name: statistics.median(each for of, took in rounds if of == name for each in took[what])
            for name in WAYS
            if what != "edit" or name != "locked"
        }
        for name, median in medians.items():
            print(f"{what:5} {name:7} {median:8.3f} ms  {median / medians['sqlite']:6.2f} x sqlite")


def _in_a_process(name: str, folder: Path) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "tests.benchmarks.store", "0", "--way", name, "--folder", str(folder)]
    found: dict[str, list[float]] = json.loads(subprocess.check_output(command))
    return found


if __name__ == "__main__":
    main()
