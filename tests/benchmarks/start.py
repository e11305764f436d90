"""From the shell to an app that answers, and back: `python -m tests.benchmarks.start`, beside a bare Textual app.

It has started when its first screen is there and has answered a key; it has ended when its process is gone.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.ui.rows import POINTER
from tests.benchmarks import search
from tests.benchmarks.beside import (
    BARE,
    BARE_APP,
    BARE_COUNTED,
    SHOWN,
    SIZE,
    companion,
    data_folder,
    in_turns,
    row,
    run,
)
from tests.benchmarks.terminal import Terminal

DOWN, QUIT = b"\x1b[B", b"\x11"
RESTORED = b"\x1b[?1049l"
ENTRIES = 3_000
FEW, MANY = 50, 5_000
"""Articles of one's own."""


class Once(NamedTuple):
    """One run of a program, in milliseconds."""

    shown: float
    answering: float
    ended: float


def once(command: list[str], shown: str, answered: str) -> Once:
    """Start a program, press a key, and quit."""
    terminal = Terminal(command, SIZE)
    drawn = terminal.until(shown)
    terminal.send(DOWN)
    answers = terminal.until(answered)
    terminal.settled()
    asked = terminal.send(QUIT)
    ended = terminal.ended()
    assert RESTORED in terminal.seen, "it left the terminal as it was while it ran"
    return Once(*(seconds * 1000 for seconds in (drawn - terminal.began, answers - terminal.began, ended - asked)))


def ours(folder: Path) -> Once:
    """Run the app once; a key leads from the first sentence of Now to the second."""
    _, second, *_ = Library(LIBRARY).situations.values()
    return once(companion(folder), SHOWN, f"{POINTER}{second.sentence}")


def theirs() -> Once:
    """Run the bare app once."""
    return once(BARE_APP, BARE, BARE_COUNTED)


def rows(rounds: int) -> Iterator[str]:
    """Measure starting and quitting."""
    for entries in (0, ENTRIES):
        with data_folder(entries) as folder:
            mine, other = in_turns(rounds, partial(ours, folder), theirs)
        said = f"with {entries:,} entries" if entries else "empty"
        for work, goal, at in (
            (f"start until it answers a key, {said} (ms)", "≤ 1.10", 1),
            (f"start until Now is there, {said} (ms)", "", 0),
            (f"quit until the prompt is back, {said} (ms)", "≤ 0.5", 2),
        ):
            yield row(work, goal, "bare app", [each[at] for each in mine], [each[at] for each in other])
    with data_folder() as few, data_folder() as many:
        for folder, articles in ((few, FEW), (many, MANY)):
            search.write(folder / "articles", articles)
        mine, other = in_turns(rounds, partial(ours, many), partial(ours, few))
        work, beside = f"start until it answers a key, {MANY:,} own articles (ms)", f"{FEW} own articles"
        yield row(work, "≤ 1.1", beside, [each.answering for each in mine], [each.answering for each in other])


if __name__ == "__main__":
    run(rows, __doc__)
