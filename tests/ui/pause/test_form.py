"""Before a pause: two keys are enough, and everything can be chosen."""

from datetime import timedelta

import pytest
from textual.widgets import Digits

from companion.domain.filling import Answers
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.choice import Choice
from companion.ui.pause.large import LargeMessage
from companion.ui.places import Place
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import only


async def test_two_keys_from_launch_start_a_pause_of_thirty_minutes(app_at: AppAt, store: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        shown, left = text(app), app.screen.query_one("#left", Digits).value
    pause = only(store)
    assert pause.is_open
    assert pause.due - pause.started_at == timedelta(minutes=30)
    assert "back at 20:40" in shown
    assert "I'll come back at 20:40" in shown
    assert left == "30:00"
    assert "⏸ → 20:40" in shown


async def test_length_place_and_strength_go_into_the_pause_and_the_words(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("right")
        app.screen.query_one("#where").value = "the kitchen"  # type: ignore[attr-defined]
        app.screen.query_one("#strength", Choice).value = "7"
        await pilot.pause()
        assert "I need 45 minutes in the kitchen. I'll come back at 20:55." in " ".join(text(app).split())
        await pilot.press("enter")
        await pilot.pause()
    pause = only(store)
    assert (pause.place, pause.strength_before, pause.planned) == ("the kitchen", 7, timedelta(minutes=45))


@pytest.mark.parametrize(("typed", "due"), [("until 21:05", "21:05"), ("1h 15m", "21:25")])
async def test_any_length_can_be_typed(app_at: AppAt, store: Store, typed: str, due: str) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("u")
        app.screen.query_one("Input").value = typed  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert f"back at {due}" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert f"back at {due}" in text(app)


async def test_a_length_that_is_none_is_said_beside_the_field_and_stays_there(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("u")
        app.screen.query_one("Input").value = "a while"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        shown = text(app)
    assert "a while" in shown
    assert "is not a length" in shown
    assert len(store.pauses) == 0


async def test_own_words_keep_their_clock_time_true(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("e")
        app.screen.query_one("Input").value = f"{HOSTILE} back 20:40"  # type: ignore[attr-defined]
        await pilot.press("enter", "right")
        await pilot.pause()
        shown = text(app)
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(app.screen, LargeMessage)
    assert "I felt [/b] and [red] $x" in shown
    assert "back 20:55" in shown


async def test_the_pause_agreement_gives_the_defaults(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    given = {"length": "45", "place": "the balcony"}
    store.worksheets.keep(Answers(id="our-pause-agreement", answers=given, filled_at=clock()))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert (only(store).place, only(store).planned) == ("the balcony", timedelta(minutes=45))


async def test_when_the_disk_refuses_the_form_stays_and_says_so(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    monkeypatch.setattr(Collection, "keep", refuse)
    app = app_at(Place.PAUSE)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        shown = text(app)
    assert "How long" in shown
    assert "the disk is full" in shown


async def test_without_a_pause_the_time_to_be_back_stays_true(app_at: AppAt, clock: MovableClock) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        clock.move(minutes=25)
        app._tick()
        await pilot.pause()
        shown = text(app)
    assert "back at 21:05" in shown
    assert "I'll come back at 21:05" in shown


async def test_the_usual_pause_is_the_one_that_now_offers(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    answers = {"length": "45", "place": "the balcony"}
    store.worksheets.keep(Answers(id="our-pause-agreement", answers=answers, filled_at=clock()))
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "45 minutes, back at 20:55" in text(app)


async def test_digits_go_to_the_places_until_one_goes_to_the_length_and_again_after_esc(
    app_at: AppAt, store: Store
) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("4")
        await pilot.pause()
        assert app.current_mode == Place.WORDS
        await pilot.press("2", "right", "left")
        await pilot.pause()
        assert "A digit begins another length" in text(app)
        await pilot.press("5", "0", "enter")
        await pilot.pause()
        assert "back at 21:00" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "A digit begins another length" not in text(app)
        await pilot.press("4", "2", "enter")
        await pilot.pause()
    assert only(store).planned == timedelta(minutes=50)


async def test_the_words_shown_large_say_the_time_that_a_start_would_give(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "20:40" in text(app)
        clock.move(minutes=2)
        app._tick()
        await pilot.pause()
        assert "20:42" in text(app)
        await pilot.press("y")
        await pilot.pause()
        assert "20:42" in app.clipboard


async def test_the_arrows_go_through_the_fields_and_letters_write_in_a_line(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "down", *"key 7", "down", *"exam")
        await pilot.press("up", "up", "up", "up", "enter")
        await pilot.pause()
    assert (only(store).place, only(store).topic, only(store).kind) == ("key 7", "exam", "taking")
