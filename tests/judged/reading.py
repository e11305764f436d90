"""Reading what a person gets: the numbers of a line, the lines of a part; labels may change, figures may not."""

import json
import os
import re
import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from companion.commands.main import companion
from tests.judged.recount import Asked

_NUMBER = re.compile(r"[+−]?\d[\d,]*(?:\.\d+)?")
_LENGTH = re.compile(r"(?:\d+ (?:day|hour|minute)s?\s?)+")
_UNIT = re.compile(r"(\d+) (day|hour|minute)")


def live_in(zone: str) -> None:
    """Let the machine lie in a time zone until the test is over, when `tests.conftest` takes it back."""
    os.environ["TZ"] = zone
    time.tzset()


def review(folder: Path, *words: str) -> str:
    """Run `companion review` and return what it prints."""
    result = CliRunner().invoke(companion, ["--data-dir", str(folder), "review", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def words_for(asked: Asked) -> list[str]:
    """Return the options that ask for it."""
    person = ["--person", asked.person] if asked.person else []
    return ["--since", f"{asked.since}", "--until", f"{asked.until}", *person]


def as_json(folder: Path, asked: Asked) -> dict[str, Any]:
    """Return the review as JSON."""
    found: dict[str, Any] = json.loads(review(folder, *words_for(asked), "--json"))
    return found


def parts(printed: str, names: Iterable[str]) -> dict[str, list[str]]:
    """Return the lines of each part, without its heading; parts stand in the same order as in the JSON."""
    _title, *blocks, _note = (block.splitlines() for block in printed.strip().split("\n\n"))
    chosen = list(names)
    return {name: lines[1:] for name, lines in zip(chosen, blocks[-len(chosen) :], strict=True)}


def numbers(line: str) -> list[float]:
    """Return the numbers of a line, with their signs."""
    return [float(said.replace(",", "").replace("−", "-")) for said in _NUMBER.findall(line)]


def lengths(line: str) -> list[timedelta]:
    """Return the lengths of time that a line says."""
    return [
        sum((timedelta(**{f"{unit}s": int(n)}) for n, unit in _UNIT.findall(said)), timedelta())
        for said in _LENGTH.findall(line)
    ]


def says(lines: Sequence[str], *expected: float, about: str = "") -> bool:
    """Return whether some line about that says just these numbers, to their last printed digit."""
    wanted = list(expected)
    return any(about in line and is_near(numbers(line), wanted) for line in lines)


def is_near(found: Sequence[float], wanted: Sequence[float], by: float = 0.0501) -> bool:
    """Return whether numbers are the same as far as they are printed: whole ones as they are, others to a tenth."""
    return len(found) == len(wanted) and all(
        abs(one - other) <= (0 if isinstance(other, int) else by) for one, other in zip(found, wanted, strict=True)
    )


def line_of(lines: Sequence[str], label: str) -> str:
    """Return what the row with that label says behind it."""
    rows = [line.removeprefix("- ") for line in lines]
    found = [
        row[len(label) :] for row in rows if row.startswith(label) and row[len(label) : len(label) + 1] in (":", ",")
    ]
    assert len(found) == 1, (label, lines)
    return found[0]
