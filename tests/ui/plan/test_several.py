"""Several fillings side by side, and those of other days: each keeps its place and its day."""

from companion.domain.filling import Answers
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.choice import Choice
from companion.ui.places import Place
from tests.conftest import MovableClock
from tests.screens import text
from tests.ui.plan.hands import area, box, choose, filled, line, newest, settle


async def test_several_stand_side_by_side_under_their_first_field(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filled(store, clock, "boundary-like", say="No calls after ten")
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "boundary-like")
        await pilot.press("enter")
        await settle(pilot)
        assert line(app, "say").value == ""
        line(app, "say").value = "I leave when it is loud"
        await pilot.press("ctrl+s", "escape")
        await settle(pilot)
        assert "· No calls after ten" in text(app)
        assert "· I leave when it is loud" in text(app)
    assert len(store.worksheets) == 2


async def test_one_of_several_is_changed_in_its_place_deleted_and_brought_back(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filling = filled(store, clock, "boundary-like", say="No calls after ten", tested="2026-11-20 held")
    clock.move(days=3)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, f"boundary-like/{filling.id}")
        await pilot.press("enter")
        await settle(pilot)
        box(app, "tested").editor.focus()
        await pilot.press("tab", "right", "right", "enter", "ctrl+s")
        await settle(pilot)
        await pilot.press("y")
        assert app.clipboard == (
            "# A line of mine\n\nNo calls after ten\n- 20 November 2026: held\n- 25 November 2026: partly\n"
        )
        await pilot.press("escape")
        await settle(pilot)
        assert len(store.worksheets) == 1
        await pilot.press("d")
        await settle(pilot)
        assert len(store.worksheets) == 0
        await pilot.press("u")
        await settle(pilot)
    kept = store.worksheets.get(filling.id)
    assert kept is not None
    assert kept.answers["tested"] == "2026-11-20 held\n2026-11-25 partly"


async def test_a_filling_of_another_day_keeps_its_day_when_it_is_changed(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filling = filled(store, clock, "weekly", near="6")
    clock.move(days=7)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "weekly")
        await pilot.press("h", "e")
        await settle(pilot)
        box(app, "near").query_one(Choice).value = "5"
        await pilot.press("ctrl+s")
        await settle(pilot)
    kept = store.worksheets.get(filling.id)
    assert kept is not None
    assert (kept.answers, kept.filled_at) == ({"near": "5"}, filling.filled_at)


async def test_a_lasting_worksheet_is_kept_anew_on_another_day_and_changed_on_the_same(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    store.worksheets.keep(Answers(id="half-sealed", answers={"for": "money"}, filled_at=clock()))
    for days, count in ((0, 1), (1, 2), (0, 2)):
        clock.move(days=days)
        async with CompanionApp(store, app._library, clock, place=Place.PLAN).run_test() as pilot:
            await settle(pilot)
            choose(pilot.app, "half-sealed")  # type: ignore[arg-type]
            await pilot.press("enter")
            await settle(pilot)
            area(pilot.app, "for").text += f"\n{days}"  # type: ignore[arg-type]
            await pilot.press("ctrl+s")
            await settle(pilot)
        assert len(store.worksheets) == count
    kept = newest(store, "half-sealed")
    assert kept is not None
    assert kept.answers["for"] == "money\n0\n1\n0"
