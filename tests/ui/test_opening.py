"""What the app opens on while a pause is open: the pause, unless something else was asked for."""

import pytest

from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import running


@pytest.fixture
def paused(store: Store, clock: MovableClock) -> Store:
    store.pauses.keep(running(clock))
    return store


async def test_a_running_pause_is_what_one_came_for(app_at: AppAt, paused: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "back at 20:40" in text(app)
        assert app.current_mode == Place.PAUSE


async def test_a_place_that_was_asked_for_is_shown_while_it_runs(app_at: AppAt, paused: Store) -> None:
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert app.current_mode == Place.LOG


async def test_once_it_is_past_due_it_comes_first_whatever_was_asked_for(
    app_at: AppAt, paused: Store, clock: MovableClock
) -> None:
    clock.move(minutes=42)
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "You said 20:40. It is 20:52." in text(app)


async def test_without_a_pause_it_opens_on_now(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.current_mode == Place.NOW
