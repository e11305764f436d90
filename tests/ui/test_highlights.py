"""Highlights: made while reading, drawn in place whatever becomes of text and width, listed with their notes."""

import msgspec
import pytest

from companion.domain.content import Link
from companion.storage.errors import NotKept
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.whole import article_whole
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.read.marks import MarksScreen
from companion.ui.read.noting import WriteNote
from companion.ui.reader.selecting import SelectBar
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.marking import LINK, SLUG, THIRD, drawn, highlight, reader, reading, selected
from tests.ui.reading import said

TO_THIRD = ("v", "down", "down")


async def test_h_highlights_what_is_selected_and_keeps_what_stands_around_it(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press(*TO_THIRD, "h")
        await pilot.pause()
        (kept,) = store.highlights
        assert (kept.link, kept.words, kept.note) == (str(LINK), THIRD, "")
        assert kept.before.endswith("Then be back.\n") and kept.after.startswith(" An hour later Sam")
        assert len(kept.before) <= 32 >= len(kept.after)
        assert drawn(app) == [THIRD]
        assert selected(app) == ""
        line = next(y for y in range(10) if "I just need" in reader(app).render_line(y).text)
        styles = [each.style for each in reader(app).render_line(line) if each.text.startswith('"I just')]
        assert styles[0] and styles[0].underline  # seen without colours too


async def test_e_highlights_with_a_note_which_is_shown_where_it_is_stood_on(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press(*TO_THIRD, "e")
        await pilot.pause()
        assert isinstance(app.screen, WriteNote)
        assert len(store.highlights) == 1  # kept before the note is asked for
        await pilot.press(*"tell Kim", "enter")
        await pilot.pause()
        assert [each.note for each in store.highlights] == ["tell Kim"]
        await pilot.press(*TO_THIRD)
        await pilot.pause()
        assert "10 words · your note: tell Kim" in text(app)
        await pilot.press("h")
        assert len(store.highlights) == 1 and "are highlighted" in said(app)
        await pilot.press("e", *"!", "enter")
        await pilot.pause()
        assert [each.note for each in store.highlights] == ["tell Kim!"]


async def test_highlights_outlive_another_width_a_restart_and_small_edits_of_the_text(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press(*TO_THIRD, "right", "right", "h")
        await pilot.resize_terminal(44, 20)
        await pilot.pause()
        assert drawn(app) == [f"{THIRD} An hour"]
    article = library.articles[SLUG]
    edited = msgspec.structs.replace(article, text=article.text.replace("I just need a", "I really just need one"))
    app = app_at(Place.READ)
    async with app.run_test(size=(60, 20)) as pilot:
        app.show(ArticleScreen(article_whole(edited, library), store, library, clock))
        await pilot.pause()
        await pilot.pause()
        assert drawn(app) == [f"{THIRD} An hour".replace("I just need a", "I really just need one")]


async def test_overlapping_highlights_are_both_drawn_and_the_one_stood_on_is_the_shorter(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    highlight(store, clock, f"{THIRD} An hour later", "the long one")
    highlight(store, clock, THIRD, "the short one")
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        assert sorted(drawn(app)) == [THIRD, f"{THIRD} An hour later"]
        await pilot.press(*TO_THIRD)
        await pilot.pause()
        assert "the short one" in text(app)
        await pilot.press("down")
        await pilot.pause()
        assert "the long one" in text(app)


async def test_a_click_on_a_highlight_shows_its_note_and_one_beside_it_leaves(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    highlight(store, clock, THIRD, HOSTILE)
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        view = reader(app)
        y = next(y for y in range(10) if "I just need" in view.render_line(y).text)
        await pilot.click(view, offset=(view._left + 3, y))
        await pilot.pause()
        assert selected(app) == THIRD
        assert "I felt [/b] and [red] $x {place}" in text(app)
        await pilot.click(view, offset=(view._left + 3, 0))
        await pilot.pause()
        assert not app.screen.query_one(SelectBar).is_open


async def test_of_reading_pages_and_files_nothing_is_kept_and_that_is_said(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with reading(app, Link("pages", "privacy")) as pilot:
        await pilot.press("v", "h")
        assert len(store.highlights) == 0 and "no marks" in said(app)
        await pilot.press("escape", "m", "apostrophe")
        assert len(store.bookmarks) == 0 and not isinstance(app.screen, MarksScreen)


async def test_words_that_do_not_reach_the_disk_stay_selected(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise NotKept("Not kept: the disk is full.")

    monkeypatch.setattr(store.highlights, "keep", fail)
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press(*TO_THIRD, "h")
        assert selected(app) == THIRD and "the disk is full" in said(app)


async def test_a_search_for_words_of_a_note_leads_to_its_highlight(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    highlight(store, clock, "Leave out the last point on your way to the door", "ask the quince about it")
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("slash", *"quince")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert selected(app).startswith("Leave out the last point")
