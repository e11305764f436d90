"""The most memory that the app has had, with 3,000 entries and an article open: `python -m tests.benchmarks.memory`."""

from collections.abc import Iterator
from functools import partial

from tests.benchmarks.beside import BARE, BARE_APP, SHOWN, SIZE, companion, data_folder, in_turns, row, run
from tests.benchmarks.start import ENTRIES
from tests.benchmarks.terminal import Terminal

BY_LIST = (b"3", b"\x1b[B" * 9, b"\r")
BY_SEARCH = (b"3", b"/", b"asking kindly", b"\r")
"""To what there is to read, and to an article; who searches has all words, the log's too, in an index in memory."""
OPENED = "The one line"
LOADED_AHEAD = 2.0


def once(command: list[str], shown: str, *steps: bytes) -> float:
    """Start it, leave it alone for a while, take some steps, and return MB."""
    terminal = Terminal(command, SIZE)
    terminal.until(shown)
    terminal.wait(LOADED_AHEAD)
    for keys in steps:
        terminal.settled()
        terminal.send(keys)
    if steps:
        terminal.until(OPENED)
        terminal.settled()
    memory = terminal.memory
    terminal.end()
    return memory


def rows(rounds: int) -> Iterator[str]:
    """Measure ours and the bare app."""
    for said, goal, steps in (("", "≤ 55", BY_LIST), (" that was searched for", "", BY_SEARCH)):
        with data_folder(ENTRIES) as folder:
            ours = partial(once, companion(folder), SHOWN, *steps)
            both = in_turns(rounds, ours, partial(once, BARE_APP, BARE))
        yield row(f"memory at most, {ENTRIES:,} entries, an article open{said} (MB)", goal, "bare app", *both)


if __name__ == "__main__":
    run(rows, __doc__)
