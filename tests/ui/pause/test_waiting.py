"""While somebody else takes space: their time, the pull to write, one line, an end."""

from datetime import timedelta

import pytest

from companion.domain.pause import Outcome, PauseKind
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import only, running


@pytest.fixture
def giving(store: Store, clock: MovableClock) -> Store:
    store.pauses.keep(running(clock, kind=PauseKind.GIVING, leave_message="", return_message=""))
    return store


async def test_it_shows_their_time_and_counts_what_was_ridden_out(app_at: AppAt, giving: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("u", "u")
        await pilot.pause()
        shown = text(app)
    assert "they said 20:40" in shown
    assert "Ridden out: 2 times" in shown
    assert len(only(giving).urges) == 2


async def test_once_the_answer_was_given_there_is_nothing_more_to_send(app_at: AppAt, giving: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "I won't chase you" in text(app)
        await pilot.press("m")
        await pilot.pause()
        assert "I won't chase you" not in text(app)


async def test_when_their_time_passes_there_is_one_line_then_an_end_point(
    app_at: AppAt, giving: Store, clock: MovableClock
) -> None:
    clock.move(minutes=45)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = text(app)
        await pilot.press("e", *"until 22:00", "enter")
        await pilot.pause()
        waits = text(app)
        clock.move(minutes=70)
        app._tick()
        await pilot.pause()
        ends = text(app)
    assert "They said 20:40. It is 20:55." in shown
    assert "I haven't heard from you" in shown
    assert "you wait until 22:00" in waits
    assert "You can stop waiting." in ends
    assert only(giving).end_point == clock() - timedelta(minutes=5)


async def test_an_end_that_has_passed_is_said_under_the_field(app_at: AppAt, giving: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("e", *"soon", "enter")
        await pilot.pause()
        assert "soon" in text(app)
        assert "not a length" in text(app)
    assert only(giving).end_point is None


async def test_they_may_name_a_new_time_and_come_back(app_at: AppAt, giving: Store, clock: MovableClock) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=5)
        await pilot.press("plus")
        await pilot.pause()
        assert "How many more minutes do they say?" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "they said 21:00" in text(app)
        await pilot.press("enter")
        await pilot.pause()
    assert only(giving).outcome is Outcome.MOVED


async def test_a_message_is_held_here_and_not_in_the_phone(app_at: AppAt, giving: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("h")
        await pilot.pause()
        await pilot.pause()
        await pilot.press(*"where are you", "ctrl+s")
        await pilot.pause()
    (held,) = giving.held
    assert held.text == "where are you"
    assert held.decision is None
