"""Review over logs and windows of any kind: little room, fear, hostile words, thousands of entries."""

from pathlib import Path

import pytest

from companion.domain.context_note import ContextNote
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.review.views import VIEWS, Besides
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.sample import fill_folder, make_entries, make_pauses
from tests.screens import text
from tests.ui.review.hands import FRIDAY, TALL, keep, shown, whole_page


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
