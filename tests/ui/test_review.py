"""Review: the year at a glance, from an empty log to a full one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.review.sentences import NOTE
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.review.page import ReviewPage
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.sample import fill_folder, make_entries, make_pauses
from tests.screens import lines, text

TALL = (80, 60)
FRIDAY = datetime(2026, 11, 20, 12, tzinfo=UTC)


def keep_pauses(store: Store, kept: int, late: int) -> None:
    for number in range(kept + late):
        start = FRIDAY - timedelta(days=number)
        pause = Pause(started_at=start, due=start + timedelta(minutes=30), planned=timedelta(minutes=30))
        store.pauses.keep(pause.come_back(pause.due + timedelta(hours=0 if number < kept else 1)))


def words(app: CompanionApp) -> str:
    """The screen's words, as one line."""
    return " ".join(text(app).split())


async def shown(app: CompanionApp, pilot: Pilot[None]) -> str:
    await pilot.pause()
    return words(app)


async def test_an_empty_log_says_for_each_part_what_will_come_and_how_to_begin(app_at: AppAt) -> None:
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        said = await shown(app, pilot)
    assert "23 November 2025 to 22 November 2026" in said
    assert "To begin: 5 goes to the log" in said
    assert "On which days you noted something" in said
    assert "○ good ● hard ◐ good and hard · plain blank: nothing noted" in said
    assert "What happens most, and in which weeks." in said
    assert "It needs 5 entries that say how strong it was; there is none so far, 5 are missing." in said
    assert "It needs 5 pauses that ended; there is none so far, 5 are missing." in said
    assert NOTE in said


async def test_a_day_has_its_glyph_in_its_weeks_column(app_at: AppAt, store: Store) -> None:
    for day, kind in ((20, "heated"), (19, "good"), (18, "ordinary"), (13, "repair"), (13, "tears")):
        store.entries.keep(Entry(at=datetime(2026, 11, day, 12, tzinfo=UTC), kind=kind))
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await pilot.pause()
        rows = lines(app)
    monday = next(number for number, row in enumerate(rows) if row.lstrip().startswith("Mon"))
    assert "Dec Jan Feb Mar" in rows[monday - 1]
    last = 3 + 4 + 52  # margin, names of the days, the 53rd week
    assert rows[monday + 2][last] == "·"  # Wednesday
    assert rows[monday + 3][last] == "○"
    assert rows[monday + 4][last - 1 : last + 1] == "◐●"  # both Fridays
    assert rows[monday + 5].strip() == ""  # nothing noted on Saturdays


async def test_a_narrow_window_shows_the_last_weeks_and_says_so(app_at: AppAt, store: Store) -> None:
    store.entries.keep(Entry(at=FRIDAY, kind="heated"))
    app = app_at(Place.REVIEW)
    async with app.run_test(size=(40, 60)) as pilot:
        said = await shown(app, pilot)
        assert "Mon" in said
        assert "These are the last 15 weeks; a wider window shows more." in said
        assert all(len(line) <= 40 for line in lines(app))
        await pilot.resize_terminal(80, 60)
        assert "a wider window" not in await shown(app, pilot)


async def test_kinds_have_a_bar_a_week_and_their_count(app_at: AppAt, store: Store) -> None:
    for day in (20, 19, 12):
        store.entries.keep(Entry(at=datetime(2026, 11, day, 12, tzinfo=UTC), kind="heated"))
    store.entries.keep(Entry(at=FRIDAY - timedelta(days=200), note="a line"))
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        said = await shown(app, pilot)
        rows = lines(app)
    heated = next(row for row in rows if "It got heated" in row)
    assert heated.split("It got heated")[1].split() == ["▄", "█", "━" * 20, "3"]
    assert next(row for row in rows if "No kind chosen" in row).split()[-2:] == ["━━━━━━╸", "1"]
    assert "the last 12 weeks, the tallest 2 entries; a long bar is the whole period, 4 entries." in said


