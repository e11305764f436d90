"""Plan: the worksheets in their groups, and the card."""

from pathlib import Path

import pytest
from textual.widgets import Input

from companion.domain.field import Field, FieldKind
from companion.domain.worksheet import Worksheet
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.plan.card import CardScreen
from companion.ui.plan.form import WorksheetForm
from companion.ui.read.exercise import ExerciseScreen
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.plan.hands import AGREEMENT, CALMS, area, choose, keep, line, newest, open_form, settle


async def test_worksheets_stand_in_groups_and_the_one_under_the_cursor_says_why(app_at: AppAt) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        choose(app, CALMS)
        await pilot.pause()
        shown = text(app)
    assert "For a pause" in shown
    assert "What calms me" in shown
    assert "Write it now, while you are calm." in " ".join(shown.split())


@pytest.mark.parametrize(("days", "said"), [(0, " today"), (1, " yesterday"), (20, " 22 November")])
async def test_a_filled_in_worksheet_says_when(
    app_at: AppAt, store: Store, clock: MovableClock, days: int, said: str
) -> None:
    keep(store, clock, CALMS, body="a walk")
    clock.move(days=days)
    app = app_at(Place.PLAN)
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        assert f"What calms me{said}" in " ".join(text(app).split()).replace("❯ ", "")


async def test_a_worksheet_from_another_year_says_which(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    keep(store, clock, CALMS, body="a walk")
    clock.move(days=100)
    app = app_at(Place.PLAN)
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        assert "What calms me 22 November 2026" in " ".join(text(app).split())


async def test_enter_opens_a_worksheet_in_its_first_field(app_at: AppAt) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await settle(pilot)
        choose(app, AGREEMENT)
        await pilot.press("enter")
        await settle(pilot)
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
    kept = newest(store, AGREEMENT)
    assert kept is not None
    assert kept.answers == {"sign": HOSTILE, "off_limits": f"{HOSTILE}\nsecond", "place": "the balcony"}


async def test_w_writes_the_card_to_a_new_file_and_overwrites_none(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, tmp_path: Path
) -> None:
    keep(store, clock, CALMS, body=f"a walk\n{HOSTILE}")
    path = tmp_path / "card.md"
    app = app_at(Place.PLAN)
    async with app.run_test(notifications=True) as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        for said in ("Written to", "is there already. Name another file."):
            await pilot.press("f3" if said == "Written to" else "pause", "w")
            await settle(pilot)
            app.screen.query_one(Input).value = str(path)
            await pilot.press("enter")
            await settle(pilot)
            assert said in " ".join(text(app).split())
    assert (
        path.read_text(encoding="utf-8")
        == "# What calms me\n\n**For the body**\n\n- a walk\n- " + HOSTILE.replace("\x1b", " ") + "\n"
    )
    assert path.stat().st_mode & 0o777 == 0o600


async def test_the_ways_on_lead_to_what_they_name(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    one = Field(id="a", label="A", kind=FieldKind.LINE)
    sheet = Worksheet(slug="s", title="S", group="G", why="W", fields=(one,), next=("exercises/long-sigh", "pause"))
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, sheet, store, clock)
        line(app, "a").value = "x"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "The long sigh" in text(app)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ExerciseScreen)
