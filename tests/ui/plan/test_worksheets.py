"""Plan: the worksheets in their groups, and the card."""

import pytest

from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.plan.card import CardScreen
from companion.ui.plan.form import WorksheetForm
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.plan.hands import AGREEMENT, CALMS, area, keep, line, open_form


async def test_worksheets_stand_in_groups_with_their_why(app_at: AppAt) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = text(app)
    assert "For a pause" in shown
    assert "What calms me" in shown
    assert "Write it now, while you are calm." in " ".join(shown.split())
    assert shown.count("empty") == 2


@pytest.mark.parametrize(
    ("days", "said"), [(0, "filled in today"), (1, "filled in yesterday"), (20, "filled in 22 Nov")]
)
async def test_a_filled_in_worksheet_says_when(
    app_at: AppAt, store: Store, clock: MovableClock, days: int, said: str
) -> None:
    keep(store, clock, CALMS, body="a walk")
    clock.move(days=days)
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert said in text(app)


async def test_a_worksheet_from_another_year_says_which(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    keep(store, clock, CALMS, body="a walk")
    clock.move(days=100)
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "filled in 22 November 2026" in text(app)


async def test_enter_opens_a_worksheet_in_its_first_field(app_at: AppAt) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, WorksheetForm)
        assert app.focused is line(app, "sign")
        assert "Our pause agreement" in text(app)


async def test_f3_shows_the_card_and_y_copies_it_as_markdown(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        line(app, "sign").value = "a red card"
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, CardScreen)
        assert "Our word or sign" in text(app)
        assert "a red card" in text(app)
        assert "Usual length" not in text(app)
        await pilot.press("y")
        assert app.clipboard == "# Our pause agreement\n\n**Our word or sign:** a red card\n"
        await pilot.press("escape")
        await pilot.pause()
        assert line(app, "sign").value == "a red card"


async def test_an_empty_card_says_what_will_stand_there(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        await pilot.press("f3")
        await pilot.pause()
        assert "Nothing is filled in yet." in text(app)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_hostile_words_are_shown_as_they_were_typed_and_kept_to_the_letter(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, size: tuple[int, int]
) -> None:
    keep(store, clock, AGREEMENT, sign=HOSTILE, off_limits=f"{HOSTILE}\nsecond")
    app = app_at(Place.PLAN)
    async with app.run_test(size=size) as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        assert "[/b] and [red] $x {place}" in text(app)
        area(app, "off_limits").focus()
        await pilot.pause()
        await pilot.pause()
        assert "I felt [/b] and [red] $x" in text(app)
        assert "\x1b" not in text(app)
        line(app, "place").value = "the balcony"
        await pilot.press("f3")
        await pilot.pause()
        assert "I felt [/b] and [red] $x {place}" in " ".join(text(app).split())
        assert "\x1b" not in text(app)
        await pilot.press("escape", "ctrl+s")
    kept = store.worksheets.get(AGREEMENT)
    assert kept is not None
    assert kept.answers == {"sign": HOSTILE, "off_limits": f"{HOSTILE}\nsecond", "place": "the balcony"}