async def test_strength_has_two_lines_with_their_ends_from_five_entries_up(app_at: AppAt, store: Store) -> None:
    for week, strength in enumerate((10, 8, 6, 4)):
        store.entries.keep(Entry(at=FRIDAY - timedelta(weeks=week), kind="heated", strength=strength))
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        assert "there are 4 so far, 1 is missing." in await shown(app, pilot)
        store.entries.keep(Entry(at=FRIDAY - timedelta(weeks=4), kind="heated", strength=2))
        app.screen.reload()  # type: ignore[attr-defined]
        said = await shown(app, pilot)
        rows = [row.split() for row in lines(app)]
    assert "from 2 to 10 of 10, with a mean of 6.0: 5 days, 5 entries with a strength." in said
    assert ["2", "▂▄▅▇█", "10"] in rows
    assert ["2", "▂▃▄▄▆", "7"] in rows  # 2, 3, 4, 5, and without the first, which is 28 days ago, 7
    assert "the mean of the 28 days up to then" in said


async def test_promises_are_said_in_words_with_their_range(app_at: AppAt, store: Store) -> None:
    keep_pauses(store, kept=9, late=3)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        said = await shown(app, pilot)
    assert "You came back in time, or moved the time in time, in 9 of 12 pauses." in said
    assert "The real share may lie between 47 and 91 %." in said


async def test_years_are_turned_with_keys_and_only_to_where_something_is_kept(app_at: AppAt, store: Store) -> None:
    store.entries.keep(Entry(at=FRIDAY - timedelta(days=500), kind="good"))
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        assert "[ Earlier" in await shown(app, pilot)
        assert "] Later" not in words(app)
        await pilot.press("left_square_bracket")
        said = await shown(app, pilot)
        assert "23 November 2024 to 22 November 2025" in said
        assert "1 of 365 days: 1 entry." in said
        assert "[ Earlier" not in said
        await pilot.press("left")
        assert "23 November 2024 to" in await shown(app, pilot)
        await pilot.press("right_square_bracket")
        assert "23 November 2025 to" in await shown(app, pilot)
        await pilot.press("left", "t")
        assert "23 November 2025 to" in await shown(app, pilot)


async def test_the_page_scrolls_to_the_note_and_back(app_at: AppAt, store: Store) -> None:
    store.entries.keep(Entry(at=FRIDAY, kind="heated"))
    app = app_at(Place.REVIEW)
    async with app.run_test(size=(40, 12)) as pilot:
        assert "It leaves out the other" not in await shown(app, pilot)
        await pilot.press("end")
        assert "It leaves out the other" in await shown(app, pilot)
        page = app.screen.query_one(ReviewPage)
        at = page.scroll_offset.y
        await pilot.press("pageup", "down")
        await pilot.pause()
        assert page.scroll_offset.y == at - (page.size.height - 1) + 1
        await pilot.press("home")
        assert "You noted something" in await shown(app, pilot)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40), (20, 6)])
async def test_words_of_the_person_are_not_shown_and_break_nothing(
    app_at: AppAt, store: Store, size: tuple[int, int]
) -> None:
    store.entries.keep(Entry(at=FRIDAY, kind=HOSTILE, note=HOSTILE, person=HOSTILE, quote=HOSTILE))
    app = app_at(Place.REVIEW)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        page = app.screen.query_one(ReviewPage)
        drawn = "\n".join(page.render_line(y).text for y in range(page.virtual_size.height))
        assert "\x1b" not in text(app) + drawn
    assert drawn.count("I felt [/b] and") == 1  # a kind that no list holds, under its own name


async def test_three_thousand_entries_are_counted_and_the_screen_follows_a_new_one(
    app_at: AppAt, library: Library, clock: MovableClock, tmp_path: Path
) -> None:
    fill_folder(tmp_path, make_entries(3000, library, clock(), days=360), make_pauses(80, clock(), days=300))
    store = Store(tmp_path)
    app = app_at(Place.REVIEW, over=store)
    async with app.run_test() as pilot:
        assert "of 365 days: 3,000 entries." in await shown(app, pilot)
        store.entries.keep(Entry(at=clock(), kind="good"))
        await pilot.press("1", "6")
        assert "of 365 days: 3,001 entries." in await shown(app, pilot)
