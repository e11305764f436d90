"""What all the measurements share: a folder to measure in, taking turns, and the row of the table that comes of it."""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from companion.resources import LIBRARY
from companion.storage.library import Library
from tests.sample import PAUSES, fill_folder, make_entries, make_pauses

ROUNDS = 15
SIZE = (80, 24)
SHOWN = "What is happening?"
"""What Now shows first."""
HEAD = "| work | goal | beside | ours | theirs | ratio |\n| --- | --- | --- | ---: | ---: | ---: |"
BARE_APP = [sys.executable, "-m", "tests.benchmarks.bare_app"]
BARE, BARE_COUNTED = "Nothing counted", "1 counted"
"""What the bare app shows at first, and after a key."""

RoundT = TypeVar("RoundT")
Rows = Callable[[int], Iterator[str]]
"""Measures so many rounds and yields rows of the table."""


def companion(folder: Path, *words: str) -> list[str]:
    """Return the command that runs Companion in a folder."""
    return [sys.executable, "-m", "companion", "--data-dir", str(folder), *words]


@contextmanager
def data_folder(entries: int = 0) -> Iterator[Path]:
    """Make a data folder with so many entries, on the disk that the checkout is on, as others may be in memory."""
    with tempfile.TemporaryDirectory(prefix="companion-bench-", dir=Path.cwd()) as made:
        if entries:
            now = datetime.now(UTC)
            fill_folder(Path(made), make_entries(entries, Library(LIBRARY), now), make_pauses(PAUSES, now))
        yield Path(made)


def in_turns(
    rounds: int, ours: Callable[[], RoundT], theirs: Callable[[], RoundT]
) -> tuple[list[RoundT], list[RoundT]]:
    """Measure both so many times, A B B A, so that a machine whose speed drifts is as kind to one as to the other."""
    found: tuple[list[RoundT], list[RoundT]] = ([], [])
    for number in range(rounds):
        for each in (0, 1) if number % 2 else (1, 0):
            found[each].append((ours, theirs)[each]())
    return found


def row(work: str, goal: str, beside: str, ours: Sequence[float], theirs: Sequence[float] = (), digits: int = 0) -> str:
    """Return a row: medians, and the median of the rounds' ratios."""
    other = ratio = ""
    if theirs:
        other = f"{statistics.median(theirs):,.{digits}f}"
        ratio = f"{statistics.median(a / b for a, b in zip(ours, theirs, strict=True) if b):.2f}"
    return f"| {work} | {goal} | {beside} | {statistics.median(ours):,.{digits}f} | {other} | {ratio} |"


def p95(figures: Sequence[float]) -> float:
    """Return what 95 of 100 stay below."""
    return statistics.quantiles(figures, n=20)[-1]


def run(rows: Rows, about: str | None) -> None:
    """Print the rows that the command line asks for."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    said = parser.parse_args()
    print(HEAD)
    for each in rows(said.rounds):
        print(each, flush=True)
