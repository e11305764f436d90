"""A locked folder: the plan shows nothing, and what was being typed is there after unlocking."""

from pathlib import Path

from companion.domain.content import Link
from companion.domain.filling import Answers
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.plan.screen import PlanScreen
from tests.conftest import MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import text
from tests.ui.locked.conftest import PASSPHRASE, unlock
from tests.ui.plan.hands import choose, line, settle


async def test_locking_shows_nothing_and_loses_nothing(tmp_path: Path, sheets: Library, clock: MovableClock) -> None:
    store = Store(tmp_path / "data", clock=clock, wrapping=FakeWrapping())
    store.worksheets.keep(Answers(worksheet="boundary-like", answers={"say": "No calls"}, filled_at=clock()))
    store.set_passphrase(store.new_key(PASSPHRASE))
    store.unlock(store.open_key(PASSPHRASE))
    app = CompanionApp(store, sheets, clock, place=Place.PLAN)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        assert "No calls" in text(app)
        choose(app, "boundary-like")
        await pilot.press("enter")
        await settle(pilot)
        line(app, "say").value = "I leave the room"
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert store.is_locked
        await pilot.press("enter", "escape")
        await settle(pilot)
        app.follow(Link("worksheets", "boundary-like"))
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        assert "Your worksheets are locked." in text(app)
        for private in ("No calls", "I leave", "A line of mine"):
            assert private not in text(app)
        await pilot.press("h", "d", "u", "enter")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        await unlock(pilot)
        await settle(pilot)
        assert "begun, not kept yet" in text(app)
        choose(app, "boundary-like")
        await pilot.press("enter")
        await settle(pilot)
        assert line(app, "say").value == "I leave the room"
