"""Words: filling in what is open, and copying what is true at that moment."""

from datetime import timedelta

import pytest
from textual.widgets import Input

from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.script import OwnScript
from companion.storage.store import Store
from companion.ui.dialogs import Ask
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.words.hands import stand_on, whole


async def test_a_running_pause_fills_the_slots(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    length = timedelta(minutes=45)
    store.pauses.keep(Pause(started_at=clock(), due=clock() + length, planned=length, place="the attic"))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "leave-default")
        assert "I need 45 minutes in the attic. I'll come back at 20:55." in whole(app)


async def test_without_a_pause_the_times_are_those_of_the_usual_one(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.worksheets.keep(Answers(id="our-pause-agreement", answers={"length": "45"}, filled_at=clock()))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "head-full")
        await pilot.pause()
        assert "till 20:55" in text(app)


@pytest.mark.parametrize("key", ["y", "enter"])
async def test_copying_takes_the_filled_words(app_at: AppAt, key: str) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "leave-short")
        await pilot.press(key)
        assert app.clipboard == "I'm overloaded. Taking 30 minutes, back at 20:40. I do care."


async def test_what_is_copied_is_true_at_that_moment(app_at: AppAt, clock: MovableClock) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "leave-short")
        clock.move(minutes=7)
        await pilot.press("y")
        assert "back at 20:47" in app.clipboard
        await pilot.pause()
        assert "back at 20:47" in whole(app)


async def test_f_asks_for_what_is_left_open_and_remembers_it(app_at: AppAt, store: Store) -> None:
    own = store.scripts.keep(OwnScript(text="{name}, I feel {feeling}. Back at {back_at}."))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, own.id)
        assert "Left open: name, feeling. f fills them in." in text(app)
        await pilot.press("f")
        for answer in ("Mo", "flat"):
            await pilot.pause()
            assert isinstance(app.screen, Ask)
            app.screen.query_one(Input).value = answer
            await pilot.press("enter")
        await pilot.pause()
        assert "Try: Mo, I feel flat. Back at 20:40." in text(app)
        await pilot.press("y")
        assert app.clipboard == "Mo, I feel flat. Back at 20:40."
    assert store.scripts.get(own.id) == own


async def test_f_takes_back_what_was_typed_when_it_is_emptied(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await stand_on(pilot, "head-full")
        for answer, said in (("the attic", "sit in the attic till"), ("", "going to sit till")):
            await pilot.press("f")
            await pilot.pause()
            app.screen.query_one(Input).value = answer
            await pilot.press("enter")
            await pilot.pause()
            assert said in whole(app)


async def test_f_says_when_nothing_is_left_open(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await stand_on(pilot, "leave-short")
        await pilot.press("f")
        await pilot.pause()
        assert "These words leave nothing open." in text(app)
