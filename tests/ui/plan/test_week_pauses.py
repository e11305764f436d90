"""Times of the week become pauses, and stand on Now on their day."""

from datetime import timedelta

from companion.domain.pause import PauseKind
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.plan.week import WeekScreen
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.plan.hands import HOUR, SOLO, TOGETHER, kept_times, open_week, plan, settle


async def test_p_goes_to_a_planned_pause_of_that_length_and_its_end_fills_how_it_was(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    time = plan(store, SOLO, at=22, length=1.5 * HOUR)
    async with app_at(Place.PLAN).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("p")
        await settle(pilot)
        shown = text(pilot.app)
        assert "[planned]" in shown
        assert "From your week: Solo from 22:00, 1 h 30." in shown
        await pilot.press("enter")
        await settle(pilot)
        (pause,) = store.pauses
        assert (pause.kind, pause.planned, pause.week_time) == (PauseKind.PLANNED, 1.5 * HOUR, time.id)
        assert getattr(pilot.app.screen, "revealed", None) == ""
        clock.move(minutes=80)
        store.pauses.keep(pause.come_back(clock()))
        await pilot.press("7")
        await settle(pilot)
        assert "your pause took 1 h 20; w notes it" in text(pilot.app)
        await pilot.press("w", "enter")
        await settle(pilot)
        assert kept_times(store)[0][-1] == timedelta(minutes=80)


async def test_whoever_leaves_the_form_without_starting_finds_the_usual_one_again(app_at: AppAt, store: Store) -> None:
    plan(store, at=22)
    async with app_at(Place.PLAN).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "[planned]" in text(pilot.app)
        await pilot.press("1")
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert "[I take space]" in text(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
    (pause,) = store.pauses
    assert (pause.kind, pause.week_time) == (PauseKind.TAKING, None)


async def test_a_time_that_is_near_is_offered_to_a_planned_pause(app_at: AppAt, store: Store) -> None:
    plan(store, at=21, length=3 * HOUR)
    async with app_at(Place.PAUSE).run_test() as pilot:
        await settle(pilot)
        assert "From your week" not in text(pilot.app)
        await pilot.press("k", "k")
        await settle(pilot)
        assert "From your week: Quiet from 21:00, 3 hours." in text(pilot.app)
        assert "[180]" in text(pilot.app)


async def test_together_time_begins_no_pause(app_at: AppAt, store: Store) -> None:
    plan(store, TOGETHER)
    async with app_at(Place.PLAN).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert isinstance(pilot.app.screen, WeekScreen)


async def test_on_its_day_it_stands_on_now_until_it_is_over_and_not_at_night(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    plan(store, at=20)
    plan(store, TOGETHER, at=21, length=HOUR / 2)
    clock.now = clock.now.replace(hour=11)
    for hours, said in (
        (0, "Quiet from 20:00, 2 hours · Together from 21:00, 30 minutes"),
        (9.5, "Quiet from"),
        (10, ""),
    ):
        clock.now = clock.now.replace(hour=11, minute=0) + timedelta(hours=hours)
        async with app_at().run_test() as pilot:
            await settle(pilot)
            shown = text(pilot.app)
            assert ("7  Plan      Quiet from 20:00" in shown) is bool(said)
            assert said in shown
        clock.now = clock.now.replace(hour=11)


async def test_a_pause_from_a_time_that_runs_ends_with_it_and_one_before_its_time_says_so(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    plan(store, SOLO, at=20, length=HOUR)
    for minutes, back, is_early in ((-16, "back at 20:54", True), (20, "back at 21:00", False)):
        clock.move(minutes=minutes)
        async with app_at(Place.PLAN).run_test() as pilot:
            await open_week(pilot)
            await pilot.press("p")
            await settle(pilot)
            shown = " ".join(text(pilot.app).split())
            assert back in shown
            assert ("It has not begun yet; this pause begins now." in shown) is is_early
