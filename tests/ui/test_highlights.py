"""Highlights: made while reading, drawn in place whatever becomes of text and width, listed with their notes."""

from pathlib import Path

import msgspec
import pytest

from companion.domain.content import Link
from companion.domain.highlight import Highlight
from companion.resources import LIBRARY
from companion.storage.errors import NotKept
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.blocks import Look
from companion.text.spans import words_of
from companion.text.whole import article_whole
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.read.marks import MarksScreen
from companion.ui.read.noting import WriteNote
from companion.ui.reader.selecting import SelectBar
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.marking import LINK, SLUG, THIRD, reader, reading, selected
from tests.ui.reading import said

TO_THIRD = ("v", "down", "down")


def highlight(store: Store, clock: MovableClock, words: str, note: str = "", link: str = str(LINK)) -> Highlight:
    return store.highlights.keep(Highlight(link=link, words=words, note=note, made_at=clock()))


def drawn(app: CompanionApp) -> list[str]:
    """Return the words that are drawn as highlighted, a block each."""
    view = reader(app)
    return [
        words_of(paint.span, view.flow.blocks)
        for block in range(len(view.flow.blocks))
        for paint in view._painting.on(block)
        if paint.look is Look.HIGHLIGHT
    ]


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


async def test_the_list_shows_notes_in_the_order_of_the_text_and_goes_there(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    highlight(store, clock, "words that never stood there at all", "kept all the same")
    highlight(store, clock, "Leave out the last point on your way to the door", "the door")
    highlight(store, clock, THIRD)
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("apostrophe")
        await pilot.pause()
        shown = text(app)
        assert shown.index("I just need") < shown.index("the door\n".strip()) < shown.index("never stood there")
        assert "kept all the same (the words it stood on are gone)" in shown
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert selected(app).startswith("Leave out") and "your note: the door" in text(app)
        assert "Leave out the last point" in text(app)


async def test_in_the_list_a_note_is_changed_a_mark_taken_away_and_brought_back(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    made = highlight(store, clock, THIRD, "first")
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("apostrophe", "e")
        await pilot.pause()
        await pilot.press(*" and more", "enter")
        await pilot.pause()
        assert "first and more" in text(app)
        await pilot.press("delete")
        assert len(store.highlights) == 0
        await pilot.press("u")
        assert [(each.id, each.note) for each in store.highlights] == [(made.id, "first and more")]
        await pilot.press("d", "escape")
        await pilot.pause()
        assert drawn(app) == []


async def test_read_lists_all_of_them_by_text_also_those_whose_text_is_gone(
    store: Store, tmp_path: Path, clock: MovableClock
) -> None:
    own = tmp_path / "articles"
    own.mkdir()
    (own / "My walk.md").write_text("# The walk\n\nRound the pond. Then home.\n", encoding="utf-8")
    library = Library(LIBRARY, None, own)
    highlight(store, clock, "Round the pond.", link="own/My walk")
    highlight(store, clock, "Let it be.", "gone", link="own/2024-05-01-old-one")
    clock.move(hours=1)
    highlight(store, clock, THIRD)
    app = CompanionApp(store, library, clock, place=Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert "Bookmarks and highlights" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        shown = text(app)
        assert shown.index("Asking for room") < shown.index("Old one") and "The walk" in shown
        assert "“Let it be.”" in shown and "gone (the words it stood on are gone)" in shown
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen) and selected(app) == THIRD
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, MarksScreen)
        while "pond" not in (app.screen._row.text if app.screen._row else ""):
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert selected(app) == "Round the pond."


async def test_a_text_that_is_gone_is_said_to_be_and_its_words_can_be_read(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    highlight(store, clock, "Let it be.", link="own/old")
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("apostrophe", "enter")
        await pilot.pause()
        assert isinstance(app.screen, MarksScreen)
        assert "“Let it be.”" in text(app)
        assert said(app)


async def test_they_are_written_as_markdown_and_nothing_is_written_over_unasked(
    app_at: AppAt, store: Store, clock: MovableClock, tmp_path: Path
) -> None:
    highlight(store, clock, THIRD, "*mine*")
    target = tmp_path / "marks.md"
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("apostrophe", "o")
        await pilot.pause()
        app.screen.query_one("Input").value = str(target)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        written = target.read_text(encoding="utf-8")
        assert f"## Asking for room, kindly\n\n> {THIRD}\n\n\\*mine\\*\n\n*22 November 2026*\n" in written
        target.write_text("something else", encoding="utf-8")
        await pilot.press("o")
        await pilot.pause()
        app.screen.query_one("Input").value = str(target)  # type: ignore[attr-defined]
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert target.read_text(encoding="utf-8") == "something else"


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
