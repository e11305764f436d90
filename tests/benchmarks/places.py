"""From a place's key to its screen, with 3,000 entries: `python -m tests.benchmarks.places`.

The first visits come right after the app has loaded ahead, two seconds after its start; then each place once more.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from companion.ui.places import Place
from tests.benchmarks.beside import SHOWN, SIZE, companion, data_folder, p95, row, run
from tests.benchmarks.start import ENTRIES
from tests.benchmarks.terminal import Terminal

LOADED_AHEAD = 2.0
ESCAPE = b"\x1b"
VISITS = ("first", "next")


class Visit(NamedTuple):
    """One way to a place, in milliseconds."""

    visit: str
    place: Place
    changed: float
    whole: float


def once(folder: Path) -> Iterator[Visit]:
    """Go to each place twice."""
    terminal = Terminal(companion(folder), SIZE)
    terminal.until(SHOWN)
    terminal.wait(LOADED_AHEAD)
    for visit in VISITS:
        for place in (*list(Place)[1:], Place.NOW):
            terminal.settled()
            terminal.send(ESCAPE)  # out of the field that the log begins in
            terminal.settled()
            pressed = terminal.send(place.key.encode())
            changed = terminal.answered()
            yield Visit(visit, place, (changed - pressed) * 1000, (terminal.settled() - pressed) * 1000)
    terminal.end()


def rows(rounds: int) -> Iterator[str]:
    """Measure each place; the 95 of 100 are those of all places together."""
    with data_folder(ENTRIES) as folder:
        found = [each for _ in range(rounds) for each in once(folder)]
    for visit in VISITS:
        these = [each for each in found if each.visit == visit]
        yield row(
            f"a place's key to its first change, {visit} visit (ms; p95)",
            "",
            "",
            [p95([each.changed for each in these])],
        )
        yield row(
            f"a place's key to its whole screen, {visit} visit (ms; p95)",
            "≤ 60",
            "",
            [p95([each.whole for each in these])],
        )
    for place in list(Place)[1:]:
        figures = [each.whole for each in found if each.visit == VISITS[0] and each.place is place]
        yield row(f"{place.label}: its whole screen, first visit (ms)", "", "", figures)


if __name__ == "__main__":
    run(rows, __doc__)
