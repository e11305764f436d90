"""What is sealed can't be read before its day, and what can't be sealed is said."""

import pytest

from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.plan.history import HistoryScreen
from companion.ui.plan.screen import PlanScreen
from tests.conftest import MovableClock
from tests.screens import text
from tests.ui.plan.hands import area, choose, filled, line, newest, settle


async def test_a_sealed_filling_shows_its_day_and_nothing_else_until_then(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filling = filled(store, clock, "letter", to="me", words="secret words", opens="2026-12-01")
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        assert "sealed until 1 December" in text(app)
        choose(app, f"letter/{filling.id}")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        assert "It opens by" in text(app)
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(app.screen, HistoryScreen)
        await pilot.press("enter", "e")
        await settle(pilot)
        assert isinstance(app.screen, HistoryScreen)
        assert "secret" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
        clock.move(days=9)
        app.screen.reload()
        await settle(pilot)
        assert "A letter · can be read today" in text(app)
        choose(app, f"letter/{filling.id}")
        await pilot.press("enter")
        await settle(pilot)
        assert area(app, "words").text == "secret words"


async def test_a_sealed_field_can_not_be_read_or_opened_early_and_stays_as_it_is(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filled(store, clock, "half-sealed", **{"for": "money", "guess": "secret words", "opens": "2026-12-01"})
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "half-sealed")
        await pilot.press("enter")
        await settle(pilot)
        assert "Sealed until 1 December. It opens by itself." in text(app)
        area(app, "for").text = "money\nroom"
        await pilot.press("ctrl+s", "f3")
        await settle(pilot)
        assert "secret" not in text(app)
        await pilot.press("y")
        assert "secret" not in app.clipboard
    kept = newest(store, "half-sealed")
    assert kept is not None
    assert kept.answers == {"for": "money\nroom", "guess": "secret words", "opens": "2026-12-01"}


@pytest.mark.parametrize(
    ("day", "said_then", "is_sealed"), [("", "Kept, not sealed.", False), ("in 6 weeks", "", True)]
)
async def test_a_letter_without_a_day_asks_for_it_before_it_is_kept(
    app: CompanionApp, store: Store, day: str, said_then: str, is_sealed: bool
) -> None:
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        choose(app, "letter")
        await pilot.press("enter")
        await settle(pilot)
        area(app, "words").text = "secret words"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Give the day it opens, or it can be read at once." in text(app)
        assert line(app, "opens").has_focus
        assert len(store.worksheets) == 0
        line(app, "opens").value = day
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert said_then in text(app)
        assert "Give the day" not in text(app)
    kept = newest(store, "letter")
    assert kept is not None
    assert ("opens" in kept.answers) is is_sealed


async def test_a_seal_that_is_over_already_is_refused(app: CompanionApp, store: Store) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "letter")
        await pilot.press("enter")
        await settle(pilot)
        line(app, "opens").value = "today"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Choose one that lies ahead." in text(app)
    assert len(store.worksheets) == 0
