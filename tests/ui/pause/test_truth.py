"""The clock of a pause is true: asleep, stopped, moved, in another zone, over a change of the clocks, with two apps."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Digits

from companion.domain.length import parse_due
from companion.domain.pause import Pause
from companion.domain.times import say_clock
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import only, running
from tests.ui.test_terminal import running as in_a_terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs tzset and a pty")

HALF = timedelta(minutes=30)


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let a test move the machine to another zone."""
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


def move_to(zone: pytest.MonkeyPatch, name: str) -> None:
    zone.setenv("TZ", name)
    time.tzset()


@pytest.mark.parametrize(
    ("began", "length", "due", "left"),
    [
        (datetime(2026, 10, 25, 0, 40, tzinfo=UTC), "30", "the second 02:10", 30),  # 02:40 summer time, back over 03:00
        (datetime(2026, 10, 25, 0, 40, tzinfo=UTC), "until 3:10", "03:10", 90),
        (datetime(2026, 3, 29, 0, 40, tzinfo=UTC), "30", "03:10", 30),  # 01:40, and 02:00 to 03:00 does not exist
        (datetime(2026, 3, 29, 0, 40, tzinfo=UTC), "until 3:10", "03:10", 30),
    ],
)
def test_over_a_change_of_the_clocks_the_length_and_the_clock_time_hold(
    zone: pytest.MonkeyPatch, began: datetime, length: str, due: str, left: int
) -> None:
    move_to(zone, "Europe/Berlin")
    then = parse_due(length, began)
    pause = Pause(started_at=began, due=then, planned=then - began)
    assert (say_clock(then, began), pause.left(began)) == (due, timedelta(minutes=left))


async def test_in_another_zone_the_same_moment_has_another_clock_time(
    zone: pytest.MonkeyPatch, app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "back at 20:40" in text(app)
        move_to(zone, "Asia/Tokyo")
        app._tick()
        await pilot.pause()
        shown, left = text(app), app.screen.query_one("#left", Digits).value
    assert "back at 04:40" in [line.strip() for line in shown.splitlines()]  # it is 04:10 there, not tomorrow
    assert left == "30:00"


async def test_after_sleep_the_first_look_is_true(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=42)  # no tick came meanwhile
        app._tick()
        await pilot.pause()
        assert "You said 20:40. It is 20:52." in text(app)
        assert "enter I'm back" in text(app)
        assert "+ More" in text(app)


async def test_two_apps_show_one_pause_and_what_one_moves_the_other_shows(
    tmp_path: Path, clock: MovableClock, app_at: AppAt
) -> None:
    mine, theirs = Store(tmp_path), Store(tmp_path)
    mine.pauses.keep(running(clock))
    app = app_at(Place.PAUSE, theirs)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "back at 20:40" in text(app)
        mine.pauses.change_open(lambda pause: pause.move(pause.due + HALF, clock()))
        app._look()
        await pilot.pause()
        assert "back at 21:10" in text(app)
        mine.pauses.change_open(lambda pause: pause.come_back(clock()))
        app._look()
        await pilot.pause()
        assert "How long" in text(app)
    assert only(theirs).outcome


def test_a_program_that_was_stopped_shows_the_true_time_when_it_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    now = datetime.now(UTC)
    due = now + timedelta(seconds=4)
    Store(folder).pauses.keep(Pause(started_at=now, due=due, planned=due - now, told_at=now))
    with in_a_terminal(folder, "--at", "pause") as terminal:
        terminal.wait_for(b"back at")
        os.kill(terminal.process.pid, signal.SIGSTOP)
        time.sleep(max(0.0, (due - datetime.now(UTC)).total_seconds() + 0.5))
        terminal.seen = b""
        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.wait_for(b"You said")
        terminal.wait_for(b"Say now")


def test_closed_killed_and_opened_again_it_is_the_same_pause(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with in_a_terminal(folder) as terminal:
        terminal.wait_for(b"What is happening?")
        terminal.press(b"p")
        terminal.wait_for(b"Say before you go")
        terminal.press(b"\r")
        terminal.wait_for(b"breathe")
        terminal.process.kill()
        terminal.process.wait()
    begun = only(Store(folder))
    with in_a_terminal(folder, "--at", "pause") as terminal:
        terminal.wait_for(b"breathe")
        terminal.press(b"\x11")
        assert terminal.end() == 0
    with in_a_terminal(folder) as terminal:
        terminal.wait_for("⏸".encode())
    assert only(Store(folder)) == begun
