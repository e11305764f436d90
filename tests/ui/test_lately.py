"""What was read is listed, opened again, and let go of."""

from datetime import timedelta

from companion.domain.content import Link
from companion.domain.reading import Reading
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.row_list import RowList
from tests.conftest import AppAt, MovableClock
from tests.screens import text


def _remember(store: Store, clock: MovableClock) -> None:
    now = clock()
    yesterday = now - timedelta(days=1)
    store.reading.keep(Reading(id="asking-kindly", read_at=now, share=0.4))
    store.reading.keep(
        Reading(id="coming-back-well", read_at=yesterday, share=1.0, finished=True, finished_at=(yesterday, yesterday))
    )
    store.reading.keep(Reading(id="own/gone", read_at=yesterday - timedelta(days=40)))


async def test_the_last_comes_first_with_its_day_and_how_far(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    _remember(store, clock)
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("h")
        await pilot.pause()
        rows = app.screen.query_one(RowList).rows
        assert [(row.id, row.tail) for row in rows[:2]] == [
            ("asking-kindly", "today · 40%"), ("coming-back-well", "yesterday · finished twice"),
        ]  # fmt: skip
        assert rows[2].text == "gone"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)


async def test_what_is_taken_off_is_forgotten_until_it_is_undone(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    _remember(store, clock)
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("h", "d")
        await pilot.pause()
        assert store.reading.get("asking-kindly") is None
        await pilot.press("u")
        await pilot.pause()
        assert store.reading.get("asking-kindly") is not None


async def test_an_empty_list_says_what_comes_here(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("h")
        await pilot.pause()
        assert "Nothing here yet." in text(app)


async def test_the_safety_article_leaves_no_trace(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(Link("articles", "silence-that-punishes"))
        await pilot.pause()
        await pilot.press("end", "escape")
        await pilot.pause()
    assert not list(store.reading)
