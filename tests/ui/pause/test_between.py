"""What happens between two looks: somebody else changes the pause, it is unlocked, hours pass."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from companion.domain.pause import Pause, PauseKind
from companion.storage.store import Store
from companion.ui.choice import Choice
from companion.ui.pause.form import PauseForm
from companion.ui.pause.screen import PauseScreen
from companion.ui.pause.waiting import WaitingPause
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import text
from tests.ui.pause.hands import only, running

PASSPHRASE = "four plain words here"
HOUR = timedelta(hours=1)


async def test_unlocked_in_the_middle_of_the_steps_nothing_that_was_parked_is_lost(
    tmp_path: Path, app_at: AppAt, clock: MovableClock
) -> None:
    plain = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    plain.pauses.keep(running(clock, topic="the wet dog", thoughts=("the boathouse",), strength_before=7))
    plain.set_passphrase(plain.new_key(PASSPHRASE))
    plain.close()
    sealed = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    app = app_at(Place.PAUSE, sealed)
    async with app.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("enter")
        await pilot.pause()
        sealed.unlock(sealed.open_key(PASSPHRASE))
        app.read_again()
        app.screen.reload()  # type: ignore[attr-defined]
        await pilot.pause()
        for _ in range(3):
            await pilot.press("enter")
            await pilot.pause()
        shown = text(app)
        await pilot.press("enter")
        await pilot.pause()
    assert "the wet dog" in shown or "One topic" in shown
    pause = only(sealed)
    assert (pause.topic, pause.thoughts, pause.strength_before) == ("the wet dog", ("the boathouse",), 7)
    assert pause.leave_message == "Back at {back_at}."


async def test_a_thought_stays_in_its_field_when_the_pause_ended_elsewhere(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("t", *"the letter")
        store.pauses.change_open(lambda pause: pause.come_back(clock()))
        await pilot.press("enter")
        await pilot.pause()
        assert "This pause has ended elsewhere." in text(app)
        assert app.screen.query_one(Input).value == "the letter"


async def test_a_pause_deleted_elsewhere_does_not_come_back(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        clock.move(minutes=10)
        await pilot.press("enter")
        await pilot.pause()
        store.pauses.forget(only(store).id)
        await pilot.press("enter")
        await pilot.pause()
        assert "How long" in text(app)
    assert not list(store.pauses)


async def test_the_steps_end_after_half_a_day_in_a_running_app_too(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=10)
        await pilot.press("enter")
        await pilot.pause()
        assert "Ready to talk?" in text(app)
        await pilot.press("escape")
        clock.move(minutes=30 * 60)
        await pilot.press("2")
        await pilot.pause()
        assert "How long" in text(app)


@pytest.mark.parametrize("late", [-1, 14])
async def test_more_time_can_be_had_in_a_long_pause_however_late(
    app_at: AppAt, store: Store, clock: MovableClock, late: int
) -> None:
    store.pauses.keep(running(clock, due=clock() + 23 * HOUR, planned=23 * HOUR))
    clock.move(minutes=(23 + late) * 60)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("plus")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert len(only(store).moves) == 1


async def test_who_named_no_time_may_name_a_sooner_one_than_asked_for(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    waits = clock() + timedelta(minutes=90)
    store.pauses.keep(
        running(
            clock, kind=PauseKind.GIVING, is_stated=False, due=clock() + 2 * HOUR, planned=2 * HOUR, end_point=waits
        )
    )
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("plus")
        app.screen.query_one(Choice).value = "other"
        await pilot.pause()
        app.screen.query_one(Input).value = "until 21:00"
        await pilot.press("enter")
        await pilot.pause()
        assert "they said 21:00" in text(app)
    pause = only(store)
    assert (pause.is_stated, pause.end_point) == (True, None)


async def test_half_way_stays_half_way_when_the_length_changes(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("u", *"6h", "enter")
        app.screen.query_one("#sign", Choice).value = "half"
        await pilot.press("u", *"3h", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    pause = only(store)
    assert pause.check_in == pause.started_at + 1.5 * HOUR


async def test_edited_words_do_not_promise_a_time_that_nobody_named(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("k", "e", "end", *" Rest well.", "enter")
        await pilot.pause()
        assert "Rest well." in text(app)
        app.screen.query_one("#length", Choice).value = "none"
        await pilot.pause()
        assert "Rest well." not in text(app)
        assert "we'll talk at" not in text(app)


async def test_what_is_not_shown_can_not_be_marked(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    clock.move(minutes=12)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("minus", "asterisk")
        clock.move(minutes=30)
        app._tick()
        await pilot.press("minus", "asterisk", "d", "b")
        await pilot.pause()
        assert app.screen.is_current
    assert not list(store.favourites)


async def test_all_of_a_pause_that_is_given_can_be_reached_on_a_low_screen(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock, kind=PauseKind.GIVING, leave_message="", return_message=""))
    app = app_at(Place.PAUSE)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press(*["down"] * 12)
        await pilot.pause()
        assert app.screen.query_one(WaitingPause).scroll_y > 0
        assert "chase you" in text(app)


def test_a_pause_with_times_that_can_not_be_compared_is_refused(clock: MovableClock) -> None:
    pause = running(clock)
    naive = clock().replace(tzinfo=None)
    for odd in ({"signs": (naive,)}, {"urges": (naive,)}, {"planned": timedelta(days=9999)}):
        with pytest.raises(ValueError, match=r"time|year"):
            Pause(**{name: getattr(pause, name) for name in pause.__struct_fields__} | odd)


def test_a_sign_that_came_late_has_the_next_one_a_day_later(clock: MovableClock) -> None:
    pause = running(clock, due=clock() + 100 * HOUR, planned=100 * HOUR, check_in=clock() + 24 * HOUR)
    late = clock() + 60 * HOUR
    assert pause.sign(late).check_in == late + 24 * HOUR


async def test_an_enter_too_many_begins_no_other_pause(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("c", "down", "down", "down", "enter")
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "How long" in text(app)
    assert not only(store).is_open


@pytest.mark.parametrize("steps", range(8))
async def test_a_part_that_comes_while_another_leaves_stands_alone(
    app_at: AppAt, clock: MovableClock, steps: int
) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PauseScreen)
        screen.pause = running(clock)
        for _ in range(steps):
            await asyncio.sleep(0)
        screen.pause = None
        await pilot.pause()
        assert [type(part) for part in screen.query_one("#part").children] == [PauseForm]
        await pilot.press("ctrl+q")
    assert app.return_code == 0
