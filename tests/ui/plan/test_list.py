"""The list of the plan: what is due and what is in use stand first, the others in their groups without a word."""

from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.row_list import RowList
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.plan.hands import CALMS, SIZES, filled, plan, settle


def shown_rows(app: CompanionApp) -> list[str]:
    return [row.text for row in app.screen.query_one(RowList).rows if row.text]


@SIZES
async def test_whoever_comes_first_sees_the_worksheets_in_their_groups_and_nothing_called_empty(
    app_at: AppAt, size: tuple[int, int]
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        rows = app.screen.query_one(RowList).rows
        assert [row.tail for row in rows if row.tail] == []
        assert shown_rows(app)[:3] == ["The week", "For a pause", "If-then card"]
        assert "❯ The week" in text(app)
        for _ in rows:
            await pilot.press("down")
        assert app.screen.query_one(RowList).chosen is rows[-1]


async def test_what_is_due_and_what_was_used_last_stand_first_and_once(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    filled(store, clock, CALMS, body="a walk")
    filled(store, clock, "tank", sleep="often")
    clock.move(days=7)
    filled(store, clock, "tank", sleep="often")
    clock.move(days=7)
    filled(store, clock, "boundary", sentence="No calls after ten")
    plan(store, days=14)
    plan(store, days=14, at=9, length=plan(store).length * 0, was=plan(store).length)
    app = app_at(Place.PLAN)
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        rows = shown_rows(app)
        assert rows[:9] == [
            "The week", "Today", "Tank check · due again today",
            "What you use", "A boundary", "· No calls after ten", "Tank check", "What calms me", "For a pause",
        ]  # fmt: skip
        assert rows.count("What calms me") == 1
        assert "1 planned" in text(app)
