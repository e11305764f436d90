"""What the app takes while nobody touches it: `python -m tests.benchmarks.idle`, all at once, in slices of two seconds.

All of them together take a tenth of a processor, so none is in another's way.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.beside import BARE, BARE_APP, SHOWN, SIZE, companion, data_folder, row, run
from tests.benchmarks.terminal import Terminal

SLICE = 2.0
SETTLING = 4.0
"""Seconds after the start in which the app loads ahead and sweeps up."""
PERCENT = 100
BAR = "▕"
"""Where the bar of a running pause begins."""


class Still(NamedTuple):
    """Something to leave alone."""

    work: str
    goal: str
    """At most so much of a processor; bytes stand beside it."""
    terminal: Terminal
    taken: list[float]
    written: list[float]


def begin(base: Path) -> Iterator[Still]:
    """Start all of them, each in a folder of its own."""
    keys = {"now": b"", "pause": b"", "breathing": b"b", "reduced": b"b"}
    folders = {name: base / name for name in keys}
    for folder in folders.values():
        folder.mkdir()
    subprocess.run(companion(folders["pause"], "pause", "45"), check=True, capture_output=True)
    for name in ("pause", "reduced"):  # what a breath takes is measured apart
        (folders[name] / "settings.json").write_text('{"motion": "text"}', encoding="utf-8")
    terminals = {name: Terminal(companion(folder), SIZE) for name, folder in folders.items()}
    for name, terminal in terminals.items():
        terminal.until(BAR if name == "pause" else SHOWN)
        terminal.send(keys[name])
    bare = Terminal(BARE_APP, SIZE)
    bare.until(BARE)
    works = (
        ("bare Textual app", "", bare),
        ("Now", "≤ 0.25 %, 0 bytes", terminals["now"]),
        ("a running pause without its breath", "≤ 0.8 %, ≤ 700 bytes", terminals["pause"]),
        ("breathing", "≤ 3 %", terminals["breathing"]),
        ("breathing, nothing moves", "as Now", terminals["reduced"]),
    )
    for work, goal, terminal in works:
        yield Still(work, goal, terminal, [], [])


def rows(rounds: int) -> Iterator[str]:
    """Leave them alone for so many slices."""
    with data_folder() as base:
        stills = list(begin(base))
        for each in stills:
            each.terminal.wait(SETTLING / len(stills))
        for _ in range(rounds):
            before = [(each.terminal.cpu, each.terminal.written) for each in stills]
            for each in stills:
                each.terminal.wait(SLICE / len(stills))
            for each in stills:
                each.terminal.wait(0)  # what it wrote while another was read
            for each, (cpu, written) in zip(stills, before, strict=True):
                each.taken.append((each.terminal.cpu - cpu) / SLICE * PERCENT)
                each.written.append((each.terminal.written - written) / SLICE)
        for each in stills:
            each.terminal.end()
    bare = stills[0].taken
    for each in stills[1:]:
        yield row(f"idle, {each.work}: processor (%)", each.goal, "bare app", each.taken, bare, digits=2)
        yield row(f"idle, {each.work}: bytes a second", "", "", each.written)


if __name__ == "__main__":
    run(rows, __doc__)
