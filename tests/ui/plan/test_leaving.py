"""Leaving a worksheet: nothing that was typed is lost, and nothing is kept that was not asked for."""

import pytest

from companion.domain.unkept import Unkept
from companion.storage.collection import Collection
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.plan.form import WorksheetForm
from companion.ui.plan.screen import PlanScreen
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.plan.hands import AGREEMENT, CALMS, area, box, fail, line, newest, open_form, settle

FORM = f"worksheet:{CALMS}"


def begun(store: Store, form: str = FORM) -> dict[str, str | list[str]] | None:
    found = store.unkept.get(form)
    return found.fields if found else None


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
    assert len(store.unkept) == 0


@pytest.mark.parametrize("words", ["a walk", HOSTILE, "x" * 10_000, "👩‍👩‍👧 של {a} [red]x[/red]"])
async def test_esc_lays_what_was_typed_by_and_the_form_takes_it_up_again(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, words: str
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(notifications=True) as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        area(app, "body").text = words
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        assert "Not kept yet, and not lost" in text(app)
        assert newest(store, CALMS) is None
        assert begun(store) == {"body": words}
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        assert "Taken up from 20:10" in text(app)
        assert box(app, "body").typed == words
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Taken up" not in text(app)
    kept = newest(store, CALMS)
    assert kept is not None
    assert kept.answers["body"] == words
    assert len(store.unkept) == 0


async def test_what_is_typed_is_on_the_disk_a_second_later(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        area(app, "body").text = "a walk"
        await pilot.pause(1.3)
        assert begun(store) == {"body": "a walk"}
        area(app, "body").text = ""
        await pilot.pause(1.3)
        assert begun(store) is None


async def test_quitting_loses_nothing(app_at: AppAt, store: Store, library: Library, clock: MovableClock) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        line(app, "length").value = "a while"
        await pilot.press("ctrl+q")
    assert begun(store, f"worksheet:{AGREEMENT}") == {"length": "a while"}


async def test_starting_anew_empties_the_form_and_brings_back_what_was_begun(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    store.unkept.keep(Unkept(id=FORM, written_at=clock(), fields={"body": "a walk"}))
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        assert area(app, "body").text == "a walk"
        await pilot.press("ctrl+d")
        await settle(pilot)
        assert area(app, "body").text == ""
        assert "Put aside" in text(app)
        await pilot.press("ctrl+d")
        await settle(pilot)
        assert area(app, "body").text == "a walk"
        await pilot.press("ctrl+d")
        await settle(pilot)
        area(app, "body").text = "a bath"
        await pilot.press("escape")
        await settle(pilot)
    assert begun(store) == {"body": "a bath"}


async def test_an_answer_that_does_not_fit_waits_as_it_was_typed(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        line(app, "length").value = "a while"
        await pilot.press("ctrl+s", "escape")
        await settle(pilot)
        assert newest(store, AGREEMENT) is None
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        assert line(app, "length").value == "a while"


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
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, WorksheetForm)
        assert area(app, "body").text == "a walk"
        await pilot.press("ctrl+s")
        await pilot.pause()
    kept = newest(store, CALMS)
    assert kept is not None
    assert kept.answers == {"body": "a walk"}
