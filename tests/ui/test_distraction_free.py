"""Nothing but the text: one key hides what lies around it, and the promise of a pause stays in a corner."""

from companion.domain.content import Link
from companion.domain.pause import PauseKind
from companion.storage.store import Store
from companion.ui.key_bar import KeyBar
from companion.ui.place_bar import PlaceBar
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.reader.contents import ContentsPane
from tests.conftest import AppAt, MovableClock
from tests.screens import lines, text
from tests.ui.pause.hands import running
from tests.ui.reading import PARTS, read, reader, said

LINK = Link("articles", "asking-kindly")


async def test_z_hides_all_but_the_text_and_brings_it_back(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        app.follow(LINK)
        await pilot.pause()
        for way_back in ("z", "escape"):
            await pilot.press("z")
            await pilot.pause()
            assert not app.screen.query_one(PlaceBar).display
            assert not app.screen.query_one(KeyBar).display
            assert not app.screen.query_one("#progress").display
            assert "z or esc brings the keys back." in said(app)
            await pilot.press(way_back)
            await pilot.pause()
            assert isinstance(app.screen, ArticleScreen)
            assert "3 Read" in lines(app)[0]
            assert "d Do now" in lines(app)[-1]


async def test_it_is_remembered_for_the_next_text(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        app.follow(LINK)
        await pilot.press("z")
        app.follow(Link("pages", "about"))
        await pilot.pause()
        assert not app.screen.query_one(KeyBar).display
        await pilot.press("z", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert app.screen.query_one(KeyBar).display  # below, too


async def test_a_running_pause_stays_in_a_corner(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock, kind=PauseKind.TAKING))
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.go(Place.READ)
        app.follow(LINK)
        await pilot.pause()
        await pilot.press("z")
        await pilot.pause()
        assert "⏸" in lines(app)[-1]
        assert lines(app)[-1].rstrip().endswith(app.screen.chip())  # type: ignore[attr-defined]
        await pilot.press("z")
        await pilot.pause()
        assert "⏸" in lines(app)[0]
        assert "⏸" not in lines(app)[-1]


async def test_the_contents_beside_the_text_are_hidden_too_and_can_be_asked_for(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(120, 40)) as pilot:
        read(app, PARTS)
        await pilot.pause()
        await pilot.press("c", "z")
        await pilot.pause()
        assert not app.screen.query_one(ContentsPane).display
        assert reader(app).has_focus
        await pilot.press("down", "c", "down", "enter")
        await pilot.pause()
        assert lines(app)[1].strip().startswith(("One", "Two"))
        await pilot.press("z")
        await pilot.pause()
        assert app.screen.query_one(ContentsPane).display


async def test_words_are_found_there_too(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(40, 12)) as pilot:
        app.follow(LINK)
        await pilot.press("z", "slash", *"room")
        await pilot.pause()
        assert "1 of " in text(app)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert app.screen.query_one(KeyBar).display
