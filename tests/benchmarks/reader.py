"""What reading costs, beside another reader in the same terminal: `python -m tests.benchmarks.reader 1000 5000 20000`.

The texts are made of the library's paragraphs; a file can be named too. Beside it runs Textual's own Markdown widget
(stock_reader.py), or any program: `--beside 'frogmouth {}'`. The two take turns; medians are printed, and the median of
the ratios of the rounds, which a machine whose speed drifts leaves true. Run nothing else meanwhile.
"""

import argparse
import random
import shlex
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from companion.resources import LIBRARY
from companion.storage.library import Library
from tests.benchmarks.terminal import Terminal

OURS = f"{sys.executable} -m companion --data-dir {{data}} read {{}}"
STOCK = f"{sys.executable} -m tests.benchmarks.stock_reader {{}}"
DOWN = b"\x1b[B"
HELD, A_SECOND = 60, 30
SIZES = ((80, 24), (120, 40))
BEGIN, TEXT, INDEX = "Here it begins", "text.md", "index.md"
FOUND = b"again"

Figures = dict[str, float]


class Reading:
    """How a program is used: what it is given, and which keys lead where."""

    def __init__(self, command: str, folder: Path, size: tuple[int, int], *, follow: bytes, has_find: bool) -> None:
        self._command = command
        self._folder = folder
        self._size = size
        self._follow = follow
        self._has_find = has_find

    def measure(self) -> Figures:
        """Use it once in every way."""
        return {**self._read(), **(self._follow_on() if self._follow else {})}

    def _open(self, name: str) -> Terminal:
        path = self._command.replace("{data}", str(self._folder / "data")).replace("{}", str(self._folder / name))
        return Terminal(shlex.split(path), self._size)

    def _read(self) -> Figures:
        terminal = self._open(TEXT)
        found = {"open": terminal.until(BEGIN) - terminal.began}
        terminal.settled()
        terminal.wait(1)  # whatever it reads ahead
        found["scroll a line"] = _median_of(10, lambda: -terminal.send(DOWN) + terminal.answered(), terminal)
        before = terminal.cpu
        for _ in range(HELD):
            sent = terminal.send(DOWN)
            terminal.wait(1 / A_SECOND)
        found["held down, last key"] = max(0.0, terminal.settled() - sent)
        found["held down, processor a key"] = (terminal.cpu - before) / HELD
        others = cycle([size for size in SIZES if size != self._size] + [self._size])
        found["resize, settled"] = _median_of(4, lambda: -terminal.resize(next(others)) + terminal.settled(), terminal)
        if self._has_find:
            terminal.send(b"/")
            terminal.settled()
            letters = iter(FOUND)
            found["find, a letter"] = _median_of(
                len(FOUND), lambda: -terminal.send(bytes([next(letters)])) + terminal.settled(), terminal
            )
        found["memory (MB)"] = terminal.memory
        terminal.end()
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
        found = {"open by a key": -terminal.send(bytes([last])) + terminal.until(BEGIN)}
        terminal.end()
        return found


def _median_of(times: int, measured: Callable[[], float], terminal: Terminal) -> float:
    def each() -> Iterator[float]:
        for _ in range(times):
            yield measured()
            terminal.settled()

    return statistics.median(each())


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


def compare(name: str, text: str, said: argparse.Namespace, size: tuple[int, int]) -> None:
    """Print what one text costs in both."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / TEXT).write_text(text, encoding="utf-8")
        (folder / INDEX).write_text(f"[The text]({TEXT})\n", encoding="utf-8")
        beside = said.beside or STOCK
        both = (
            Reading(OURS, folder, size, follow=b"\t\r", has_find=True),
            Reading(beside, folder, size, follow=b"" if said.beside else b"o", has_find=False),
        )
        rounds: list[list[Figures]] = [[], []]
        for number in range(said.rounds):
            for each in (0, 1) if number % 2 else (1, 0):
                rounds[each].append(both[each].measure())
    print(f"{name}, {size[0]}x{size[1]}, {said.rounds} rounds")
    for figure in rounds[0][0]:
        ours = [each[figure] for each in rounds[0]]
        theirs = [each[figure] for each in rounds[1] if figure in each]
        scale = 1 if "MB" in figure else 1000
        line = f"  {figure:28} {statistics.median(ours) * scale:8.1f}"
        if theirs:
            ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True) if b)
            line += f" {statistics.median(theirs) * scale:8.1f} {ratio:6.2f}"
        print(line)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", help="how many words, or a file")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--beside", help="another reader's command; {} stands for the file")
    parser.add_argument("--roomy", action="store_true", help="in 120x40 instead of 80x24")
    said = parser.parse_args()
    print("figure: ours, beside, ratio; milliseconds unless it says MB")
    for each in said.texts:
        text = make_text(int(each)) if each.isdigit() else f"{BEGIN}.\n\n{Path(each).read_text('utf-8')}"
        compare(f"{each} words" if each.isdigit() else Path(each).name, text, said, SIZES[said.roomy])


if __name__ == "__main__":
    main()
