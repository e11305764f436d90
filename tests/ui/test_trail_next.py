"""Reading on in a trail: the next piece is offered first, while one reads in it."""

import pytest

from companion.domain.content import Link
from companion.storage.library import Library
from companion.ui.read.article import ArticleScreen
from companion.ui.read.trail import TrailScreen
from companion.ui.row_list import RowList
from tests.conftest import AppAt
from tests.screens import text
from tests.ui.test_trail import ROOM, opened


async def test_n_in_a_piece_leads_to_the_next_one_first_and_back_to_the_trail(app_at: AppAt, library: Library) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await opened(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        for slug in ROOM[1:]:
            await pilot.press("n")
            await pilot.pause()
            rows = [row.text for row in app.screen.query_one(RowList).rows]
            title = library.articles[slug].title
            assert rows[0] == f"Next in this trail: {title}" and title not in rows[1:]
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, ArticleScreen) and app.screen._whole.title == title
        await pilot.press(*["escape"] * len(ROOM))
        await pilot.pause()
        assert isinstance(app.screen, TrailScreen)


async def test_outside_a_trail_and_behind_its_last_piece_only_the_texts_own_ways_are_offered(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.follow(Link("articles", ROOM[0]))
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert "Next in this trail" not in text(app)
        await pilot.press("escape", "escape")
        await opened(app, pilot)
        await pilot.press("end", "enter")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert "Next in this trail" not in text(app)


async def test_a_page_in_a_trail_leads_on_too(app_at: AppAt, library: Library) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await opened(app, pilot, "afraid")
        await pilot.press("enter")
        await pilot.pause()
        assert "n Read next" in text(app)
        await pilot.press("n")
        await pilot.pause()
        assert library.articles["silence-that-punishes"].title in text(app)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_end_of_a_piece_names_the_next_one(app_at: AppAt, library: Library, size: tuple[int, int]) -> None:
    app = app_at()
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "Next in this trail" not in text(app)
        await pilot.press("end")
        await pilot.pause()
        await pilot.pause()
        title = library.articles[ROOM[1]].title
        assert f"Next in this trail: {title}"[:30] in text(app)


async def test_the_end_of_a_text_outside_a_trail_names_nothing(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.follow(Link("articles", ROOM[0]))
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "100%" in text(app) and "Next in this trail" not in text(app)
