"""Review: what is opened behind a figure shows what is kept by then, from wherever one comes back."""

from msgspec.structs import replace

from companion.domain.review.section import Part
from companion.storage.binning import delete
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.ui.review.hands import TALL, go, keep, keep_pattern, shown


async def test_a_place_key_leads_away_from_a_list_and_back_to_it_as_it_is_by_then(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    gone = keep(store, 0, feelings=("calm",), note="the lake")
    keep(store, 1, feelings=("calm",), note="the bench")
    keep(store, 2, note="soup")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await go(pilot, Part.FEELINGS)
        await pilot.press("enter")
        assert "calm 2 entries" in await shown(app, pilot)
        await pilot.press("4")
        await shown(app, pilot)
        assert app.current_mode == Place.WORDS
        delete(store, [gone.id], clock())
        await pilot.press("6")
        said = await shown(app, pilot)
        assert "calm 1 entry" in said
        assert "the lake" not in said
        await pilot.press("escape")
        assert "1 of 2 entries names a feeling." in await shown(app, pilot)


async def test_coming_back_to_what_is_gone_shows_the_figure_without_it(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    gone = keep(store, 0, feelings=("calm",), note="the lake")
    keep(store, 1)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await go(pilot, Part.FEELINGS)
        await pilot.press("enter", "enter")
        assert "the lake" in await shown(app, pilot)
        await pilot.press("1")
        await shown(app, pilot)
        delete(store, [gone.id], clock())
        await pilot.press("6")
        said = await shown(app, pilot)
        said = await shown(app, pilot)
    assert "Which feelings you chose, and how often. It starts with the first entry that names a feeling." in said


async def test_an_entry_is_shown_as_it_was_changed_elsewhere(app_at: AppAt, store: Store) -> None:
    entry = keep(store, 0, note="the lake")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await shown(app, pilot)
        await pilot.press("enter", "enter", "1")
        await shown(app, pilot)
        store.entries.edit(entry, replace(entry, note="the bench", strength=3))
        await pilot.press("6")
        said = await shown(app, pilot)
        assert "the bench" in said
        assert "How strong: 3" in said
        assert "the lake" not in said


async def test_the_cursor_stays_on_a_row_whose_figure_changes(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    pattern = keep_pattern(store)
    keep(store, 3, "not-heard", miss="fix", note="another")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await go(pilot, Part.MISSES)
        await pilot.press("down")
        assert "1 of 6 entries" in await shown(app, pilot)
        await pilot.press("1")
        delete(store, [pattern[0].id], clock())
        await pilot.press("6")
        assert "1 of 5 entries" in await shown(app, pilot)


async def test_an_entry_that_left_a_pattern_leaves_its_list(app_at: AppAt, store: Store) -> None:
    entries = keep_pattern(store)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await go(pilot, Part.PATTERNS)
        await pilot.press("enter")
        assert "“Made it smaller”, by them 5 entries" in await shown(app, pilot)
        await pilot.press("1")
        store.entries.edit(entries[0], replace(entries[0], miss="fix"))
        await pilot.press("6")
        said = await shown(app, pilot)
    assert "“Made it smaller”, by them 4 entries" in said
    assert "time 0" not in said
