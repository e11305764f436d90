"""Review, the days: a glyph for each, and walking over them to open one."""

from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt
from tests.screens import lines
from tests.ui.review.hands import TALL, keep, shown


async def test_a_day_has_its_glyph_in_its_weeks_column(app_at: AppAt, store: Store) -> None:
    for days_ago, kind in ((0, "heated"), (1, "good"), (2, "ordinary"), (7, "repair"), (7, "tears")):
        keep(store, days_ago, kind)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await shown(app, pilot)
        rows = lines(app)
    monday = next(number for number, row in enumerate(rows) if row.lstrip().startswith("Mon"))
    assert "Dec Jan Feb Mar" in rows[monday - 1]
    last = 3 + 4 + 52  # margin, names of the days, the 53rd week
    assert rows[monday + 2][last] == "·"  # Wednesday
    assert rows[monday + 3][last] == "○"
    assert rows[monday + 4][last - 1 : last + 1] == "◐●"  # both Fridays
    assert rows[monday + 5].strip() == ""  # nothing noted on Saturdays


async def test_one_walks_over_the_days_and_opens_one(app_at: AppAt, store: Store) -> None:
    keep(store, 0, "heated", note="sharp words")
    keep(store, 7, "good", note="a walk", quote="Well done.", person="Anna")
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        assert "Friday 20 November: 1 entry, hard" in await shown(app, pilot)  # the last day that was looked at
        await pilot.press("left")
        assert "Friday 13 November: 1 entry, good" in await shown(app, pilot)
        await pilot.press("down", "down", "down")
        assert "Monday 16 November: nothing noted" in await shown(app, pilot)  # Sunday is followed by Monday
        await pilot.press("enter")
        assert "Monday 16 November: nothing noted" in await shown(app, pilot)
        await pilot.press("up", "up", "up", "enter")
        said = await shown(app, pilot)
        assert "Friday 13 November 1 entry" in said
        assert "13:00 A good moment · A · a walk" in said
        await pilot.press("enter")
        said = await shown(app, pilot)
        assert "Friday 13 November, 13:00 a walk" in said
        assert "Their words: Well done." in said
        assert "Person: A " in said
        assert "Anna" not in said
        await pilot.press("escape", "escape")
        assert "Friday 13 November: 1 entry, good" in await shown(app, pilot)


async def test_a_day_opens_by_mouse_on_the_second_click(app_at: AppAt, store: Store) -> None:
    keep(store, 7, "good", note="a walk")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await shown(app, pilot)
        rows = lines(app)
        friday = next(number for number, row in enumerate(rows) if row.lstrip().startswith("Fri"))
        await pilot.click(offset=(3 + 4 + 50, friday))
        assert "Friday 6 November: nothing noted" in await shown(app, pilot)
        await pilot.click(offset=(3 + 4 + 51, friday))
        assert "Friday 13 November: 1 entry" in await shown(app, pilot)
        await pilot.click(offset=(3 + 4 + 51, friday))
        assert "a walk" in await shown(app, pilot)


async def test_a_narrow_window_shows_the_last_weeks_and_says_so(app_at: AppAt, store: Store) -> None:
    keep(store)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=(40, 60)) as pilot:
        said = await shown(app, pilot)
        assert "These are the last 15 weeks; a wider window shows more." in said
        assert all(len(line) <= 40 for line in lines(app))
        await pilot.resize_terminal(80, 60)
        assert "a wider window" not in await shown(app, pilot)
