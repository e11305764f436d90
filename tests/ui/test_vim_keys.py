"""Vim keys: off by default; they move in lists, texts and questions, and take no letter from a field or a place."""

from pathlib import Path

import pytest
from textual.widgets import Input

from companion.domain.content import Link
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.dialogs import Choose
from companion.ui.places import Place
from companion.ui.reader.view import Reader
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from tests.conftest import AppAt
from tests.screens import text
from tests.ui.test_own_keys import moved, place_of


@pytest.fixture
def vim(store: Store) -> Store:
    store.change_settings(vim_keys=True)
    return store


def row(app: CompanionApp) -> str:
    chosen = app.screen.query_one(RowList).chosen
    return chosen.text if chosen else ""


async def test_without_the_setting_vim_keys_do_nothing(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        first = row(app)
        await pilot.press("j")
        assert row(app) == first


async def test_vim_keys_move_in_a_list(app_at: AppAt, vim: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        first = row(app)
        await pilot.press("j")
        second = row(app)
        await pilot.press("k")
        assert second != first == row(app)
        await pilot.press("G")
        last = row(app)
        await pilot.press("g")
        assert last not in (first, second)
        assert row(app) == first
        await pilot.press("ctrl+d")
        assert row(app) != first
        await pilot.press("ctrl+u")
        assert row(app) == first


async def test_vim_keys_move_in_a_text(app_at: AppAt, vim: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.follow(Link("articles", "asking-kindly"))
        await pilot.pause()
        reader = app.screen.query_one(Reader)
        await pilot.press("j", "j")
        assert reader.scroll_offset.y == 2
        await pilot.press("k")
        assert reader.scroll_offset.y == 1
        await pilot.press("ctrl+d")
        assert reader.scroll_offset.y > 10
        await pilot.press("G")
        assert reader.scroll_offset.y == reader.max_scroll_y
        await pilot.press("g")
        assert reader.scroll_offset.y == 0


async def test_vim_keys_move_in_a_question(app_at: AppAt, vim: Store) -> None:
    app = app_at()
    answers: list[str | None] = []
    async with app.run_test() as pilot:
        app.push_screen(Choose("Which?", [Row("one", "one"), Row("two", "two")]), answers.append)
        await pilot.press("j", "enter")
        await pilot.pause()
    assert answers == ["two"]


async def test_a_hasty_enter_behind_a_vim_key_chooses_what_that_led_to(app_at: AppAt, vim: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("j")
        second = row(app)
        await pilot.press("k")
        for key in ("j", "enter"):
            app.simulate_key(key)
        await pilot.pause()
        await pilot.pause()
        assert second in text(app)
        assert type(app.screen).__name__ == "SituationSheet"


async def test_a_vim_key_writes_in_a_field(app_at: AppAt, vim: Store) -> None:
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(*"jkhlgG")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "jkhlgG"


async def test_where_a_place_uses_the_letter_itself_that_wins(app_at: AppAt, vim: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("l")
        await pilot.pause()
        assert place_of(app) is Place.LOG
        await pilot.press("escape", "g")
        await pilot.pause()
    assert [entry.kind for entry in vim.entries] == ["good"]


async def test_a_moved_vim_key_moves_too(app_at: AppAt, vim: Store, tmp_path: Path) -> None:
    app = moved(app_at(), tmp_path, "vim.down: i\n")
    async with app.run_test() as pilot:
        await pilot.pause()
        first = row(app)
        await pilot.press("j")
        assert row(app) == first
        await pilot.press("i")
        assert row(app) != first


async def test_moving_is_not_offered_in_the_palette(app_at: AppAt, vim: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        titles = {find.title for find in app.finds(app.screen)}
    assert not titles & {"Up", "Down", "Page down", "To the top"}
    assert "Ordinary day" in titles


async def test_the_setting_turns_them_on(app_at: AppAt, store: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.show(app._screens.settings())
        await pilot.pause()
        await pilot.press("end")
        assert row(app) == "Vim keys in lists and texts"
        await pilot.press("enter")
        await pilot.pause()
    assert store.settings.vim_keys
