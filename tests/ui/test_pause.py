"""Pause: from two keys at launch to the promise kept, whatever happens in between."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.pause import Outcome, Pause, open_pause
from companion.domain.worksheet import Answers
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.choice import Choice
from companion.ui.pause.large import LargeMessage
from companion.ui.places import Place
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text


def running(clock: MovableClock, **facts: object) -> Pause:
    length = timedelta(minutes=30)
    words = {"leave_message": "Back at {back_at}.", "return_message": "I'm back like I said."}
    return Pause(started_at=clock(), due=clock() + length, planned=length, **words | facts)  # type: ignore[arg-type]


def only(store: Store) -> Pause:
    (pause,) = store.pauses
    return pause


async def test_two_keys_from_launch_start_a_pause_of_thirty_minutes(app_at: AppAt, store: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        shown = text(app)
    pause = only(store)
    assert pause.is_open
    assert pause.due - pause.started_at == timedelta(minutes=30)
    assert "back at 20:40" in shown
    assert "I'll come back at 20:40" in shown
    assert "⏸ 30:00 → 20:40" in shown


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


async def test_the_running_pause_is_computed_from_due(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        clock.move(minutes=12, seconds=18)
        app._tick()
        await pilot.pause()
        assert "⏸ 17:42 → 20:40" in text(app)


async def test_opened_after_due_it_says_so_at_once(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    clock.move(minutes=42)
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        shown = text(app)
    assert "You said 20:40. It is 20:52." in shown
    assert "I'm back, later than I said." in shown


async def test_it_rings_once_when_it_is_due(
    app_at: AppAt, store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    rings: list[int] = []
    monkeypatch.setattr(CompanionApp, "bell", lambda self: rings.append(1))
    store.pauses.keep(running(clock))
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        clock.move(minutes=29, seconds=59)
        app._tick()
        assert not rings
        clock.move(seconds=1)
        app._tick()
        app._tick()
    assert rings == [1]


async def test_back_in_time_is_kept_and_asks_how_strong_it_is_now(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock, thoughts=(HOSTILE,)))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("enter")
        await pilot.pause()
        shown = text(app)
        assert only(store).outcome is Outcome.KEPT
        app.screen.query_one("#strength-after", Choice).value = "3"
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "How long" in text(app)
    assert "I'm back like I said." in shown
    assert "I felt [/b] and [red] $x {place}" in shown
    assert only(store).strength_after == 3


async def test_more_time_before_due_is_moved_in_time(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=10)
        await pilot.press("plus")
        await pilot.pause()
        assert "I'll be back at 21:00 instead" in " ".join(text(app).split())
        await pilot.press("enter")
        await pilot.pause()
        moved = only(store)
        clock.move(minutes=44)
        await pilot.press("enter")
        await pilot.pause()
    assert moved.moves[0].in_time
    assert only(store).outcome is Outcome.MOVED


async def test_more_time_after_due_is_sorry_and_counts_from_now(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock))
    clock.move(minutes=42)
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("plus")
        await pilot.pause()
        assert "I'm sorry. I'll be back at 21:12." in " ".join(text(app).split())
        await pilot.press("enter")
        await pilot.pause()
    assert not only(store).moves[0].in_time


async def test_calling_it_off_is_not_a_return(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("c", "down", "down", "enter")
        await pilot.pause()
    assert only(store).outcome is Outcome.CANCELLED
    assert only(store).returned_at is None


async def test_a_thought_can_be_parked(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("t")
        app.screen.query_one("Input").value = "the rent"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "Parked: 1" in text(app)
    assert only(store).thoughts == ("the rent",)


async def test_what_calms_me_comes_first_among_the_ideas(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    answers = {"body": "a slow lap round the block", "not": "old messages"}
    store.worksheets.keep(Answers(id="what-calms-me", answers=answers, filled_at=clock()))
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "a slow lap round the block" in text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "old messages" not in text(app)


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


async def test_a_pause_begun_by_another_process_is_seen(tmp_path: Path, clock: MovableClock, app_at: AppAt) -> None:
    folder = tmp_path / "data"
    mine, theirs = Store(folder), Store(folder)
    app = app_at(Place.NOW, mine)
    async with app.run_test() as pilot:
        await pilot.pause()
        theirs.pauses.keep(running(clock))
        app._look()
        await pilot.pause()
        assert "→ 20:40" in text(app)
    assert open_pause(list(mine.pauses)) is not None


async def test_the_key_that_began_a_pause_does_not_end_it(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.PAUSE).run_test() as pilot:
        for _ in range(4):
            await pilot.press("enter")
            await pilot.pause()
    assert only(store).is_open


async def test_within_the_five_minutes_nobody_says_sorry(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock, told_at=clock()))
    clock.move(minutes=33)
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        before = text(app)
        await pilot.press("enter")
        await pilot.pause()
        after = text(app)
    assert "You said 20:40. It is 20:43." in before
    assert "I'm back like I said." in before
    assert "I'm back like I said." in after
    assert only(store).outcome is Outcome.KEPT


async def test_a_pause_that_another_process_ends_goes_from_the_screen(
    tmp_path: Path, clock: MovableClock, app_at: AppAt
) -> None:
    mine, theirs = Store(tmp_path / "data"), Store(tmp_path / "data")
    mine.pauses.keep(running(clock))
    app = app_at(Place.PAUSE, mine)
    async with app.run_test() as pilot:
        await pilot.pause()
        theirs.pauses.change_open(lambda pause: pause.cancel(clock()))
        await pilot.press("1", "2")
        await pilot.pause()
        app._look()
        await pilot.pause()
        shown = text(app)
    assert "How long" in shown
    assert "⏸" not in shown


async def test_more_time_typed_is_added_to_due(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=10)
        await pilot.press("plus", "right", "right", "right")
        app.screen.query_one("Input").value = "1h"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
    assert only(store).due == only(store).moves[0].old + timedelta(hours=1)


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


async def test_a_thought_stays_in_its_field_when_the_disk_refuses(
    app_at: AppAt, store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("t")
        monkeypatch.setattr(Collection, "keep", refuse)
        app.screen.query_one("Input").value = "the rent"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        shown = text(app)
    assert "the rent" in shown
    assert "the disk is full" in shown


async def test_what_was_parked_goes_into_the_entry(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock, thoughts=("the rent",)))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("l")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    (entry,) = store.entries
    assert (entry.kind, entry.note, entry.pause) == ("return", "the rent", only(store).id)
