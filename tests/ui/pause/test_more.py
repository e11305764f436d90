"""More time: what is typed is taken, and what it says stays true while it is open."""

from pathlib import Path

import pytest
from textual.widgets import Digits, Static

from companion.domain.pause import PauseKind
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.dialogs import Ask, Choose
from companion.ui.pause.more import MoreTime
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import only, running


def said(app: CompanionApp) -> str:
    return " ".join(text(app).split())


def line(app: CompanionApp, selector: str) -> str:
    """Return what a line of the dialog says, without the place beside it."""
    return str(app.screen.query_one(selector, Static).visual)


@pytest.mark.parametrize(
    ("keys", "due"),
    [("45", "21:25"), ("1h", "21:40"), ("21:15", "21:15"), ("u21:15", "21:15"), ("until 21:15", "21:15")],
)
async def test_what_is_typed_is_the_new_time(
    app_at: AppAt, store: Store, clock: MovableClock, keys: str, due: str
) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("plus", *({":": "colon", " ": "space"}.get(key, key) for key in keys))
        await pilot.pause()
        assert f"back at {due}" in said(app)
        await pilot.press("enter")
        await pilot.pause()
        assert f"back at {due}" in said(app)
    assert len(only(store).moves) == 1


async def test_in_a_pause_that_is_given_their_new_time_is_typed(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock, kind=PauseKind.GIVING))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("plus", "2", "1", "colon", "1", "0", "enter")
        await pilot.pause()
        assert "they said 21:10" in said(app)


@pytest.mark.parametrize("keys", ["x", "99999", "4x"])
async def test_what_is_not_understood_is_said_and_moves_nothing(
    app_at: AppAt, store: Store, clock: MovableClock, keys: str
) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("plus", *keys, "enter")
        app._tick()
        await pilot.pause()
        assert isinstance(app.screen, MoreTime)
        problem = line(app, ".problem")
        assert "length" in problem or "two weeks" in problem
    assert not only(store).moves


async def test_under_a_question_the_clock_goes_on_and_the_question_goes_with_it(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("plus")
        await pilot.pause()
        assert "How many more minutes?" in text(app)
        clock.move(minutes=12, seconds=18)
        app._tick()
        await pilot.pause()
        assert app.screen_stack[-2].query_one("#left", Digits).value == "17:42"
        clock.move(minutes=30)
        app._tick()
        await pilot.pause()
        assert "How many minutes from now?" in text(app)
        shown = line(app, "#words")
        assert "I'm past the time I gave, and I'm sorry. I'll be back at 21:12." in shown
        await pilot.press("ctrl+y", "enter")
        await pilot.pause()
        assert app.clipboard == shown
        assert "back at 21:12" in text(app)


@pytest.mark.parametrize("key", ["plus", "c", "t"])
async def test_a_question_about_a_pause_goes_with_it(
    tmp_path: Path, app_at: AppAt, clock: MovableClock, key: str
) -> None:
    mine, theirs = Store(tmp_path / "data"), Store(tmp_path / "data")
    mine.pauses.keep(running(clock))
    app = app_at(Place.PAUSE, mine)
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, MoreTime | Choose | Ask)
        theirs.pauses.change_open(lambda pause: pause.cancel(clock()))
        app._look()
        await pilot.pause()
        assert not isinstance(app.screen, MoreTime | Choose | Ask)
        assert "How long" in text(app)


async def test_a_thought_that_is_being_typed_outlives_the_pause(
    tmp_path: Path, app_at: AppAt, clock: MovableClock
) -> None:
    mine, theirs = Store(tmp_path / "data"), Store(tmp_path / "data")
    mine.pauses.keep(running(clock))
    app = app_at(Place.PAUSE, mine)
    async with app.run_test() as pilot:
        await pilot.press("t", *"rent")
        theirs.pauses.change_open(lambda pause: pause.cancel(clock()))
        app._look()
        await pilot.press("enter")
        await pilot.pause()
        assert "rent" in text(app)
        assert "This pause has ended elsewhere. Copy these words if they matter" in line(app, ".problem")


async def test_what_another_process_moved_is_where_more_time_begins(
    tmp_path: Path, app_at: AppAt, clock: MovableClock
) -> None:
    mine, theirs = Store(tmp_path / "data"), Store(tmp_path / "data")
    mine.pauses.keep(running(clock))
    app = app_at(Place.PAUSE, mine)
    async with app.run_test() as pilot:
        await pilot.press("plus")
        theirs.pauses.change_open(lambda pause: pause.move(pause.due + (pause.due - clock()), clock()))
        app._look()
        await pilot.pause()
        assert "I'll be back at 21:30 instead" in said(app)
