"""Coming back from a pause: the promise kept, the steps after it, and what they leave on the disk."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.pause import Outcome, PauseKind
from companion.domain.returning import LASTS
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import only, running


async def test_back_in_time_is_kept_and_asks_how_strong_it_is_now(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock, thoughts=(HOSTILE,)))
    app = app_at(Place.PAUSE)
    seen = []
    async with app.run_test() as pilot:
        clock.move(minutes=20)
        for _ in range(8):
            await pilot.press("enter")
            await pilot.pause()
            seen.append(text(app))
        assert only(store).outcome is Outcome.KEPT
        await pilot.press("backspace")
        await pilot.press("3", "enter", "enter")
        await pilot.pause()
        assert "How long" in text(app)
    assert any("I'm back like I said." in screen for screen in seen)
    assert any("I felt [/b] and [red] $x {place}" in screen for screen in seen)
    assert only(store).strength_after == 3


async def test_within_the_five_minutes_nobody_says_sorry(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock, told_at=clock()))
    clock.move(minutes=33)
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        before = text(app)
        await pilot.press("enter", "1", "2", "3", "enter")
        await pilot.pause()
        after = text(app)
    assert "You said 20:40. It is 20:43." in before
    assert "I'm back like I said." in before
    assert "I'm back like I said." in after
    assert only(store).outcome is Outcome.KEPT


async def test_what_was_parked_goes_into_the_entry(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock, thoughts=("the rent",)))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=20)
        for key in ("enter", "enter", "enter", "enter", "enter", "enter", "enter", "enter", "l", "ctrl+s"):
            await pilot.press(key)
            await pilot.pause()
    (entry,) = store.entries
    assert (entry.kind, entry.pause) == ("return", only(store).id)
    assert entry.note == "Topic: the rent"


async def test_closed_half_way_it_goes_on_where_it_was_until_it_is_finished(
    tmp_path: Path, app_at: AppAt, clock: MovableClock
) -> None:
    folder = tmp_path / "data"
    store = Store(folder, clock=clock)
    store.pauses.keep(running(clock, topic="the rent"))
    first = app_at(Place.PAUSE, store)
    async with first.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("enter", *["enter"] * 5, "a")
        await pilot.pause()
        assert "step 5 of 7" in text(first)
    store.close()

    again = Store(folder, clock=clock)
    second = app_at(Place.PAUSE, again)
    async with second.run_test() as pilot:
        clock.move(hours=2)
        await pilot.pause()
        await pilot.pause()
        shown = text(second)
        await pilot.press("escape", "c")
        await pilot.pause()
        assert "How long" in text(second)
    again.close()

    third = app_at(Place.PAUSE, Store(folder, clock=clock))
    async with third.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "How long" in text(third)
    assert "step 5 of 7" in shown
    assert only(Store(folder, clock=clock)).next_step == "If a"


async def test_what_the_disk_refuses_stays_in_its_field_and_is_kept_with_the_next_word(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    def refuse(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test(notifications=True) as pilot:
        clock.move(minutes=20)
        await pilot.press(*["enter"] * 6)
        await pilot.pause()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Collection, "keep", refuse)
            await pilot.press("a")
            await pilot.pause()
            shown = text(app)
        await pilot.press("enter", "b")
        await pilot.pause()
    assert "the disk is full" in shown
    assert only(store).next_step == "If a, then I b"


async def test_after_an_hour_the_place_is_for_the_next_pause(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    first = app_at(Place.PAUSE)
    async with first.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("enter", "enter", "enter")
        await pilot.pause()
    clock.move(seconds=LASTS.total_seconds())
    second = app_at(Place.PAUSE)
    async with second.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "How long" in text(second)


async def test_not_ready_begins_a_pause_that_says_its_new_time(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock, topic="the rent"))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("enter", "enter", "r")
        await pilot.pause()
        await pilot.pause()
        shown = text(app)
    ended, begun = sorted(store.pauses, key=lambda pause: pause.started_at)
    assert ended.outcome is Outcome.KEPT
    assert begun.is_open
    assert (begun.topic, begun.kind, begun.planned) == ("the rent", PauseKind.TAKING, timedelta(minutes=20))
    assert "back at 20:50" in shown


async def test_not_safe_puts_the_steps_away_for_good(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("enter", "x")
        await pilot.pause()
        assert "If you're afraid of them" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "put away for this pause" in text(app)
    again = app_at(Place.PAUSE)
    async with again.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "How long" in text(again)
