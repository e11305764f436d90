"""Review: the parts one goes through, from an empty log to a full one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.domain.context_note import ContextNote
from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.review.section import Part
from companion.domain.review.sentences import NOTE
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.review.views import VIEWS, Besides
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.sample import fill_folder, make_entries, make_pauses
from tests.screens import lines, text
from tests.ui.review.hands import FRIDAY, TALL, go, keep, keep_pattern, shown, whole_page, words


def keep_pauses(store: Store, kept: int, late: int) -> None:
    for number in range(kept + late):
        start = FRIDAY - timedelta(days=number)
        pause = Pause(started_at=start, due=start + timedelta(minutes=30), planned=timedelta(minutes=30))
        store.pauses.keep(pause.come_back(pause.due + timedelta(hours=0 if number < kept else 1)))


async def test_an_empty_log_says_how_to_begin_and_each_part_what_will_come(app_at: AppAt) -> None:
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        said = await shown(app, pilot)
        assert "23 November 2025 to 22 November 2026" in said
        assert "To begin: 5 goes to the log" in said
        assert "On which days you noted something" in said
        assert "○ good ● hard ◐ good and hard · plain blank: nothing noted" in said
        for view in VIEWS:
            said = await shown(app, pilot)
            assert f"{view.label} {VIEWS.index(view) + 1} of {len(VIEWS)}" in said
            assert NOTE in said
            await pilot.press("n")
        assert "Days 1 of 17" in await shown(app, pilot)  # behind the last comes the first
        await pilot.press("p")
        assert "Nothing comes back today." in await shown(app, pilot)


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


async def test_kinds_have_a_bar_a_week_and_their_count(app_at: AppAt, store: Store) -> None:
    for days_ago in (0, 1, 8):
        keep(store, days_ago)
    keep(store, 200, None, note="a line")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        said = await go(pilot, Part.KINDS)
        heated = next(row for row in lines(app) if "It got heated" in row)
        assert heated.split("It got heated")[1].split() == ["▄", "█", "━" * 20, "3"]
        assert next(row for row in lines(app) if "No kind chosen" in row).split()[-2:] == ["━━━━━━╸", "1"]
        assert "the last 12 weeks, the tallest 2 entries; a long bar is the whole period, 4 entries." in said
        await pilot.press("down", "enter")
        assert "No kind chosen 1 entry" in await shown(app, pilot)


async def test_strength_is_drawn_from_five_entries_up_with_what_went_on_below(app_at: AppAt, store: Store) -> None:
    store.context_notes.keep(ContextNote(what="exams", since=(FRIDAY - timedelta(days=9)).date()))
    for week, strength in enumerate((10, 8, 6, 4)):
        keep(store, 7 * week + 7, strength=strength)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        said = await go(pilot, Part.STRENGTH)
        assert "there are 4 so far, 1 is missing." in said
        assert "exams" not in said
        keep(store, 35, strength=2)
        await pilot.press("1", "6")
        said = await shown(app, pilot)
        rows = [row.split() for row in lines(app)]
    assert "from 2 to 10 of 10, with a mean of 6.0: 5 days, 5 entries with a strength." in said
    assert ["10", "█"] in rows
    assert ["0", "█████"] in rows
    assert ["──███"] in rows  # the average of the first two weeks is 2 and 3
    assert ["▔▔", "exams"] in rows
    assert "Meanwhile: exams, 11 November 2026 to now." in said
    assert "the mean of the 28 days up to then" in said


async def test_each_hour_of_the_week_is_said_and_opens(app_at: AppAt, store: Store) -> None:
    keep(store, 0)
    keep(store, 7)
    keep(store, 1, "good")
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        assert "Friday, 13:00 to 14:00: 2 of 3 entries" in await go(pilot, Part.HOURS)
        await pilot.press("up")
        assert "Thursday, 13:00 to 14:00: 1 of 3 entries" in await shown(app, pilot)
        await pilot.press("right")
        assert "Thursday, 14:00 to 15:00: 0 of 3 entries" in await shown(app, pilot)
        await pilot.press("left", "enter")
        assert "Thursday, 13:00 1 entry" in await shown(app, pilot)


async def test_a_word_opens_the_entries_that_chose_it(app_at: AppAt, store: Store) -> None:
    for days_ago in range(3):
        keep(store, days_ago, feelings=("hurt",), note=f"hurt {days_ago}")
    keep(store, 4, feelings=("calm", "afraid"), note="calm then")
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        said = await go(pilot, Part.FEELINGS)
        assert "hurt: 3 of 4 entries" in said
        assert "afraid ━" not in said
        await pilot.press("down", "enter")
        said = await shown(app, pilot)
        assert "calm 1 entry" in said
        assert "calm then" in said


async def test_a_pattern_stands_with_its_rule_and_opens_its_entries(app_at: AppAt, store: Store) -> None:
    keep_pattern(store)
    keep(store, 3, "not-heard", miss="fix", note="another")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        said = await go(pilot, Part.PATTERNS)
        assert said.count("The rule: it is a pattern worth a talk") == 1
        assert "By the rule it is a pattern worth a talk: 0 of the 5 were repaired" in said
        assert "1 more miss with fewer than 4 entries: too early to say." in said
        await pilot.press("enter")
        said = await shown(app, pilot)
    assert "5 entries" in said
    assert "time 4" in said
    assert "another" not in said


async def test_only_the_newest_open_ruptures_are_named(app_at: AppAt, store: Store) -> None:
    for days_ago in range(8):
        keep(store, days_ago, "not-heard", miss="fix", note=f"rupture {days_ago}")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        said = await go(pilot, Part.MENDING)
        assert "8 of 8 ruptures are open, the oldest for 9 days." in said
        assert "These are the 5 newest; 3 more are open." in said
        assert "15 November 2026: open" not in said
        await pilot.press("enter")
        assert "rupture 0" in await shown(app, pilot)


async def test_promises_are_said_in_words_with_their_range(app_at: AppAt, store: Store) -> None:
    keep_pauses(store, kept=9, late=3)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        said = await go(pilot, Part.PROMISES)
    assert "You came back in time, or moved the time in time, in 9 of 12 pauses." in said
    assert "The real share may lie between 47 and 91 %." in said


async def test_the_week_stands_beside_the_one_before_and_leads_to_its_worksheet(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    keep(store, 0)
    keep(store, 7, "good")
    line = {"line": "We talked on the bench."}
    store.worksheets.keep(Answers(worksheet="week-look-back", answers=line, filled_at=clock() - timedelta(days=7)))
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await shown(app, pilot)
        await pilot.press("w")
        said = await shown(app, pilot)
        assert "16 November 2026 to 22 November 2026: 1 entry on 1 day; the week before: 1 entry on 1 day." in said
        assert "The line you kept on 15 November: “We talked on the bench.”" in said
        assert "One small thing for next week?" in said
        assert "Something that landed?" not in said  # nothing did
        await pilot.press("left_square_bracket")
        assert "9 November 2026 to 15 November 2026: 1 entry on 1 day" in await shown(app, pilot)
        await pilot.press("t", "enter")
        assert "Ten minutes once a week" in await shown(app, pilot)


async def test_hard_days_come_back_only_on_asking(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    keep(store, 29, "good", note="a month ago, the lake")
    store.entries.keep(keep(store, 0, "good"))
    year_ago = datetime(2025, 11, 22, 12, tzinfo=UTC)
    keep(store, (FRIDAY - year_ago).days, "tears", note="a year ago, in tears")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await shown(app, pilot)
        await pilot.press("p")
        said = await shown(app, pilot)
        assert "A month ago, on 22 October 2026: 1 entry" in said
        assert "in tears" not in said
        await pilot.press("h")
        assert "in tears" in await shown(app, pilot)
        await pilot.press("h", "enter")
        said = await shown(app, pilot)
    assert "the lake" in said
    assert not store.settings.hard_days_again


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
        assert "Weekdays and hours 4 of 17" in await shown(app, pilot)
    async with (wide := app_at(Place.REVIEW)).run_test(size=(120, 40)) as pilot:
        await shown(wide, pilot)
        row = next(number for number, line in enumerate(lines(wide)) if line.strip().startswith("Promises"))
        await pilot.click(offset=(5, row))
        assert "Promises 14 of 17" in await shown(wide, pilot)
        await pilot.press("n")
        assert "Time since last 15 of 17" in await shown(wide, pilot)


async def test_where_there_is_little_room_the_note_ends_the_page(app_at: AppAt, store: Store) -> None:
    keep(store)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=(40, 12)) as pilot:
        assert "It leaves out the other" not in await shown(app, pilot)
        await pilot.press("end")
        assert "It leaves out the other" in await shown(app, pilot)
        await pilot.press("home")
        assert "You noted something" in await shown(app, pilot)


async def test_after_afraid_was_chosen_twice_safety_comes_first(app_at: AppAt, store: Store) -> None:
    keep(store, 0, feelings=("afraid",))
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        assert "your safety comes first" not in await shown(app, pilot)
        keep(store, 1, feelings=("afraid",))
        await pilot.press("1", "6")
        assert "your safety comes first" in await shown(app, pilot)


async def test_while_it_is_locked_nothing_is_shown_and_no_key_leads_anywhere(
    app_at: AppAt, clock: MovableClock, tmp_path: Path
) -> None:
    store = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    keep(store, 0, note="a secret", person="Anna", feelings=("hurt",))
    store.set_passphrase(store.new_key("x"))
    store.lock()
    app = app_at(Place.REVIEW, over=store)
    async with app.run_test() as pilot:
        locked = await shown(app, pilot)
        assert "The review is locked. f2 unlocks it." in locked
        for key in ("n", "p", "l", "w", "s", "at", "f", "h", "t", "enter", "down", "left_square_bracket"):
            await pilot.press(key)
            assert await shown(app, pilot) == locked, key
    assert "2026" not in locked
    assert NOTE not in locked


async def test_locking_puts_the_opened_entries_away(app_at: AppAt, clock: MovableClock, tmp_path: Path) -> None:
    store = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    keep(store, 0, note="a secret", quote="a quote")
    store.set_passphrase(store.new_key("x"))
    app = app_at(Place.REVIEW, over=store)
    for keys in (("enter", "enter"), ("s", "q"), ("s", "q", "space", "escape", "v")):
        async with (app := app_at(Place.REVIEW, over=store)).run_test(size=TALL) as pilot:
            await shown(app, pilot)
            await pilot.press(*keys)
            await shown(app, pilot)
            await pilot.press("f2")
            await pilot.pause()
            await pilot.press("enter")
            assert store.is_locked
            said = await shown(app, pilot)
            assert "a secret" not in said
            assert "a quote" not in said
        store.unlock(store.open_key("x"))


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40), (20, 6)])
async def test_words_of_the_person_break_nothing(app_at: AppAt, store: Store, size: tuple[int, int]) -> None:
    long = "x" * 10_000
    store.context_notes.keep(ContextNote(what=HOSTILE + long, since=FRIDAY.date()))
    for day in range(5):
        keep(
            store, day, HOSTILE, note=HOSTILE, person=HOSTILE + "🌧", quote=long, strength=3, feelings=(HOSTILE,),
            need=long, miss=HOSTILE, context=(HOSTILE, "مرحبا"),
        )  # fmt: skip
    app = app_at(Place.REVIEW)
    async with app.run_test(size=size) as pilot:
        await shown(app, pilot)
        for view in VIEWS:
            await shown(app, pilot)
            assert "\x1b" not in text(app) + whole_page(app), view
            if view is not Besides.WEEK:
                await pilot.press("enter")
                await shown(app, pilot)
                assert "\x1b" not in text(app)
                await pilot.press("escape")
            await pilot.press("n")
        await pilot.press("s", "v")
        await shown(app, pilot)
        assert "\x1b" not in text(app)


async def test_three_thousand_entries_are_counted_and_the_screen_follows_a_new_one(
    app_at: AppAt, library: Library, clock: MovableClock, tmp_path: Path
) -> None:
    fill_folder(tmp_path, make_entries(3000, library, clock(), days=360), make_pauses(80, clock(), days=300))
    store = Store(tmp_path)
    app = app_at(Place.REVIEW, over=store)
    async with app.run_test(size=TALL) as pilot:
        first = await shown(app, pilot)
        left_out = int(first.split("Left out: ")[1].split()[0]) if "Left out" in first else 0
        assert f"of 365 days: {3000 - left_out:,} entries." in first
        store.entries.keep(keep(store, 0, "good"))
        await pilot.press("1", "6")
        assert f"of 365 days: {3001 - left_out:,} entries." in await shown(app, pilot)
