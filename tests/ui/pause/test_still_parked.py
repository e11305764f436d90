"""Steps that were left half way, and what was parked and not talked about: neither is lost, nor in the way."""

from datetime import timedelta

import pytest

from companion.domain.pause import Outcome, Pause
from companion.domain.returning import LASTS, ReturnStep, stand
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import only, running
from tests.ui.pause.host import HostOf


def newest(store: Store) -> Pause:
    return max(store.pauses, key=lambda pause: pause.started_at)


def left_half_way(store: Store, clock: MovableClock, **facts: object) -> Pause:
    """Keep a pause that was come back from, whose steps stand at the first one."""
    pause = running(clock, **facts)
    clock.move(minutes=20)
    return store.pauses.keep(stand(pause.come_back(clock()), ReturnStep.READY))


# -- a new quarrel while the steps wait


async def test_now_says_that_the_return_waits_until_its_hour_is_over(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    left_half_way(store, clock)
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        waiting = text(app)
        clock.move(seconds=LASTS.total_seconds())
        app._tick()
        await pilot.pause()
        assert "the return waits" not in text(app)
        assert "30 minutes, back at" in text(app)
    assert "p  Pause     the return waits: step 1 of 7" in waiting


async def test_from_the_steps_one_key_leads_to_a_new_pause_and_they_wait_as_they_are(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    kept = left_half_way(store, clock)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        steps = text(app)
        await pilot.press("p")
        await pilot.pause()
        assert "How long" in text(app)
        await pilot.press("1", "2")
        await pilot.pause()
        assert "step 1 of 7" in text(app)
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert newest(store).is_open
    assert "p Pause" in steps
    assert "c End" in steps
    assert store.pauses.get(kept.id) == kept


async def test_once_the_new_pause_is_called_off_the_steps_go_on(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    left_half_way(store, clock)
    store.pauses.keep(running(clock).cancel(clock() + timedelta(seconds=9)))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "step 1 of 7" in text(app)


async def test_the_steps_end_after_their_hour_though_somebody_looks_at_them(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    left_half_way(store, clock)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        clock.move(seconds=LASTS.total_seconds())
        app._tick()
        await pilot.pause()
        assert "How long" in text(app)
        await pilot.press("enter")  # meant for the step that was there
        await pilot.pause()
    assert not only(store).is_open


# -- what was parked


@pytest.mark.parametrize(("hours", "day"), [(3, "today"), (30, "22 Nov")])
async def test_ending_the_steps_asks_what_becomes_of_what_was_not_talked_about(
    app_at: AppAt, store: Store, clock: MovableClock, hours: int, day: str
) -> None:
    left_half_way(store, clock, topic="the rent", thoughts=("who drives",))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        asked = text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "step 1 of 7" in text(app)
        await pilot.press("c", "enter")
        await pilot.pause()
    clock.move(hours=hours)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert f"Still parked from {day}: the rent; who drives" in text(app)
        clock.move(minutes=20)
        await pilot.press("enter")  # back
        await pilot.pause()
        await pilot.press("enter")  # whether it was said stays open
        await pilot.pause()
        await pilot.press("1", "2", "3", "enter", "enter")
        await pilot.pause()
        topics = text(app)
    assert "Not talked about: the rent; who drives" in asked
    assert "Keep it for the next pause" in asked
    assert "the rent" in topics
    assert "who drives" in topics


async def test_what_is_let_go_comes_back_in_no_pause(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    before = left_half_way(store, clock, topic="the keys")
    clock.move(hours=2)
    left_half_way(store, clock, topic="the rent", after=before.id)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
    clock.move(hours=3)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert newest(store).is_open
        assert "Still parked" not in text(app)


async def test_with_nothing_parked_or_all_of_it_talked_about_ending_asks_nothing(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    pause = running(clock, topic="the rent")
    store.pauses.keep(stand(pause.come_back(clock()), ReturnStep.TURNS))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        assert "How long" in text(app)


# -- ready to talk?


async def test_ticks_are_there_after_a_restart(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    left_half_way(store, clock)
    for _ in range(2):
        app = app_at(Place.PAUSE)
        async with app.run_test() as pilot:
            await pilot.pause()
            shown = text(app)
            if "[x]" not in shown:
                await pilot.press("1", "3")
                await pilot.pause()
    assert shown.count("[x]") == 2
    assert only(store).outcome is Outcome.KEPT


@pytest.mark.parametrize(("size", "count"), [((20, 6), "Ready to 1 of 7"), ((40, 12), "step 1 of 7")])
async def test_heading_and_count_stand_apart_however_narrow_it_is(
    host: HostOf, size: tuple[int, int], count: str
) -> None:
    app = host()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert count in " ".join(text(app).split())
