"""Searching on Read before the index is there: what is typed waits for it, and never opens a row of before."""

from collections.abc import Iterable
from threading import Event

import pytest
from textual.widgets import Input

from companion.storage.library import Library
from companion.storage.search.document import Document
from companion.storage.search.library_documents import library_documents
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.row_list import RowList
from tests.conftest import AppAt
from tests.screens import text


@pytest.fixture
def index_may_come(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Hold the index back until this is set."""
    may_come = Event()

    def late(library: Library) -> Iterable[Document]:
        assert may_come.wait(20)
        return library_documents(library)

    monkeypatch.setattr("companion.ui.read.index.library_documents", late)
    return may_come


@pytest.mark.parametrize("keys", [["enter"], ["down", "enter"]], ids=" ".join)
async def test_enter_before_anything_is_found_opens_the_first_hit_of_the_words(
    app_at: AppAt, index_may_come: Event, keys: list[str]
) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("slash", *"guilt")
        await pilot.pause()
        assert not any(row.id for row in app.screen.query_one(RowList).rows)
        assert "One moment" in text(app)
        await pilot.press(*keys)
        await pilot.pause()
        index_may_come.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert "The guilt that tags along" in text(app)


async def test_what_was_asked_for_before_is_let_go_when_other_words_are_typed(
    app_at: AppAt, index_may_come: Event
) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("slash", *"guilt", "enter", "s")
        index_may_come.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert not isinstance(app.screen, ArticleScreen)
        assert app.screen.query_one("#words", Input).value == "guilts"


async def test_down_before_anything_is_found_goes_to_the_first_hit(app_at: AppAt, index_may_come: Event) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("slash", *"guilt", "down")
        index_may_come.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        assert rows.has_focus and rows.chosen and rows.chosen.text == "The guilt that tags along"
