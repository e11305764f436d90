"""A running pause: its clock is true, its time can be moved, thoughts wait in it."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Digits

from companion.domain.filling import Answers
from companion.domain.pause import Outcome, open_pause
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import only, running


async def test_the_running_pause_is_computed_from_due(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        clock.move(minutes=12, seconds=18)
        app._tick()
        await pilot.pause()
        assert app.screen.query_one("#left", Digits).value == "17:42"
        assert "⏸ → 20:40" in text(app)


async def test_opened_after_due_it_says_so_at_once(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    clock.move(minutes=42)
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        shown = text(app)
    assert "You said 20:40. It is 20:52." in shown
    assert "I'm back, later than I said." in shown


async def test_it_rings_once_when_it_is_due(
    app_at: AppAt, store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    rings: list[int] = []
    monkeypatch.setattr(CompanionApp, "bell", lambda self: rings.append(1))
    store.pauses.keep(running(clock))
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause(0.2)  # it has read the pause: what came due before is shown, not rung
        clock.move(minutes=29, seconds=59)
        app._tick()
        assert not rings
        clock.move(seconds=1)
        app._tick()
        app._tick()
    assert rings == [1]


async def test_more_time_before_due_is_moved_in_time(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=10)
        await pilot.press("plus")
        await pilot.pause()
        assert "I'll be back at 21:00 instead" in " ".join(text(app).split())
        await pilot.press("enter")
        await pilot.pause()
        moved = only(store)
        clock.move(minutes=44)
        await pilot.press("enter")
        await pilot.pause()
    assert moved.moves[0].in_time
    assert only(store).outcome is Outcome.MOVED


async def test_more_time_after_due_is_sorry_and_counts_from_now(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock))
    clock.move(minutes=42)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("plus")
        await pilot.pause()
        assert "I'm past the time I gave, and I'm sorry." in " ".join(text(app).split())
        assert "21:12" in text(app)
        await pilot.press("enter")
        await pilot.pause()
    assert not only(store).moves[0].in_time


async def test_more_time_typed_is_added_to_due(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=10)
        await pilot.press("plus", "right", "right", "right")
        app.screen.query_one("Input").value = "1h"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
    assert only(store).due == only(store).moves[0].old + timedelta(hours=1)


async def test_calling_it_off_is_not_a_return(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("c", "down", "down", "down", "enter")
        await pilot.pause()
    assert only(store).outcome is Outcome.CANCELLED
    assert only(store).returned_at is None


async def test_a_thought_can_be_parked(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("t")
        app.screen.query_one("Input").value = "the rent"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "Parked: 1" in text(app)
    assert only(store).thoughts == ("the rent",)


async def test_a_thought_stays_in_its_field_when_the_disk_refuses(
    app_at: AppAt, store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("t")
        monkeypatch.setattr(Collection, "keep", refuse)
        app.screen.query_one("Input").value = "the rent"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        shown = text(app)
    assert "the rent" in shown
    assert "the disk is full" in shown


async def test_what_calms_me_comes_first_among_the_ideas(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    answers = {"body": "a slow lap round the block", "not": "old messages"}
    store.worksheets.keep(Answers(id="what-calms-me", answers=answers, filled_at=clock()))
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "a slow lap round the block" in text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "old messages" not in text(app)


async def test_a_pause_begun_by_another_process_is_seen(tmp_path: Path, clock: MovableClock, app_at: AppAt) -> None:
    folder = tmp_path / "data"
    mine, theirs = Store(folder), Store(folder)
    app = app_at(Place.NOW, mine)
    async with app.run_test() as pilot:
        await pilot.pause()
        theirs.pauses.keep(running(clock))
        app._look()
        await pilot.pause()
        assert "→ 20:40" in text(app)
    assert open_pause(list(mine.pauses)) is not None


async def test_a_pause_that_another_process_ends_goes_from_the_screen(
    tmp_path: Path, clock: MovableClock, app_at: AppAt
) -> None:
    mine, theirs = Store(tmp_path / "data"), Store(tmp_path / "data")
    mine.pauses.keep(running(clock))
    app = app_at(Place.PAUSE, mine)
    async with app.run_test() as pilot:
        await pilot.pause()
        theirs.pauses.change_open(lambda pause: pause.cancel(clock()))
        await pilot.press("1", "2")
        await pilot.pause()
        app._look()
        await pilot.pause()
        shown = text(app)
    assert "How long" in shown
    assert "⏸" not in shown


async def test_the_key_that_began_a_pause_does_not_end_it(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.PAUSE).run_test() as pilot:
        for _ in range(4):
            await pilot.press("enter")
            await pilot.pause()
    assert only(store).is_open
