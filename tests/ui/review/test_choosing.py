"""Review: choosing a year, a period, a bond and a part."""

import msgspec
import pytest

from companion.domain.entry import Who
from companion.domain.review.section import Part
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.review.views import VIEWS
from tests.conftest import AppAt
from tests.screens import lines
from tests.ui.review.hands import TALL, go, keep, shown, words


async def test_years_are_turned_with_keys_and_only_to_where_something_is_kept(app_at: AppAt, store: Store) -> None:
    keep(store, 500, "good")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=(140, 40)) as pilot:
        assert "[ Earlier" in await shown(app, pilot)
        assert "] Later" not in words(app)
        await pilot.press("left_square_bracket")
        said = await shown(app, pilot)
        assert "23 November 2024 to 22 November 2025" in said
        assert "1 of 365 days: 1 entry." in said
        assert "[ Earlier" not in said
        await pilot.press("right_square_bracket")
        assert "23 November 2025 to" in await shown(app, pilot)
        await pilot.press("left_square_bracket", "t")
        assert "23 November 2025 to" in await shown(app, pilot)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["down", "enter"], "26 October 2026 to 22 November 2026"),
        (["down", "down", "down", "enter"], "1 January 2026 to 31 December 2026"),
        (["end", "enter", *"2026-11-01 to 2026-11-10", "enter"], "1 November 2026 to 10 November 2026"),
        (["end", "enter", *"2026-11-19", "enter"], "19 November 2026 to 22 November 2026"),
    ],
)
async def test_a_period_of_ones_own(app_at: AppAt, store: Store, keys: list[str], said: str) -> None:
    keep(store)
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        await shown(app, pilot)
        await pilot.press("f")
        await pilot.pause()
        for key in keys:
            await pilot.press("space" if key == " " else "minus" if key == "-" else key)
        await pilot.pause()
        assert said in await shown(app, pilot)


async def test_a_period_that_is_none_is_said_beside_the_field(app_at: AppAt, store: Store) -> None:
    keep(store)
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        await shown(app, pilot)
        await pilot.press("f", "end", "enter")
        await pilot.pause()
        await pilot.press(*"no such day", "enter")
        assert "is not a time" in await shown(app, pilot)
        await pilot.press("escape")
        assert "23 November 2025 to" in await shown(app, pilot)


async def test_one_bond_at_a_time_by_its_initials(app_at: AppAt, store: Store) -> None:
    keep(store, 0, person="Anna")
    keep(store, 1, person="Anna")
    keep(store, 2, person="Mum")
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        await shown(app, pilot)
        await pilot.press("at")
        said = await shown(app, pilot)
        assert "Everybody A 2" in said.replace("│", "").replace("❯ ", "")
        await pilot.press("down", "down", "enter")
        said = await shown(app, pilot)
        assert "22 November 2026 · with M" in said
        assert "1 of 365 days: 1 entry." in said
        await pilot.press("at", "home", "enter")
        assert "3 of 365 days" in await shown(app, pilot)


async def test_the_list_of_parts_leads_anywhere(app_at: AppAt, store: Store) -> None:
    keep(store)
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        await shown(app, pilot)
        await pilot.press("l", "down", "down", "down", "enter")
        assert f"Weekdays and hours 4 of {len(VIEWS)}" in await shown(app, pilot)
    async with (wide := app_at(Place.REVIEW)).run_test(size=(120, 40)) as pilot:
        await shown(wide, pilot)
        row = next(number for number, line in enumerate(lines(wide)) if line.strip().startswith("Promises"))
        await pilot.click(offset=(5, row))
        assert f"Promises 16 of {len(VIEWS)}" in await shown(wide, pilot)
        await pilot.press("n")
        assert f"Time since last 17 of {len(VIEWS)}" in await shown(wide, pilot)


async def test_persons_with_the_same_initials_are_told_apart_everywhere(app_at: AppAt, store: Store) -> None:
    for day, person in enumerate(("Sam", "Sofia")):
        keep(store, day, "not-heard", miss="shrink", miss_by=Who.THEM, person=person, note="soup")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        assert "with Sa:" in await go(pilot, Part.PATTERNS)
        await pilot.press("@")
        said = await shown(app, pilot)
        assert "Sa 1" in said
        assert "So 1" in said
        await pilot.press("escape")
        await pilot.press("enter")
        assert "Sa · soup" in await shown(app, pilot)
        await pilot.press("enter")
        assert "Person: Sa " in await shown(app, pilot)
        await pilot.press("escape", "escape")
        store.keep_settings(msgspec.structs.replace(store.settings, show_names=True))
        await pilot.press("1", "6")
        assert "with Sam:" in await shown(app, pilot)


async def test_days_without_entries_say_where_the_nearest_is_and_not_how_to_begin(app_at: AppAt, store: Store) -> None:
    keep(store, 800)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        said = await shown(app, pilot)
    assert "Nothing was noted in this period. The nearest entry is of 11 September 2024." in said
    assert "To begin" not in said
