"""Beside the clock of a pause: whether it was said, whether it is quiet inside, what helps."""

from datetime import timedelta

from companion.domain.filling import Answers
from companion.domain.script import Favourite
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import only, running


async def asked_on_return(app_at: AppAt, store: Store, clock: MovableClock, *keys: str) -> str:
    store.pauses.keep(running(clock, is_asked=False))
    clock.move(minutes=20)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        shown = text(app)
        await pilot.press(*keys)
        await pilot.pause()
    return shown


async def test_whether_it_was_said_is_asked_once_when_the_return_is_kept(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    assert "Did you say it before you went?" in await asked_on_return(app_at, store, clock, "down", "enter")
    pause = only(store)
    assert (pause.told_at, pause.is_untold, pause.is_open) == (pause.started_at, False, False)


async def test_a_walk_out_is_kept_as_one(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    await asked_on_return(app_at, store, clock, "down", "down", "enter")
    assert (only(store).is_untold, only(store).is_asked) == (True, True)


async def test_left_unanswered_the_return_is_kept_all_the_same(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    await asked_on_return(app_at, store, clock, "enter")
    assert (only(store).is_open, only(store).is_asked) == (False, False)


async def test_at_a_third_it_asks_once_whether_it_still_plays(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "still playing" not in text(app)
        clock.move(minutes=10)
        app._tick()
        await pilot.pause()
        assert "Is the argument still playing?" in text(app)
        await pilot.press("a")
        await pilot.pause()
        shown = text(app)
    assert "still playing" not in shown
    assert any(hands in shown for hands in ("Cool cloth", "Back in the room", "Squeeze and let go"))


async def test_what_helps_stands_first_and_what_is_hidden_stays_away(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.worksheets.keep(Answers(id="what-calms-me", answers={"body": "walk\nstretch"}, filled_at=clock()))
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "walk" in text(app)
        await pilot.press("minus")
        await pilot.pause()
        assert "stretch" in text(app)
        await pilot.press("tab", "asterisk")
        await pilot.pause()
    assert sorted(mark.is_hidden for mark in store.favourites) == [False, True]
    (helps,) = (mark.script for mark in store.favourites if not mark.is_hidden)
    again = app_at(Place.PAUSE)
    async with again.run_test() as pilot:
        await pilot.pause()
        shown = text(again)
    assert "walk" not in shown
    assert "d do it" in shown
    assert store.favourites.keep(Favourite(script=helps))


async def test_when_pauses_drift_it_is_said_once_with_something_to_read(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    for day in (3, 2):
        earlier = running(clock, started_at=clock() - timedelta(days=day), due=clock() - timedelta(days=day))
        store.pauses.keep(earlier.give_up(earlier.due))
    store.pauses.keep(running(clock, told_at=clock()))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("c", "down", "down", "enter")
        await pilot.pause()
        assert "3 ended without coming back" in " ".join(text(app).split())
        await pilot.press("enter")
        await pilot.pause()
        assert "avoid" in text(app).lower()
