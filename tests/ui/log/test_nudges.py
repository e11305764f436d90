"""Nudges on the log: a line after the entry that calls for it, and safety before anything else."""

from datetime import timedelta

from textual.widgets import Input

from companion.domain.entry import Entry
from companion.domain.settings import Settings
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.read.exercise import ExerciseScreen
from companion.ui.safety_first import SafetyFirst
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import opened, write


def keep(store: Store, clock: MovableClock, *days: float, **fields: object) -> None:
    """Keep a heavy entry for each of so many days ago."""
    for each in days:
        given = {"kind": "heated", "strength": 8} | fields
        store.entries.keep(Entry(at=clock() - timedelta(days=each), **given))  # type: ignore[arg-type]


async def test_the_third_heavy_entry_of_a_day_offers_an_exercise(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    keep(store, clock, 0.1, 0.2)
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        assert "a lot to carry" not in text(pilot.app)
        write(pilot, "line", "again #heated !9")
        await pilot.press("enter")
        await pilot.pause()
        assert "That is a lot to carry today. esc, then x rides it out" in text(pilot.app)
        await pilot.press("escape", "x")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ExerciseScreen)


async def test_the_fifth_in_a_row_asks_for_one_good_thing_from_the_form_too(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    keep(store, clock, 1, 2, 3, 4)
    async with app_at(Place.LOG).run_test(notifications=True) as pilot:
        form = await opened(pilot)
        write(pilot, "note", "x")
        form.query_one("#strength").focus()
        await pilot.press("8", "ctrl+s")
        await pilot.pause()
        (said,) = [notice.message for notice in pilot.app._notifications]
        assert "Did one small thing go right? g keeps a good moment" in said


async def test_each_nudge_can_be_switched_off(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.keep_settings(Settings(nudge_day=False, nudge_row=False, nudge_afraid=False))
    keep(store, clock, 0.1, 0.2, 0.3, 0.4, feelings=("afraid",))
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", "again #heated !9")
        await pilot.press("enter")
        await pilot.pause()
        assert "Kept. esc goes to the entries" in text(pilot.app)
        assert not pilot.app.screen.query_one(SafetyFirst).display


async def test_afraid_again_puts_safety_before_anything_else(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    keep(store, clock, 3, feelings=("afraid",))
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        assert not pilot.app.screen.query_one(SafetyFirst).display
        write(pilot, "line", "x #afraid")
        await pilot.press("enter")
        await pilot.pause()
        assert "Kept. If you are afraid of them: f1 is help and safety." in text(pilot.app)
        safety = pilot.app.screen.query_one(SafetyFirst)
        assert safety.display
        assert safety.region.y < pilot.app.screen.query_one("#line", Input).region.y
        assert "your safety comes first: f1 opens the way" in " ".join(text(pilot.app).split())
        clock.move(days=31)
        await pilot.press("escape", "4", "5")
        await pilot.pause()
        await pilot.pause()
        assert not safety.display
