"""The days of the week side by side where there is room, and a time noted as it was though not planned."""

import pytest

from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.plan.week import WeekScreen
from companion.ui.plan.week_form import WeekForm
from companion.ui.row_list import RowList
from tests.conftest import HOSTILE, AppAt
from tests.screens import lines, text
from tests.ui.locked.conftest import told
from tests.ui.plan.hands import HOUR, SIZES, SOLO, TOGETHER, choose, kept_times, open_week, plan, settle, write_week


@pytest.mark.parametrize("width", [100, 120, 200])
async def test_the_days_stand_side_by_side_and_the_arrows_go_from_one_to_the_next(
    app_at: AppAt, store: Store, width: int
) -> None:
    plan(store, days=-6, was=1.5 * HOUR, note="by the lake")
    early, late = plan(store, SOLO, days=-1, at=9), plan(store, TOGETHER, days=-1, at=18)
    app = app_at(Place.PLAN)
    async with app.run_test(size=(width, 40)) as pilot:
        await open_week(pilot)
        heads = next(line for line in lines(app) if "Mon 16" in line)
        assert heads.split() == ["Mon", "16", "Tue", "17", "Wed", "18", "Thu", "19", "Fri", "20", "Sat", "21", "Today"]
        column = next(line for line in lines(app) if "20:00 ○" in line).index("20:00")
        assert column == heads.index("Mon")
        assert "■■■□" in text(app)
        rows = app.screen.query_one(RowList)
        await pilot.press("left")
        assert rows.chosen and rows.chosen.id == early.id
        await pilot.press("down")
        assert rows.chosen.id == late.id
        await pilot.press("left", "right", "left", "left", "left", "left", "left", "left")
        assert "20:00" in rows.chosen.text
        assert (await pilot.click(RowList, offset=(heads.index("Sat") - 1, 2)), rows.chosen.id) == (True, early.id)
        await settle(pilot)
        assert isinstance(app.screen, WeekForm)


async def test_long_notes_and_many_times_stay_in_their_columns_and_can_be_reached(app_at: AppAt, store: Store) -> None:
    for at in range(8, 20):
        plan(store, days=-2, at=at, note=f"{HOSTILE} {'x' * 300}")
    app = app_at(Place.PLAN)
    async with app.run_test(size=(100, 20)) as pilot:
        await open_week(pilot)
        await pilot.press("end", "up", "up")
        await settle(pilot)
        assert "19:00 ○" in text(app)
        assert "\x1b" not in text(app)


async def test_the_keys_of_rows_are_as_before_where_there_is_less_room(app_at: AppAt, store: Store) -> None:
    time = plan(store, days=-1)
    app = app_at(Place.PLAN)
    async with app.run_test(size=(99, 30)) as pilot:
        await open_week(pilot)
        choose(app, time.id)
        await pilot.press("left", "right")
        rows = app.screen.query_one(RowList)
        assert rows.chosen and rows.chosen.id == time.id
        await pilot.resize_terminal(120, 30)
        await settle(pilot)
        assert rows.chosen.id == time.id
        assert "Sun" not in text(app)


@SIZES
async def test_a_time_that_was_not_planned_is_noted_and_begins_no_pause(
    app_at: AppAt, store: Store, size: tuple[int, int]
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=size) as pilot:
        await open_week(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert "As it was, not planned" in text(app)
        await write_week(pilot, day="friday", at="19", length="1h")
        assert kept_times(store) == [("quiet", 20, "19:00", 0 * HOUR, HOUR)]
        assert "■■" in text(app) or "■ 1 h" in text(app)
        await pilot.press("p")
        await settle(pilot)
        assert isinstance(app.screen, WeekScreen)
        await pilot.press("w", "0", "enter")
        await settle(pilot)
        assert "This one was not planned." in " ".join(text(app).split())
        await pilot.press("backspace", "4", "5", "enter")
        await settle(pilot)
        assert kept_times(store)[0][-1] == 0.75 * HOUR
        await pilot.press("e")
        await settle(pilot)
        await write_week(pilot, length="30m")
        assert kept_times(store) == [("quiet", 20, "19:00", 0 * HOUR, HOUR / 2)]
        await pilot.press("]", "c")
        await settle(pilot)
        assert told(app)[-1] == "Nothing is planned in the week before that isn't here already."


async def test_what_has_not_come_yet_can_not_be_noted(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_week(pilot)
        await pilot.press("n")
        await settle(pilot)
        await write_week(pilot, day="today", at="23", length="1h")
        assert "has not come yet. Say then how it was." in " ".join(text(app).split())
        assert isinstance(app.screen, WeekForm)
    assert kept_times(store) == []
