"""Coming back from a pause: the promise kept, how strong it is, and what was parked."""

from companion.domain.pause import Outcome
from companion.storage.store import Store
from companion.ui.choice import Choice
from companion.ui.places import Place
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import only, running


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
