"""The store beside sqlite3 (WAL, synchronous=FULL), turn by turn: `python -m tests.benchmarks.store 20000`."""

import argparse
import json
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec

from companion.domain.entry import Entry
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping
from tests.sample import fill_folder, make_entries

ROUNDS = 300
OPENINGS = 9
NOTE = "A line of the usual length, as somebody writes it in the evening."


def opened(folder: Path, *, unlocked: bool = True) -> Store:
    """Open a store; what scrypt costs is left out."""
    store = Store(folder, wrapping=FakeWrapping())
    if unlocked and store.is_locked:
        store.unlock(store.open_key("passphrase"))
    return store


class Database:
    """What the store is compared with: a row an entry, its JSON beside its moment and strength, an index of moments."""

    def __init__(self, path: Path, entries: list[Entry]) -> None:
        self._rows = sqlite3.connect(path)
        self._rows.execute("pragma journal_mode=wal")
        self._rows.execute("pragma synchronous=full")
        self._rows.execute("create table entries (id text primary key, at text, strength integer, document text)")
        self._rows.execute("create index at on entries(at)")
        self._rows.executemany("insert into entries values (?, ?, ?, ?)", map(_row, entries))
        self._rows.commit()

    def add(self, entry: Entry) -> None:
        """Keep a new entry."""
        self._rows.execute("insert into entries values (?, ?, ?, ?)", _row(entry))
        self._rows.commit()

    def edit(self, entry: Entry) -> None:
        """Keep an entry that is there: what the row has and the entry does not know stays."""
        (document,) = self._rows.execute("select document from entries where id = ?", (entry.id,)).fetchone()
        merged = {**json.loads(document), **msgspec.to_builtins(entry)}
        fields = (merged["at"], merged.get("strength"), json.dumps(merged), entry.id)
        self._rows.execute("update entries set at = ?, strength = ?, document = ? where id = ?", fields)
        self._rows.commit()


def _row(entry: Entry) -> tuple[object, ...]:
    document = msgspec.to_builtins(entry)
    return entry.id, document["at"], entry.strength, json.dumps(document)


def took(work: Callable[[], object]) -> float:
    """Return the milliseconds of a piece of work."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Print medians in milliseconds and their ratio to sqlite."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", type=int)
    count = parser.parse_args().entries
    base = Path(tempfile.mkdtemp(prefix="companion-bench-", dir=Path.cwd()))
    try:
        measure(base, make_entries(count, Library(LIBRARY), datetime.now(UTC)))
    finally:
        shutil.rmtree(base)


def measure(base: Path, entries: list[Entry]) -> None:
    """Add to each in turn; then open each anew."""
    for name in ("plain", "sealed", "locked"):
        fill_folder(base / name, entries, [])
    for name in ("sealed", "locked"):
        store = opened(base / name)
        store.set_passphrase(store.new_key("passphrase"))
    sealed, plain = opened(base / "sealed"), opened(base / "plain")
    locked, sqlite = opened(base / "locked", unlocked=False), Database(base / "database", entries)
    ways: dict[str, Callable[[Entry], object]] = {
        "sqlite": sqlite.add,
        "plain": plain.entries.keep,
        "sealed": sealed.entries.keep,
        "locked": locked.entries.keep,
        "sqlite edit": sqlite.edit,
        "plain edit": plain.entries.keep,
        "sealed edit": sealed.entries.keep,
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        entry, another = (Entry(at=datetime.now(UTC), note=NOTE) for _ in range(2))
        for name, way in ways.items():
            times[name].append(took(partial(way, another if name == "locked" else entry)))
    for name, each in times.items():
        floor = statistics.median(times["sqlite edit" if name.endswith("edit") else "sqlite"])
        print(f"{name:12} {statistics.median(each):7.3f} ms  {statistics.median(each) / floor:5.2f} x sqlite")
    plain.close()
    sealed.close()
    for name in ("plain", "sealed"):
        opening = statistics.median(took(lambda name=name: len(opened(base / name).entries)) for _ in range(OPENINGS))  # type: ignore[misc]
        values = statistics.median(took(lambda name=name: list(opened(base / name).entries)) for _ in range(OPENINGS))  # type: ignore[misc]
        print(f"open, {name:9} {opening:7.1f} ms; with every value made {values:.1f} ms")


if __name__ == "__main__":
    main()
