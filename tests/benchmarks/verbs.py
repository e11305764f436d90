"""What a verb takes in the shell, beside a Python that does nothing: `python -m tests.benchmarks.verbs`."""

import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.beside import companion, data_folder, in_turns, row, run

NOTHING = [sys.executable, "-c", "pass"]
VERBS = (("status",), ("pause", "20"), ("log", "A line of the usual length, in the evening"))
BACK = ("pause", "cancel")
GOALS = {"status": "theirs + 60"}
USUAL_GOAL = "theirs + 100"
SIZES = (0, 20_000)


def once(command: list[str]) -> float:
    """Run it; return the milliseconds that took."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - began) * 1000


def ours(folder: Path, words: tuple[str, ...]) -> float:
    """Run a verb once; a pause that it began ends, outside of the time."""
    took = once(companion(folder, *words))
    if words[0] == "pause":
        once(companion(folder, *BACK))
    return took


def rows(rounds: int) -> Iterator[str]:
    """Measure each verb at each size."""
    for entries in SIZES:
        with data_folder(entries) as folder:
            once(companion(folder, "log", "the first line"))
            for words in VERBS:
                mine, other = in_turns(rounds, partial(ours, folder, words), partial(once, NOTHING))
                goal = GOALS.get(words[0], USUAL_GOAL)
                work = f"`{words[0]}`, {entries:,} entries (ms)"
                yield row(work, goal, "`python -c pass`", mine, other)


if __name__ == "__main__":
    run(rows, __doc__)
