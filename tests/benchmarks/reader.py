"""What reading costs, beside another reader in the same terminal: `python -m tests.benchmarks.reader`.

The texts are made of the library's paragraphs; a file can be named too. Beside it runs Textual's own Markdown widget
(stock_reader.py). Named texts, `1000 5000 README.md`, are used in more ways, beside any program:
`--beside 'frogmouth {}'`.
"""

import argparse
import random
import shlex
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path

from companion.resources import LIBRARY
from companion.storage.library import Library
from tests.benchmarks.beside import HEAD, ROUNDS, in_turns, row
from tests.benchmarks.terminal import Terminal

OURS = f"{sys.executable} -m companion --data-dir {{data}} read {{}}"
STOCK = f"{sys.executable} -m tests.benchmarks.stock_reader {{}}"
DOWN = b"\x1b[B"
HELD, A_SECOND = 60, 30
SIZES = ((80, 24), (120, 40))
LENGTHS = (1_000, 5_000, 20_000)
USUAL = 5_000
BEGIN, TEXT, INDEX = "Here it begins", "text.md", "index.md"
FOUND = b"again"

OPENED = "open by a key"
WAYS = ("follow", "read")
"""Ways of using a program: opening a text from another, and reading it; `hold` is holding a key down alone."""
GOALS = {
    OPENED: ("≤ 0.1", "open by a key (ms)", 0),
    "held down, processor a key": ("≤ 13", "scroll held down, processor a key (ms)", 1),
    "held down, last key": ("≤ 50", "scroll held down, how late the last line is there (ms)", 0),
}
"""Figure to what is asked for, what it is in the table, and its digits."""

Figures = dict[str, float]


class Reading:
    """How a program is used: what it is given, and which keys lead where."""

    def __init__(self, command: str, folder: Path, size: tuple[int, int], *, follow: bytes, has_find: bool) -> None:
        self._command = command
        self._folder = folder
        self._size = size
        self._follow = follow
        self._has_find = has_find

    def measure(self, ways: Sequence[str]) -> Figures:
        """Use it once in each of these ways; return milliseconds, and MB."""
        found: Figures = {}
        if "follow" in ways and self._follow:
            found |= self._follow_on()
        if {"read", "hold"} & {*ways}:
            found |= self._read(everything="read" in ways)
        return found

    def _open(self, name: str) -> Terminal:
        path = self._command.replace("{data}", str(self._folder / "data")).replace("{}", str(self._folder / name))
        return Terminal(shlex.split(path), self._size)

    def _read(self, *, everything: bool) -> Figures:
        terminal = self._open(TEXT)
        found = {"open": (terminal.until(BEGIN) - terminal.began) * 1000}
        terminal.settled()
        terminal.wait(1)  # whatever it reads ahead
        before = terminal.cpu
        for _ in range(HELD):
            sent = terminal.send(DOWN)
            terminal.wait(1 / A_SECOND)
        found["held down, last key"] = max(0.0, terminal.settled() - sent) * 1000
        found["held down, processor a key"] = (terminal.cpu - before) / HELD * 1000
        if everything:
            found |= self._look_around(terminal)
        found["memory (MB)"] = terminal.memory
        terminal.end()
        return found

    def _look_around(self, terminal: Terminal) -> Figures:
        """Scroll, resize the window, and find, where that can be done."""
        found = {"scroll a line": _median_of(10, lambda: -terminal.send(DOWN) + terminal.answered(), terminal)}
        others = cycle([size for size in SIZES if size != self._size] + [self._size])
        found["resize, settled"] = _median_of(4, lambda: -terminal.resize(next(others)) + terminal.settled(), terminal)
        if self._has_find:
            terminal.send(b"/")
            terminal.settled()
            letters = iter(FOUND)
            found["find, a letter"] = _median_of(
                len(FOUND), lambda: -terminal.send(bytes([next(letters)])) + terminal.settled(), terminal
            )
        return found

    def _follow_on(self) -> Figures:
        """Open the text from within the program, by a key."""
        terminal = self._open(INDEX)
        terminal.until("The text")
        terminal.settled()
        terminal.wait(1)
        *to_it, last = self._follow
        for key in to_it:
            terminal.send(bytes([key]))
            terminal.settled()
        found = {OPENED: (-terminal.send(bytes([last])) + terminal.until(BEGIN)) * 1000}
        terminal.end()
        return found


def _median_of(times: int, measured: Callable[[], float], terminal: Terminal) -> float:
    def each() -> Iterator[float]:
        for _ in range(times):
            yield measured()
            terminal.settled()

    return statistics.median(each()) * 1000


def make_text(words: int) -> str:
    """Make a text of so many words, the same one each time."""
    rng = random.Random(7)
    pieces = [each for article in Library(LIBRARY).articles.values() for each in article.text.split("\n\n")]
    text = [f"{BEGIN}.", *rng.choices(pieces, k=words)]
    counted = 0
    for number, piece in enumerate(text):
        counted += len(piece.split())
        if counted >= words:
            return "\n\n".join(text[: number + 1]) + "\n"
    return "\n\n".join(text)


def compare(
    text: str, said: argparse.Namespace, size: tuple[int, int], ways: Sequence[str]
) -> tuple[list[Figures], ...]:
    """Return what one text costs in both programs, in some ways of using them, round by round."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / TEXT).write_text(text, encoding="utf-8")
        (folder / INDEX).write_text(f"[The text]({TEXT})\n", encoding="utf-8")
        ours = Reading(OURS, folder, size, follow=b"\t\r", has_find=True)
        theirs = Reading(said.beside or STOCK, folder, size, follow=b"" if said.beside else b"o", has_find=False)
        return in_turns(said.rounds, *(partial(each.measure, ways) for each in (ours, theirs)))


def rows(rounds: int) -> Iterator[str]:
    """Measure opening texts of three lengths by a key, and a key held down in one of them."""
    said = argparse.Namespace(rounds=rounds, beside="")
    opened: dict[int, list[float]] = {}
    for words in LENGTHS:
        ways = ("follow", "hold") if words == USUAL else ("follow",)
        both = compare(make_text(words), said, SIZES[0], ways)
        for figure, (goal, work, digits) in GOALS.items():
            if figure in both[0][0] and (figure != OPENED or words == USUAL):
                mine, other = ([each[figure] for each in side] for side in both)
                yield row(f"{work}, {words:,} words", goal, "stock", mine, other, digits=digits)
        opened[words] = [each[OPENED] for each in both[0]]
    least, *_, most = LENGTHS
    beside = f"{least:,} words"
    yield row(f"open by a key, {most:,} words (ms)", "≤ 1.3", beside, opened[most], opened[least])


def main() -> None:
    """Measure what was asked for; without texts, the rows of the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", help="how many words, or a file")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--beside", help="another reader's command; {} stands for the file")
    parser.add_argument("--roomy", action="store_true", help="in 120x40 instead of 80x24")
    said = parser.parse_args()
    print(HEAD)
    if not said.texts:
        print(*rows(said.rounds), sep="\n")
    for each in said.texts:
        text = make_text(int(each)) if each.isdigit() else f"{BEGIN}.\n\n{Path(each).read_text('utf-8')}"
        name = f"{each} words" if each.isdigit() else Path(each).name
        both = compare(text, said, SIZES[said.roomy], WAYS)
        for figure in both[0][0]:
            mine, other = ([each[figure] for each in side if figure in each] for side in both)
            print(row(f"{figure}, {name}", "", said.beside or "stock", mine, other, digits=1))


if __name__ == "__main__":
    main()
