"""Words: by side, by what one might say in the heat, and what stands first."""

import pytest
from textual.widgets import TextArea

from companion.domain.script import Favourite, OwnScript
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.row_list import RowList
from tests.conftest import AppAt
from tests.screens import lines, text
from tests.ui.words.hands import filter_by, row_ids, stand_on, whole

ROOM, WAITS, BOTH, DANGER = "head-full", "what-time", "ears-not-answers", "ask-about-suicide"


async def test_s_shows_the_words_of_one_side_then_of_the_other_then_all(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert {ROOM, WAITS, BOTH, DANGER} <= set(row_ids(app))
        await pilot.press("s")
        await pilot.pause()
        assert "For the one who needs room" in text(app)
        assert {ROOM, BOTH, DANGER} <= set(row_ids(app))
        assert WAITS not in row_ids(app)
        await pilot.press("s")
        await pilot.pause()
        assert "For the one who waits" in text(app)
        assert {WAITS, BOTH, DANGER} <= set(row_ids(app))
        assert ROOM not in row_ids(app)
        await pilot.press("s")
        await pilot.pause()
        assert {ROOM, WAITS} <= set(row_ids(app))
        assert "For the one" not in text(app)


async def test_o_shows_what_one_might_say_and_the_try_below(app_at: AppAt, store: Store) -> None:
    own = store.scripts.keep(OwnScript(text="Tea first"))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("o")
        await stand_on(pilot, ROOM)
        assert "❯ Leave me alone." in text(app)
        assert "Try: My head's full." in whole(app)
        assert own.id not in row_ids(app)
        await pilot.press("escape")
        await pilot.pause()
        assert own.id in row_ids(app)


async def test_the_side_and_the_filter_go_together(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("s", "s")
        await filter_by(pilot, "head's full")
        assert ROOM not in row_ids(app)
        assert "esc shows all again" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert ROOM in row_ids(app)


async def test_a_star_lets_a_script_stand_first_and_takes_it_back(app_at: AppAt, store: Store) -> None:
    own = store.scripts.keep(OwnScript(text="Tea first"))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        for script in (own.id, WAITS):
            await stand_on(pilot, script)
            await pilot.press("asterisk")
            await pilot.pause()
        assert row_ids(app)[:2] == [own.id, WAITS]
        assert row_ids(app).count(WAITS) == 1
        row = app.screen.query_one("#scripts", RowList).chosen
        assert row is not None
        assert row.id == WAITS
        assert {mark.script for mark in store.favourites} == {own.id, WAITS}
        await pilot.press("asterisk")
        await pilot.pause()
        assert row_ids(app)[1] != WAITS
    assert [mark.script for mark in store.favourites] == [own.id]


async def test_a_hidden_mark_is_none(app_at: AppAt, store: Store) -> None:
    store.favourites.keep(Favourite(script=WAITS, is_hidden=True))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Favourites" not in text(app)


async def test_a_star_that_does_not_reach_the_disk_is_said(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full.")

    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await stand_on(pilot, WAITS)
        monkeypatch.setattr(Collection, "keep", fail)
        await pilot.press("asterisk")
        await pilot.pause()
        assert "Not kept: the disk is full." in text(app)


async def test_a_door_can_be_clicked(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.click("#doors", offset=(text(app).splitlines()[3].index("Promised") - 3, 0))
        await pilot.pause()
        await pilot.pause()
        assert "Nothing yet. Each pause" in whole(app)


async def test_m_opens_the_message_check_and_the_draft_stays(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("m")
        await pilot.pause()
        app.screen.query_one(TextArea).text = "You never listen"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("m")
        await pilot.pause()
        assert app.screen.query_one(TextArea).text == "You never listen"


async def test_the_keys_offered_are_those_that_work_in_the_field_and_in_a_narrowed_list(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "y Copy" in lines(app)[-1] and "Show all" not in lines(app)[-1]
        await pilot.press("slash")
        assert "esc Show all" in lines(app)[-1] and "y Copy" not in lines(app)[-1]
        await pilot.press("escape", "s")
        assert "For the one who needs room" in text(app) and "esc Show all" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "For the one who needs room" not in text(app)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_what_an_empty_list_says_is_never_cut(app_at: AppAt, size: tuple[int, int]) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(size=size) as pilot:
        await filter_by(pilot, "zqxv")
        assert "Nothing has these words. esc shows all again." in whole(app)
