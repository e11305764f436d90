"""Whose pause it is: one's own, theirs, or planned; and the sign on the way in a long one."""

from datetime import timedelta

import pytest
from textual import events

from companion.domain.pause import PauseKind
from companion.storage.store import Store
from companion.ui.choice import Choice
from companion.ui.places import Place
from tests.conftest import AppAt
from tests.screens import text
from tests.ui.pause.hands import only


async def test_a_key_goes_through_the_kinds_and_each_has_its_words(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("k")
        await pilot.pause()
        giving = text(app)
        await pilot.press("k")
        await pilot.pause()
        planned = text(app)
        await pilot.press("k")
        await pilot.pause()
        assert "I'm swamped" in text(app)
    assert "They said" in giving
    assert "I won't chase you" in giving
    assert "Where" not in giving
    assert "my own time" in planned
    assert "120" in planned
    assert "About" not in planned


async def test_space_that_is_given_with_no_time_named_asks_for_one(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("k")
        app.screen.query_one("#length", Choice).value = "none"
        await pilot.pause()
        assert "What time shall we talk?" in text(app)
        assert "ask at 22:10" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "no time named" in text(app)
    pause = only(store)
    assert (pause.kind, pause.is_stated, pause.planned) == (PauseKind.GIVING, False, timedelta(hours=2))


async def test_what_it_is_about_is_parked(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        app.screen.query_one("#topic").value = "the [red] money"  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert only(store).topic == "the [red] money"


async def test_a_pause_over_two_hours_asks_for_a_sign_and_over_a_day_has_one(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        assert "A sign" not in text(app)
        await pilot.press("u", *"3h", "enter")
        await pilot.pause()
        assert "A sign on the way helps" in text(app)
        app.screen.query_one("#sign", Choice).value = "half"
        await pilot.pause()
        assert "at 21:40" in text(app)
        await pilot.press("u", *"2 days", "enter")
        await pilot.pause()
        assert "each day" in text(app)
        await pilot.press("enter")
        await pilot.pause()
    pause = only(store)
    assert pause.check_in
    assert pause.started_at < pause.check_in < pause.due


async def test_when_a_pause_is_the_wrong_tool_is_one_key_away(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert "Skip the pause if you are afraid" in text(app)
    assert len(store.pauses) == 0


@pytest.mark.parametrize("typed", [[events.Key(key, key) for key in "money"], [events.Paste("money")]])
async def test_enter_in_one_burst_with_words_does_not_overtake_them(
    app_at: AppAt, store: Store, typed: list[events.Key | events.Paste]
) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.screen.query_one("#topic").focus()
        await pilot.pause()
        for event in (*typed, events.Key("enter", "\r")):
            assert app._driver
            app._driver.send_message(event)
        await pilot.pause()
        await pilot.pause()
    assert only(store).topic == "money"
