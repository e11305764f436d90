"""The week: times are planned, marked, copied and taken back by keys, and said beside a wish."""

from pathlib import Path

import pytest
from textual.widgets import Input

from companion.domain.filling import Answers
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.choice import Choice
from companion.ui.places import Place
from companion.ui.plan.screen import PlanScreen
from companion.ui.plan.week import WeekScreen
from companion.ui.plan.week_form import WeekForm
from companion.ui.row_list import RowList
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import text
from tests.ui.locked.conftest import PASSPHRASE, told
from tests.ui.plan.hands import HOUR, SOLO, TOGETHER, choose, kept_times, open_week, plan, settle, write_week

SIZES = [(80, 24), (120, 40), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_time_is_planned_changed_marked_deleted_and_brought_back(
    app_at: AppAt, store: Store, size: tuple[int, int]
) -> None:
    async with app_at(Place.PLAN).run_test(size=size) as pilot:
        await settle(pilot)
        assert "The week" in text(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("a", "right", "enter")
        await settle(pilot)
        await write_week(pilot, day="today", at="8pm", length="1h 30m")
        assert kept_times(store) == [("solo", 22, "20:00", 1.5 * HOUR, None)]
        shown = text(pilot.app)
        assert "20:00 △ Solo" in shown if size == (120, 40) else "Today   20:00 △ Solo" in shown
        assert "□□□" in shown or "□ 1 h 30" in shown
        await pilot.press("enter")
        await settle(pilot)
        await write_week(pilot, length="2h")
        await pilot.press("w", "enter")
        await settle(pilot)
        assert kept_times(store) == [("solo", 22, "20:00", 2 * HOUR, 2 * HOUR)]
        assert "■■■■" in text(pilot.app) or "■ 2 h" in text(pilot.app)
        await pilot.press("w", "4", "5", "enter")
        await settle(pilot)
        assert kept_times(store)[0][-1] == HOUR * 0.75
        await pilot.press("d")
        assert kept_times(store) == []
        await pilot.press("u", "u")
        await settle(pilot)
        assert kept_times(store)[0][-1] == 2 * HOUR
        await pilot.press("u", "u", "u")
        await settle(pilot)
        assert kept_times(store) == []
        if size != (40, 12):
            assert "Nothing is planned here" in text(pilot.app)
            assert "How much of each you wish for: fill in “Quiet hours and solo time”." in text(pilot.app)


async def test_the_sums_stand_beside_the_wish(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    answers = {"quiet_from": "2h", "quiet_to": "4h"}
    store.worksheets.keep(Answers(worksheet="quiet-and-solo-time", answers=answers, filled_at=clock()))
    plan(store, was=1.5 * HOUR)
    plan(store, at=9, length=HOUR)
    plan(store, SOLO, 7)
    async with app_at(Place.PLAN).run_test(size=(80, 24)) as pilot:
        await open_week(pilot)
        shown = text(pilot.app)
        assert "Quiet: 3 hours planned, 1 h 30 so far; you wished for 2 to 4 hours." in shown
        assert "Solo: nothing planned." in shown
        assert "■■■□" in shown
        assert "How much of each you wish for" not in shown
        await pilot.press("]")
        await settle(pilot)
        shown = text(pilot.app)
        assert "Next week, 23 to 29 November" in shown
        assert "Sun 29  20:00 △ Solo" in shown
        await pilot.press("[", "[")
        await settle(pilot)
        assert "Last week" in text(pilot.app)
        await pilot.press("t")
        await settle(pilot)
        assert "This week, 16 to 22 November" in text(pilot.app)
    async with app_at(Place.PLAN).run_test(size=(40, 12)) as pilot:
        await open_week(pilot)
        shown = text(pilot.app)
        assert "Quiet: 3 hours planned" in shown
        assert "Solo:" not in shown


async def test_the_cursor_moves_over_the_days_and_a_new_time_is_on_its_day(app_at: AppAt, store: Store) -> None:
    plan(store, TOGETHER, -6, 18)
    async with app_at(Place.PLAN).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("up", "up", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, WeekForm)
        assert pilot.app.screen.query_one("#day", Input).value == "2026-11-20"
        await write_week(pilot, at="9", length="45")
        assert ("quiet", 20, "09:00", 0.75 * HOUR, None) in kept_times(store)
        await pilot.press("home", "p", "e")
        await settle(pilot)
        assert pilot.app.screen.query_one("#kind", Choice).value == "together"


async def test_last_week_is_copied_in_one_key_and_taken_back_in_one(app_at: AppAt, store: Store) -> None:
    plan(store, days=-7, was=HOUR)
    plan(store, SOLO, -9, 9)
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_week(pilot)
        await pilot.press("c")
        await settle(pilot)
        assert told(app) == ["2 times copied. u takes that back."]
        assert [each[1] for each in kept_times(store)] == [13, 15, 20, 22]
        assert kept_times(store)[-1][-1] is None
        await pilot.press("c")
        await settle(pilot)
        assert len(store.week_times) == 4
        await pilot.press("u")
        await settle(pilot)
        assert [each[1] for each in kept_times(store)] == [13, 15]


async def test_a_day_that_has_not_come_can_not_be_marked(app_at: AppAt, store: Store) -> None:
    time = plan(store, days=1)
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_week(pilot)
        await pilot.press("]")
        await settle(pilot)
        choose(app, time.id)
        await pilot.press("w")
        await settle(pilot)
        assert told(app) == ["23 November, 20:00, has not come yet. Say then how it was."]


async def test_nothing_of_it_is_shown_while_it_is_locked(tmp_path: Path, library: Library, clock: MovableClock) -> None:
    store = Store(tmp_path / "data", clock=clock, wrapping=FakeWrapping())
    plan(store, note="up the hill")
    store.set_passphrase(store.new_key(PASSPHRASE))
    store.unlock(store.open_key(PASSPHRASE))
    app = CompanionApp(store, library, clock, place=Place.PLAN)
    async with app.run_test() as pilot:
        await open_week(pilot)
        assert "up the hill" in text(app)
        await pilot.press("a")
        await settle(pilot)
        app.screen.query_one("#note", Input).value = "by the lake"
        await pilot.press("ctrl+l")
        await settle(pilot)
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        await pilot.press("w", "enter")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        app.push_screen(WeekScreen(store, library, clock))
        await settle(pilot)
        assert "Your week is locked." in text(app)
        for private in ("hill", "20:00", "Quiet", "lake"):
            assert private not in text(app)
        await pilot.press("a", "c", "d", "n", "w", "p", "enter")
        await settle(pilot)
        assert not app.screen.query_one(RowList).rows
    for path in filter(Path.is_file, (tmp_path / "data").rglob("*")):
        assert b"lake" not in path.read_bytes()
    store.unlock(store.open_key(PASSPHRASE))
    assert [each.fields["note"] for each in store.unkept] == ["by the lake"]
