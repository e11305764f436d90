"""The sheet of a sentence of Now: one thing to do, to say, to read, and the log."""

import pytest
from textual.pilot import Pilot

from companion.domain.content import Link
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.log.form import EntryForm
from companion.ui.now.sheet import SituationSheet
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.row_list import RowList
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import running

SAID = "My head's full. I'm going to sit till {}, then I'm yours."


async def choose(pilot: Pilot[None], row: str) -> None:
    """Open the sheet of the first sentence and choose that row."""
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, SituationSheet)
    rows = pilot.app.screen.query_one(RowList)
    rows.show(pilot.app.screen._rows(), row)
    await pilot.press("enter")
    await pilot.pause()


async def test_a_sentence_leads_to_what_helps_in_it(app_at: AppAt, library: Library) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        for situation in library.situations.values():
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            shown = " ".join(text(app).split())
            assert situation.sentence in shown
            assert situation.do.text in shown
            assert "One thing to say" in shown
            assert "One thing to read" in shown
            await pilot.press("escape", "down")


async def test_the_thing_to_do_is_done(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await choose(pilot, "do")
        assert app.current_mode == Place.PAUSE


async def test_the_thing_to_say_is_copied(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await choose(pilot, "say")
        assert app.clipboard == SAID.format("20:40")


async def test_y_copies_it_too(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter", "y")
        assert app.clipboard == SAID.format("20:40")


async def test_the_thing_to_read_is_opened_and_escape_comes_back(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await choose(pilot, "read")
        assert isinstance(app.screen, ArticleScreen)
        assert "Asking for room, kindly" in text(app)
        await pilot.press("escape")
        assert isinstance(app.screen, SituationSheet)


async def test_log_it_begins_an_entry_of_that_kind(app_at: AppAt, store: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await choose(pilot, "log")
        assert isinstance(app.screen, EntryForm)
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert [entry.kind for entry in store.entries] == ["space"]


async def test_its_clock_time_stays_true_while_one_looks_at_it(app_at: AppAt, clock: MovableClock) -> None:
    app: CompanionApp = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        app._tick()
        assert SAID.format("20:40") in " ".join(text(app).split())
        clock.move(minutes=7)
        app._tick()
        await pilot.pause()
        assert SAID.format("20:47") in " ".join(text(app).split())
        await pilot.press("y")
        assert app.clipboard == SAID.format("20:47")


@pytest.mark.parametrize("size", [(40, 12), (120, 40)])
async def test_what_one_stands_on_stays_when_the_time_is_drawn_anew(
    app_at: AppAt, clock: MovableClock, size: tuple[int, int]
) -> None:
    app = app_at()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("enter", "down", "down")
        clock.move(minutes=7)
        app._tick()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)


async def test_each_sentence_leads_to_its_text_in_two_keys(app_at: AppAt, library: Library) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        for situation in library.situations.values():
            await pilot.pause()
            await pilot.press("enter", "r")
            await pilot.pause()
            assert isinstance(app.screen, ArticleScreen)
            pieces = library.pages if situation.reading.folder == "pages" else library.articles
            assert pieces[situation.reading.slug].title in text(app)
            await pilot.press("escape", "escape", "down")


async def test_while_a_pause_runs_the_sheet_says_where_it_is(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock))
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("escape", "1")
        await pilot.pause()
        app.follow(Link("situations", "space-guilt"))
        await pilot.pause()
        await pilot.pause()
        assert "A pause is running until 20:40. Enter shows it." in text(pilot.app)
        assert "Take 30 minutes" not in text(pilot.app)


async def test_whether_to_stay_leads_to_the_decision_desk(library: Library) -> None:
    assert str(library.situations["whether-to-stay"].action) == "worksheets/decision-desk"
