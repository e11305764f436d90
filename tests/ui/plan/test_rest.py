"""A worksheet that rests for a day after something very strong."""

from datetime import timedelta

from companion.domain.entry import Entry
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.read.exercise import ExerciseScreen
from tests.conftest import MovableClock
from tests.ui.plan.hands import SIZES, area, choose, said, settle


@SIZES
async def test_it_rests_for_a_day_after_something_very_strong(
    app: CompanionApp, store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    store.entries.keep(Entry(at=clock() - timedelta(hours=4), kind="not-heard", strength=8))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        choose(app, "half-sealed")
        await pilot.press("enter")
        await settle(pilot)
        assert "Something very strong was noted" in said(app)
        assert "it rests until 16:10 tomorrow" in said(app)
        await pilot.press("ctrl+s", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ExerciseScreen)
    clock.move(hours=20)
    async with CompanionApp(store, Library(app._library._root), clock, place=Place.PLAN).run_test() as pilot:
        await settle(pilot)
        choose(pilot.app, "half-sealed")  # type: ignore[arg-type]
        await pilot.press("enter")
        await settle(pilot)
        assert pilot.app.screen.query("FieldBox")


async def test_what_is_less_strong_closes_nothing(app: CompanionApp, store: Store, clock: MovableClock) -> None:
    store.entries.keep(Entry(at=clock(), kind="not-heard", strength=7))
    async with app.run_test() as pilot:
        await settle(pilot)
        choose(app, "half-sealed")
        await pilot.press("enter")
        await settle(pilot)
        assert area(app, "for").has_focus
