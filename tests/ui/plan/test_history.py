"""The history of a worksheet: newest first, each beside the one before."""

from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.plan.card import CardScreen
from tests.conftest import MovableClock
from tests.ui.plan.hands import choose, filled, said, settle


async def test_the_history_is_newest_first_each_beside_the_one_before_and_undoes_a_deletion(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    for near in ("6", "4", "9"):
        filled(store, clock, "weekly", heard="often", near=near)
        clock.move(days=7)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "weekly")
        await pilot.press("h")
        await settle(pilot)
        shown = said(app)
        assert shown.index("Sunday 6 December") < shown.index("Sunday 29 November") < shown.index("Sunday 22 November")
        assert "How near: higher than on 29 November: 4, now 9" in shown
        assert "How near: a bit lower than on 22 November: 6, now 4" in shown
        await pilot.press("d")
        await settle(pilot)
        assert len(store.worksheets) == 2
        await pilot.press("u", "home", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CardScreen)
        assert "higher than on 29 November" in said(app)
    assert len(store.worksheets) == 3
