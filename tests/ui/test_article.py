"""An article: its front matter put to use, its place remembered, its ways on."""

import msgspec
import pytest

from companion.domain.content import Link
from companion.domain.reading import Reading
from companion.storage.errors import NotKept
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.whole import article_whole
from companion.ui.app import CompanionApp
from companion.ui.dialogs import Choose
from companion.ui.pause.screen import PauseScreen
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.reader.view import Reader
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import lines, text

SLUG = "asking-kindly"
LINK = Link("articles", SLUG)


def reading(store: Store) -> Reading:
    found = store.reading.get(SLUG)
    assert found is not None
    return found


def heading(app: CompanionApp) -> str:
    """Return the first line of the text that is on the screen."""
    return lines(app)[3].strip()


async def test_title_side_and_minutes_come_before_the_text(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.READ)
    article = library.articles[SLUG]
    async with app.run_test() as pilot:
        app.follow(LINK)
        await pilot.pause()
        shown = " ".join(" ".join(line[:78].strip() for line in lines(app)).split())
    assert f"Asking for room, kindly if you need room · {article.minutes} min Say how" in shown


async def test_a_care_note_is_said_before_the_text(
    app_at: AppAt, library: Library, store: Store, clock: MovableClock
) -> None:
    article = msgspec.structs.replace(library.articles[SLUG], care_note="Speaks of fear at home.", title=HOSTILE)
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.show(ArticleScreen(article_whole(article, library), store, library, clock))
        await pilot.pause()
        shown = text(app)
    assert shown.index("Before you read: Speaks of fear at home.") < shown.index("Say how you are")
    assert "I felt [/b] and [red] $x {place}" in shown


async def test_below_the_text_stand_what_to_do_what_to_read_and_the_sources(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(LINK)
        await pilot.press("end")
        shown = text(app)
    assert shown.index("Do now") < shown.index("Take a pause") < shown.index("Read next")
    assert shown.index("Read next") < shown.index("A pause with a promise") < shown.index("Sources")
    assert "doi: 10.7717/peerj.4831" in shown


async def test_d_does_what_the_article_speaks_of(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(LINK)
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(app.screen, PauseScreen)


async def test_n_reads_on_with_the_one_that_is_chosen(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(LINK)
        await pilot.press("n")
        assert isinstance(app.screen, Choose)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "The guilt that tags along" in heading(app)


async def test_a_link_in_the_text_opens_its_page(
    app_at: AppAt, library: Library, store: Store, clock: MovableClock
) -> None:
    words = "Words, and [Safety first](../../pages/safety-first.md).\n"
    article = msgspec.structs.replace(library.articles[SLUG], text=words)
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.show(ArticleScreen(article_whole(article, library), store, library, clock))
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert heading(app) == "Safety first"
        await pilot.press("escape")
        assert isinstance(app.screen, ArticleScreen)


async def test_the_place_is_kept_on_leaving_and_found_again(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(LINK)
        await pilot.press("space", "down")
        left_at = heading(app) or lines(app)[4].strip()
        assert store.reading.get(SLUG) is None  # not on each key
        await pilot.press("escape")
        assert 0 < reading(store).share < 1
        assert not reading(store).finished
        app.follow(LINK)
        await pilot.pause()
        place = app.screen.query_one(Reader).place
        assert place == reading(store).place + article_whole(app._library.articles[SLUG], app._library).before
        assert left_at in text(app)


@pytest.mark.parametrize("key", ["ctrl+q", "1", "ctrl+l"])
async def test_the_place_is_kept_however_the_screen_is_left(app_at: AppAt, store: Store, key: str) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(LINK)
        await pilot.press("space", key)
        await pilot.pause()
    assert reading(store).place > 0


async def test_opening_again_counts_as_reading_it_last(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(LINK)
        await pilot.press("space", "escape")
        clock.move(hours=3)
        app.follow(LINK)
        await pilot.press("escape")
        await pilot.pause()
    assert reading(store).read_at == clock()


async def test_progress_is_said_quietly(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(LINK)
        await pilot.pause()
        await pilot.press("space")
        assert "min left" in lines(app)[-2]


async def test_now_offers_to_read_on(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.follow(LINK)
        await pilot.press("space", "escape")
        await pilot.pause()
        assert "Read on   Asking for room, kindly" in text(app)
        await pilot.press("r")
        assert isinstance(app.screen, ArticleScreen)


async def test_a_full_disk_is_said_and_nothing_breaks(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Reading) -> Reading:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    monkeypatch.setattr(store.reading, "keep", full)
    app = app_at(Place.READ)
    async with app.run_test(notifications=True) as pilot:
        app.follow(LINK)
        await pilot.press("space", "escape")
        await pilot.pause()
        assert "the disk is full" in " ".join(text(app).split())


async def test_a_long_article_is_opened_without_laying_it_out(
    app_at: AppAt, library: Library, store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reader, "_go_on", lambda _: None)
    words = "\n\n".join("A paragraph " + "with some words " * 50 for _ in range(130))
    article = msgspec.structs.replace(library.articles[SLUG], text=words)
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.show(ArticleScreen(article_whole(article, library), store, library, clock))
        await pilot.pause()
        assert "A paragraph with some words" in text(app)
        assert app.screen.query_one(Reader).laid_out < 100


async def test_one_goes_back_and_forward_through_texts_each_where_it_was_left(
    app_at: AppAt, library: Library, store: Store, clock: MovableClock
) -> None:
    words = "Words, and [Safety first](../../pages/safety-first.md).\n\n" + "A line.\n\n" * 80
    article = msgspec.structs.replace(library.articles[SLUG], text=words)
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        app.show(ArticleScreen(article_whole(article, library), store, library, clock))
        await pilot.press("tab", "pagedown")
        first = app.screen
        place = first.query_one(Reader).place
        await pilot.press("enter")
        await pilot.pause()
        assert (app.screen, heading(app)) == (first, "Safety first")
        await pilot.press("alt+left")
        await pilot.pause()
        assert first.query_one(Reader).place == place > 0
        await pilot.press("alt+right")
        await pilot.pause()
        assert heading(app) == "Safety first"
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.screen is not first
    kept = store.reading.get(SLUG)
    assert kept is not None
    assert kept.place > 0
