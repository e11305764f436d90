"""Rolling backups: which pairs, and which merged copies among them, are kept."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from companion.storage.backups import DAYS, NEWEST, Backups
from companion.storage.files import STAMP
from companion.storage.paths import JOURNAL, SEALED, STORE

NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)
AGES = [timedelta(days=days, hours=hours) for days in range(1, DAYS + 6) for hours in (1, 2)]
"""Two a day, from yesterday on, for longer than any is kept; the newest first."""
LAST_OF_EACH_DAY = slice(0, 2 * DAYS, 2)


@pytest.fixture
def backups(tmp_path: Path) -> Iterator[Backups]:
    tmp_path.chmod(0o700)
    (tmp_path / STORE).write_text("{}")
    (tmp_path / "backups").mkdir(mode=0o700)
    with time_machine.travel(NOW):
        yield Backups(tmp_path / "backups")


def put(backups: Backups, name: str, ages: list[timedelta]) -> list[str]:
    """Put files there that were made so long ago, `{}` in the name stands for when; return their names."""
    names = [name.format(f"{NOW - age:{STAMP}}") for age in ages]
    for each in names:
        (backups.folder / each).write_text("{}")
    return names


def add(backups: Backups) -> set[str]:
    """Add a pair, and return what lies there besides it."""
    kept = backups.add(backups.folder.parent / STORE, backups.folder.parent / JOURNAL)
    return {path.name for path in backups.folder.iterdir()} - {kept.name}


def test_the_newest_pairs_and_the_last_of_each_day_stay(backups: Backups) -> None:
    names = put(backups, "companion-{}.json", AGES)
    put(backups, "companion-{}.journal", AGES)
    assert {name for name in add(backups) if name.endswith(".json")} == {*names[: NEWEST - 1], *names[LAST_OF_EACH_DAY]}
    assert {path.stem for path in backups.folder.glob("*.journal")} <= {path.stem for path in backups.all()}


@pytest.mark.parametrize("kind", [STORE, JOURNAL, STORE + SEALED])
def test_merged_copies_are_let_go_of_by_the_same_rule(backups: Backups, kind: str) -> None:
    names = put(backups, f"{kind}.merged-{{}}", AGES)
    assert add(backups) == {*names[:NEWEST], *names[LAST_OF_EACH_DAY]}


def test_neither_pushes_the_other_out(backups: Backups) -> None:
    pairs = put(backups, "companion-{}.json", [timedelta(days=60 + day) for day in range(NEWEST - 1)])
    merged = put(backups, f"{STORE}.merged-{{}}", [timedelta(hours=hour / 9) for hour in range(1, NEWEST + 1)])
    journals = put(backups, f"{JOURNAL}.merged-{{}}", [timedelta(hours=hour / 9) for hour in range(1, NEWEST + 1)])
    assert add(backups) == {*pairs, *merged, *journals}


def test_what_a_person_has_put_there_stays_and_counts_for_nothing(backups: Backups) -> None:
    theirs = ["companion-before-the-trip.json", "companion-notes.txt", "holiday.zip"]
    for name in theirs:
        (backups.folder / name).write_text("mine")
    pairs = put(backups, "companion-{}.json", [timedelta(days=60 + day) for day in range(NEWEST + 3)])
    assert add(backups) == {*theirs, *pairs[: NEWEST - 1]}


def test_a_journal_that_a_kill_left_without_its_file_goes(backups: Backups) -> None:
    put(backups, "companion-{}.journal", [timedelta(hours=1)])
    assert add(backups) == set()
