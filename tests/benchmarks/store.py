"""The store beside sqlite3 (WAL, synchronous=FULL), turn by turn: `python -m tests.benchmarks.store 20000`."""

import argparse
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
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


def database(path: Path, entries: list[Entry]) -> sqlite3.Connection:
    """Make the table that the store is compared with."""
    made = sqlite3.connect(path, isolation_level=None)
    made.execute("pragma journal_mode=wal")
    made.execute("pragma synchronous=full")
    made.execute("create table entries (id text primary key, document text)")
    rows = [(entry.id, msgspec.json.encode(entry).decode()) for entry in entries]
    made.executemany("insert into entries values (?, ?)", rows)
    return made


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
    sealed = opened(base / "sealed")
    plain, locked, sqlite = (
        opened(base / "plain"),
        opened(base / "locked", unlocked=False),
        database(base / "d", entries),
    )
    insert = "insert into entries values (?, ?)"
    times: dict[str, list[float]] = {"sqlite": [], "plain": [], "plain edit": [], "sealed": [], "locked": []}
    for _ in range(ROUNDS):
        entry, another, third = (Entry(at=datetime.now(UTC), note=NOTE) for _ in range(3))
        row = (entry.id, msgspec.json.encode(entry).decode())
        times["sqlite"].append(took(lambda row=row: sqlite.execute(insert, row)))  # type: ignore[misc]
        times["plain"].append(took(lambda entry=entry: plain.entries.keep(entry)))  # type: ignore[misc]
        times["plain edit"].append(took(lambda entry=entry: plain.entries.keep(entry)))  # type: ignore[misc]
        times["sealed"].append(took(lambda entry=another: sealed.entries.keep(entry)))  # type: ignore[misc]
        times["locked"].append(took(lambda entry=third: locked.entries.keep(entry)))  # type: ignore[misc]
    floor = statistics.median(times["sqlite"])
    for name, each in times.items():
        print(f"add, {name:10} {statistics.median(each):7.3f} ms  {statistics.median(each) / floor:5.2f} x sqlite")
    plain.close()
    sealed.close()
    for name in ("plain", "sealed"):
        opening = statistics.median(took(lambda name=name: len(opened(base / name).entries)) for _ in range(OPENINGS))  # type: ignore[misc]
        values = statistics.median(took(lambda name=name: list(opened(base / name).entries)) for _ in range(OPENINGS))  # type: ignore[misc]
        print(f"open, {name:9} {opening:7.1f} ms; with every value made {values:.1f} ms")


if __name__ == "__main__":
    main()
