"""Bookmarks: a quiet mark at the edge of a paragraph, and a way back to it."""

from companion.domain.bookmark import Bookmark
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.read.marks import MarksScreen
from tests.conftest import AppAt, MovableClock
from tests.screens import lines, text
from tests.ui.marking import LINK, TITLE, reader, reading
from tests.ui.reading import said

EDGE = "▎"


async def test_m_marks_the_paragraph_at_the_top_and_takes_the_mark_away(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("space", "up", "up", "m")
        await pilot.pause()
        (kept,) = store.bookmarks
        assert kept.link == str(LINK)
        assert kept.words == "Therapists often say that a fair pause differs from a"
        marked = [line for line in lines(app) if EDGE in line]
        assert marked[0].lstrip().startswith(f"{EDGE}Therapists often say") and len(marked) == 3
        await pilot.press("m")
        await pilot.pause()
        assert len(store.bookmarks) == 0 and EDGE not in text(app)


async def test_a_bookmark_is_found_again_in_another_width_and_gone_to(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.bookmarks.keep(
        Bookmark(link=str(LINK), words="Leave out the last point on your way to the door,", made_at=clock())
    )
    app = app_at(Place.READ)
    async with reading(app, size=(44, 16)) as pilot:
        assert EDGE not in text(app)
        await pilot.press("apostrophe")
        await pilot.pause()
        assert "▎  Leave out the last" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert f"{EDGE}Leave out the last point" in text(app)
        block = reader(app).top_spot.block
        assert reader(app).flow.blocks[block].words.startswith("Leave out the last point")


async def test_a_bookmark_is_listed_beside_the_highlights_and_has_no_note(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("m", "v", "h", "apostrophe")
        await pilot.pause()
        shown = lines(app)
        assert any(f"▎  {TITLE}" in line for line in shown)
        assert any("▁  “Say how you are" in line for line in shown)
        assert "e Note" not in shown[-1]
        await pilot.press("d")
        assert len(store.bookmarks) == 0 and len(store.highlights) == 1


async def test_the_mark_is_gone_with_the_text_that_it_belongs_to(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert EDGE in text(app)
        await pilot.press("n", "down", "enter")
        await pilot.pause()
        await pilot.pause()
        assert EDGE not in text(app)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert EDGE in text(app)


async def test_the_list_says_nothing_until_it_has_looked(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.bookmarks.keep(Bookmark(link=str(LINK), words=TITLE, made_at=clock()))
    screen = MarksScreen(store, app_at()._library, clock)
    assert [str(each.content) for each in screen.compose_place() if each.id == "empty"] == [""]  # type: ignore[attr-defined]


async def test_e_on_a_bookmark_says_what_holds_a_note(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.bookmarks.keep(Bookmark(link=str(LINK), words="Say how you are, how long you need,", made_at=clock()))
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("apostrophe")
        await pilot.pause()
        assert isinstance(app.screen, MarksScreen) and "e Note" not in text(app)
        await pilot.press("e")
        await pilot.pause()
        assert said(app).startswith("A bookmark holds no note.")
