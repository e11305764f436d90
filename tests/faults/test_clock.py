"""The system's clock set back between changes: nothing is lost, and the newest state is still the newest.

Quick enough to be tried whole in the suite.
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from companion.storage.paths import BACKUPS, STORE
from companion.storage.store import Store
from tests.conftest import MovableClock
from tests.faults.plain import NOW, check_plain, entry, notes

BACK = [timedelta(seconds=1), timedelta(hours=1), timedelta(days=1), timedelta(days=365)]
ONE = "1" * 32


def changed(store: Store) -> datetime:
    kept = store.entries.get(ONE)
    assert kept is not None
    assert kept.changed is not None
    return kept.changed


@pytest.mark.parametrize("back", BACK, ids=str)
def test_the_time_of_a_change_never_goes_back(tmp_path: Path, back: timedelta) -> None:
    clock = MovableClock(NOW)
    for folder in (None, tmp_path / "data"):
        store = Store(folder, clock=clock)
        times = []
        for number in range(6):
            store.entries.keep(entry(ONE, f"state {number}"))
            times.append(changed(store))
            clock.now -= back
            if folder and number % 2:
                store.close()
                store = Store(folder, clock=clock)
        assert times == sorted(times)
        assert len(set(times)) == len(times), "the later state must be the newer one"
        assert [each.note for each in store.entries] == ["state 5"]


@pytest.mark.parametrize("back", BACK, ids=str)
def test_what_is_forgotten_under_a_clock_set_back_stays_forgotten(tmp_path: Path, back: timedelta) -> None:
    clock = MovableClock(NOW)
    mine, theirs = Store(tmp_path, clock=clock), Store(tmp_path, clock=clock)
    mine.entries.keep(entry(ONE, "there"))
    clock.now -= back
    theirs.entries.forget(ONE)
    assert [list(store.entries) for store in (mine, theirs, Store(tmp_path))] == [[], [], []]
    mine.close()
    clock.now -= back
    mine.entries.keep(entry(ONE, "back again"))
    assert [[each.note for each in store.entries] for store in (mine, theirs)] == [["back again"]] * 2


@pytest.mark.parametrize("folds", [1, 4, 8])
@pytest.mark.parametrize("back", BACK, ids=str)
def test_after_damage_the_newest_state_comes_back_whatever_the_clock_said(
    tmp_path: Path, back: timedelta, folds: int
) -> None:
    with time_machine.travel(NOW) as travel:
        store = Store(tmp_path)
        for number in range(folds):
            store.entries.keep(entry(f"{number:032x}", "before"))
            store.entries.keep(entry(ONE, f"state {number}"))
            store.close()
            travel.shift(timedelta(seconds=10))
        travel.move_to(NOW - back)
        for number in range(2):
            store.entries.keep(entry(f"{100 + number:032x}", "after"))
            store.entries.keep(entry(ONE, f"newest {number}"))
            store.close()
            travel.shift(timedelta(milliseconds=10))
        wanted = notes(tmp_path)
        assert wanted[ONE] == "newest 1"
        (tmp_path / STORE).write_bytes(b"{damaged")
        assert notes(tmp_path) == wanted
        check_plain(tmp_path)


@pytest.mark.parametrize("back", BACK, ids=str)
def test_backups_made_under_a_clock_set_back_replace_none(tmp_path: Path, back: timedelta) -> None:
    found: dict[str, bytes] = {}
    with time_machine.travel(NOW, tick=False) as travel:
        store = Store(tmp_path)
        for number in range(5):
            store.entries.keep(entry(f"{number:032x}", "a line"))
            store.close()
            now = {path.name: path.read_bytes() for path in (tmp_path / BACKUPS).iterdir()}
            assert {name: now[name] for name in found.keys() & now.keys()} == found
            assert len(now) > len(found)
            found = now
            if number % 2:
                travel.shift(-back)
            # on the even ones the clock stands still: two backups of the same moment


def test_a_clock_that_ran_ahead_and_is_set_right_loses_nothing(tmp_path: Path) -> None:
    ahead = NOW + timedelta(days=20 * 365)
    with time_machine.travel(ahead) as travel:
        store = Store(tmp_path)
        store.entries.keep(entry(ONE, "from the future"))
        store.close()
        travel.move_to(NOW)
        store.entries.keep(entry(ONE, "set right"))
        assert changed(store) > ahead
        store.close()
        (tmp_path / STORE).write_bytes(b"")
        assert notes(tmp_path) == {ONE: "set right"}
    document = json.loads((tmp_path / STORE).read_text(encoding="utf-8"))["entries"][ONE]
    assert datetime.fromisoformat(document["changed"]).astimezone(UTC) > ahead
