"""Review: the parts one goes through, from an empty log to a full one."""

from datetime import UTC, datetime, timedelta

from companion.domain.context_note import ContextNote
from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.review.section import Part
from companion.domain.review.sentences import NOTE
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.review.views import VIEWS
from tests.conftest import AppAt, MovableClock
from tests.screens import lines
from tests.ui.review.hands import FRIDAY, TALL, go, keep, keep_pattern, shown


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
        assert f"Days 1 of {len(VIEWS)}" in await shown(app, pilot)  # behind the last comes the first
        await pilot.press("p")
        assert "Nothing comes back today." in await shown(app, pilot)


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
        await pilot.press("left_square_bracket")
        assert "9 November 2026 to 15 November 2026: 1 entry on 1 day" in await shown(app, pilot)
        await pilot.press("t", "enter")
        assert "Ten minutes once a week" in await shown(app, pilot)


async def test_a_line_kept_from_the_week_is_there_again_the_week_after(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    keep(store, 0)
    keep(store, 14)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await shown(app, pilot)
        await pilot.press("w", "enter")
        said = await shown(app, pilot)
        worksheet = library.worksheets["week-look-back"]
        assert worksheet.fields[-1].label in said
        await pilot.press(*["tab"] * (len(worksheet.fields) - 1), *"We sat.", "ctrl+s")
        await shown(app, pilot)
        await pilot.press("escape")
        assert "The line you kept on 22 November: “We sat.”" in await shown(app, pilot)
        assert [each.answers for each in store.worksheets] == [{worksheet.fields[-1].id: "We sat."}]
        clock.move(days=7)
        await pilot.press("1", "6")
        said = await shown(app, pilot)
        assert "23 November 2026 to 29 November 2026" in said
        assert "The line you kept on 22 November: “We sat.”" in said
        await pilot.press("left_square_bracket", "left_square_bracket")
        assert "The line you kept" not in await shown(app, pilot)  # not yet


async def test_what_else_went_on_is_counted_in_words(app_at: AppAt, store: Store) -> None:
    store.context_notes.keep(ContextNote(what="exams", since=(FRIDAY - timedelta(days=9)).date()))
    for days_ago in range(3):
        keep(store, days_ago, context=("illness",), note=f"ill {days_ago}")
    keep(store, 4)
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        said = await go(pilot, Part.CONTEXTS)
        assert "3 of 4 entries name a context. Meanwhile: exams, 11 November 2026 to now." in said
        assert "illness: 3 of 4 entries" in said
        await pilot.press("enter")
        said = await shown(app, pilot)
    assert "illness 3 entries" in said
    assert "ill 2" in said


async def test_a_repair_after_a_miss_opens_both(app_at: AppAt, store: Store) -> None:
    for days_ago in (1, 2, 3):
        rupture = keep(store, 7 * days_ago, "not-heard", miss="shrink", note=f"miss {days_ago}")
        keep(store, 7 * days_ago - 1, "repair", answers=rupture.id, repairs=("echo",), note=f"echo {days_ago}")
    keep(store, 0, "not-heard", miss="shrink", note="another")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        assert "After “Made it smaller”: “Said back what I heard” in 3 threads" in await go(pilot, Part.REPAIRS)
        await pilot.press("end", "enter")
        said = await shown(app, pilot)
    assert "After “Made it smaller”: “Said back what I heard” 6 entries" in said
    assert "miss 3" in said
    assert "echo 3" in said
    assert "another" not in said


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
