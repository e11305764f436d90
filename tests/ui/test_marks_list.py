"""The list of what was marked: gone through, changed, taken away and written out."""

from pathlib import Path

from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.read.marks import MarksScreen
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.marking import THIRD, drawn, highlight, reading, selected
from tests.ui.reading import said


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
