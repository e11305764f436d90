"""Leaving a worksheet: what was changed is kept, what can't be is asked about."""

import pytest

from companion.storage.collection import Collection
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.dialogs import Choose
from companion.ui.places import Place
from companion.ui.plan.screen import PlanScreen
from companion.ui.row_list import RowList
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.plan.hands import AGREEMENT, CALMS, area, fail, line, open_form


async def test_esc_without_a_change_writes_nothing(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PlanScreen)
    assert len(store.worksheets) == 0


async def test_esc_keeps_what_was_changed(app_at: AppAt, store: Store, library: Library, clock: MovableClock) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        area(app, "body").text = "a walk"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, PlanScreen)
        assert "filled in today" in text(app)
    kept = store.worksheets.get(CALMS)
    assert kept is not None
    assert kept.answers == {"body": "a walk"}


@pytest.mark.parametrize(
    ("answer", "leaves", "kept"),
    [("keep", True, {"length": "a while"}), ("drop", True, None), ("stay", False, None)],
)
async def test_esc_asks_what_to_do_with_an_answer_that_does_not_fit(
    app_at: AppAt,
    store: Store,
    library: Library,
    clock: MovableClock,
    answer: str,
    leaves: bool,
    kept: dict[str, str] | None,
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        line(app, "length").value = "a while"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Choose)
        for words in ("Keep it", "Throw it away", "Go on writing"):
            assert words in text(app)
        rows = app.screen.query_one(RowList)
        rows.cursor = next(at for at, row in enumerate(rows._rows) if row.id == answer)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlanScreen) is leaves
        if not leaves:
            assert line(app, "length").value == "a while"
    found = store.worksheets.get(AGREEMENT)
    assert (found and found.answers) == kept


async def test_words_stay_in_the_form_when_the_disk_fails(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(notifications=True) as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        area(app, "body").text = "a walk"
        with monkeypatch.context() as patch:
            patch.setattr(Collection, "keep", fail)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "the disk is full" in text(app)
            assert area(app, "body").text == "a walk"
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, Choose)
            await pilot.press("escape")
            await pilot.pause()
        assert area(app, "body").text == "a walk"
        await pilot.press("ctrl+s")
    kept = store.worksheets.get(CALMS)
    assert kept is not None
    assert kept.answers == {"body": "a walk"}
