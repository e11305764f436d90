"""Check-ins: begun empty, beside the last one in words, safety before all else, kept if one asks."""

import pytest

from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.choice import Choice
from companion.ui.dialogs import Choose
from companion.ui.plan.card import CardScreen
from companion.ui.plan.form import WorksheetForm
from companion.ui.plan.screen import PlanScreen
from companion.ui.read.pages import PageScreen
from tests.conftest import MovableClock
from tests.screens import text
from tests.ui.plan.hands import SIZES, box, choose, filled, newest, said, settle


async def test_a_check_in_begins_empty_and_stands_beside_the_last_one_in_words(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filled(store, clock, "weekly", heard="often", near="6", safe="fully")
    clock.move(days=7)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "weekly")
        await pilot.press("enter")
        await settle(pilot)
        assert box(app, "near").answer == ""
        box(app, "heard").query_one(Choice).value = "often"
        box(app, "near").query_one(Choice).value = "4"
        box(app, "safe").query_one(Choice).value = "fully"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, CardScreen)
        assert "a bit lower than on 22 November: 6, now 4" in said(app)
        assert "Heard enough." in said(app)
        assert "That is the week." in said(app)
        assert "This is a mirror, not a test." in said(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
    kept = [each for each in store.worksheets if each.of == "weekly"]
    assert [each.answers["near"] for each in sorted(kept, key=lambda each: each.filled_at)] == ["6", "4"]


async def test_a_band_is_said_only_where_all_it_counts_is_answered(app: CompanionApp, store: Store) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "weekly")
        await pilot.press("enter")
        await settle(pilot)
        box(app, "near").query_one(Choice).value = "4"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "2 lines are left empty." in said(app)
        assert "Ask for more." not in said(app)


async def test_an_empty_check_in_is_not_kept(app: CompanionApp, store: Store) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        choose(app, "weekly")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Nothing is filled in yet." in text(app)
    assert len(store.worksheets) == 0


@SIZES
async def test_an_unsafe_answer_shows_only_the_safety_page_and_nothing_is_kept(
    app: CompanionApp, store: Store, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        choose(app, "weekly")
        await pilot.press("enter")
        await settle(pilot)
        box(app, "heard").query_one(Choice).value = "often"
        box(app, "safe").query_one(Choice).value = "not really"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, PageScreen)
        assert "Heard enough" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, WorksheetForm)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
    assert len(store.worksheets) == 0
    assert len(store.unkept) == 0


async def test_an_unsafe_answer_is_never_kept_however_often_one_asks(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filled(store, clock, "weekly", heard="often", near="6", safe="fully")
    clock.move(days=7)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "weekly")
        await pilot.press("enter")
        await settle(pilot)
        box(app, "heard").query_one(Choice).value = "often"
        box(app, "near").query_one(Choice).value = "2"
        box(app, "safe").query_one(Choice).value = "not really"
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        for unwanted in ("lower", "Heard enough", "mirror", "That is the week", "Kept."):
            assert unwanted not in text(app)
        assert isinstance(app.screen, PageScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert "Nothing of this is kept." in said(app)
    kept = newest(store, "weekly")
    assert kept is not None
    assert kept.answers["safe"] == "fully"


async def test_two_who_do_it_have_safety_a_key_away(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        choose(app, "unkept")
        await pilot.press("enter")
        await settle(pilot)
        assert "For two." in text(app)
        await pilot.press("f4")
        await settle(pilot)
        assert isinstance(app.screen, PageScreen)


@pytest.mark.parametrize(
    ("keys", "kept"), [(("ctrl+s",), 1), (("escape", "enter"), 1), (("escape", "down", "enter"), 0)]
)
async def test_it_is_asked_at_the_end_if_this_is_to_be_kept(
    app: CompanionApp, store: Store, keys: tuple[str, ...], kept: int
) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "unkept")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("space", "down", "space", "ctrl+s")
        await settle(pilot)
        assert "You sound ready." in text(app)
        assert "Nothing of this is kept unless you say so" in text(app)
        assert len(store.worksheets) == 0
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
    assert len(store.worksheets) == kept
    assert len(store.unkept) == 0


async def test_going_back_to_the_answers_keeps_and_loses_nothing(app: CompanionApp, store: Store) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "unkept")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("space", "ctrl+s")
        await settle(pilot)
        assert "Take 20 more minutes." in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Choose)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, WorksheetForm)
        assert box(app, "ready").answer == "slow breath"
    assert len(store.worksheets) == 0
