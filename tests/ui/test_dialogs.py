"""Dialogs: their own keys, answered once, and nothing pasted is lost."""

from datetime import timedelta

import pytest
from textual import events

from companion.domain.pause import Pause
from companion.storage.store import Store
from companion.ui.line import Line
from companion.ui.pause.ending import Ending
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import lines


@pytest.fixture
def running(store: Store, clock: MovableClock) -> Pause:
    half = timedelta(minutes=30)
    return store.pauses.keep(Pause(started_at=clock(), due=clock() + half, planned=half))


async def test_the_bottom_line_names_the_dialogs_keys_and_no_others(app_at: AppAt, running: Pause) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("t")
        await pilot.pause()
        bottom = next(line for line in reversed(lines(app)) if line.strip())
    assert "esc Close" in bottom
    assert "Park" not in bottom


async def test_enter_twice_answers_once(app_at: AppAt, store: Store, running: Pause) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("c")
        await pilot.pause()
        dialog = app.screen
        dialog.dismiss(Ending.GO_ON)
        dialog.dismiss(Ending.OFF)
        await pilot.pause()
        assert app.is_running
    assert store.pauses.open() == running


async def test_several_pasted_lines_are_all_parked(app_at: AppAt, store: Store, running: Pause) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("t")
        await pilot.pause()
        app.screen.query_one(Line).post_message(events.Paste("first line\nsecond line\n"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    parked = store.pauses.open()
    assert parked is not None
    assert parked.thoughts == ("first line second line",)


async def test_a_long_message_is_shown_whole_under_its_field(app_at: AppAt) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("e")
        await pilot.pause()
        whole = app.screen.query_one(".whole")
        left, right = whole.region.x, whole.region.right
        shown = " ".join(" ".join(line[left:right] for line in lines(app)).split())
    assert "I'm swamped. I need 30 minutes." in shown
    assert "I do want to sort this out." in shown
