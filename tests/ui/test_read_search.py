"""Searching on Read: everything as one types, the words that were found marked, and what one wrote only while open."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.domain.held import HeldMessage
from companion.domain.script import OwnScript
from companion.domain.signpost import Signpost
from companion.storage.library import Library
from companion.storage.search.document import Document, Kind
from companion.storage.search.index import Search
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.log.form import EntryForm
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.read.found import NEAR
from companion.ui.reader.view import Reader
from companion.ui.row_list import RowList
from companion.ui.words.held import HeldScreen
from companion.ui.words.screen import WordsScreen
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import lines, text


async def searched(app: CompanionApp, pilot: Pilot[None], words: str) -> None:
    """Search for words, and wait until everything is in the index."""
    app.screen.query_one("#words", Input).value = words
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause(0.1)


def bold(app: CompanionApp, line: int) -> list[str]:
    """Return the runs of a line that are drawn bold."""
    strip = app.screen._compositor.render_strips()[line]
    return [segment.text.strip() for segment in strip if segment.style and segment.style.bold]


def keys_of(app: CompanionApp) -> list[str]:
    return [row.id for row in app.screen.query_one(RowList).rows if row.id]


async def test_the_words_that_were_found_are_marked(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await searched(app, pilot, "kitchn")
        shown = lines(app)
        first = next(number for number, line in enumerate(shown) if "A pause with a promise" in line)
        assert bold(app, first + 1) == ["kitchen"]
        assert NEAR in text(app)


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("promise return", "Articles"),
        ("long sigh", "Exercises"),
        ("ask kindly guilt last", "Trails"),
        ("kitchen if you want me", "Words to say"),
        ("pause agreement", "Worksheets"),
        ("frightens controls", "Help"),
    ],
)
async def test_every_kind_stands_under_its_heading(app_at: AppAt, typed: str, heading: str) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 60)) as pilot:
        await searched(app, pilot, typed)
        headings = [row.text for row in app.screen.query_one(RowList).rows if row.id is None]
    assert heading in headings


async def test_a_hit_opens_at_the_paragraph_of_the_words(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 14)) as pilot:
        await searched(app, pilot, "book tomorrow with a time")
        assert "Coming back well" in text(app)
        await pilot.press("slash", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert app.screen.query_one(Reader).share > 0
        assert "book tomorrow" in text(app)


@pytest.mark.parametrize("words", ["kill myself", "self-harm", "hotline", "help lines", "want to die", "suicide"])
async def test_for_words_of_a_crisis_find_support_and_safety_first_stand_first(app_at: AppAt, words: str) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await searched(app, pilot, words)
        assert keys_of(app)[:2] == ["pages/find-support", "pages/safety-first"]
        assert NEAR not in text(app)


async def test_words_to_say_open_there(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await searched(app, pilot, "need a bit longer to be fair")
        await pilot.press("slash", "enter")
        await pilot.pause()
        assert isinstance(app.screen, WordsScreen)
        row = app.screen.query_one(RowList).chosen
        assert row and row.text.startswith("I need a bit longer to be fair")


async def test_what_one_wrote_is_found_and_opens(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    entry = store.entries.keep(Entry(at=clock(), note="a walk to the boathouse"))
    store.scripts.keep(OwnScript(text="Meet me at the boathouse."))
    store.held.keep(HeldMessage(text="The boathouse is cold", written_at=clock(), open_at=clock()))
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 40)) as pilot:
        await searched(app, pilot, "boathouse")
        shown = text(app)
        assert all(heading in shown for heading in ("Your log", "Your own words", "Your held messages"))
        rows = app.screen.query_one(RowList)
        rows.show(rows.rows, at=f"log/{entry.id}")
        rows.focus()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, EntryForm)
        await pilot.press("escape")
        await pilot.pause()
        rows.show(rows.rows, at=next(key for key in keys_of(app) if key.startswith("held/")))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, HeldScreen)


async def test_what_was_written_meanwhile_is_found_without_a_new_index(
    app_at: AppAt, store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await searched(app, pilot, "boathouse")
        assert "Nothing holds" in text(app)
        monkeypatch.setattr(Search, "__init__", None)
        await pilot.press("escape", "5")
        entry = store.entries.keep(Entry(at=clock(), note="a walk to the boathouse"))
        await pilot.press("escape", "3")
        await searched(app, pilot, "boathous")
        assert "a walk to the boathouse" in text(app)
        store.entries.forget(entry.id)
        app.screen.reload()  # type: ignore[attr-defined]
        await pilot.pause(0.1)
        assert "Nothing holds" in text(app)


async def test_locking_drops_the_index_with_every_word(
    app_at: AppAt, tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Search] = []
    init = Search.__init__

    def note(search: Search, documents: Iterable[Document] = (), signposts: Iterable[Signpost] = ()) -> None:
        made.append(search)
        init(search, documents, signposts)

    monkeypatch.setattr(Search, "__init__", note)
    store = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    store.entries.keep(Entry(at=clock(), note="a walk to the boathouse"))
    key = store.new_key("four plain words")
    store.set_passphrase(key)
    store.lock()
    app = app_at(Place.READ, store)
    async with app.run_test() as pilot:
        await searched(app, pilot, "boathouse")
        assert "Nothing holds" in text(app)
        store.unlock(key)
        app.read_again()
        await pilot.pause(0.1)
        assert "a walk to the boathouse" in text(app)
        app.lock()
        await pilot.pause(0.1)
        assert all(search.is_closed for search in made)
        await pilot.press("enter", "escape")
        await pilot.pause()
        await searched(app, pilot, "boathouse")
        assert "a walk" not in text(app)
        assert next(hit.kind for hit in made[-1].find("pause").hits) is Kind.ARTICLE


async def test_an_article_of_ones_own_is_found_as_soon_as_it_is_there(
    store: Store, clock: MovableClock, tmp_path: Path
) -> None:
    from companion.resources import LIBRARY

    app = CompanionApp(store, Library(LIBRARY, own_articles=tmp_path), clock, place=Place.READ)
    async with app.run_test() as pilot:
        await searched(app, pilot, "stove smokes")
        assert "Nothing holds" in text(app)
        (tmp_path / "cabin.md").write_text("# Cabin\n\nThe stove smokes.\n", encoding="utf-8")
        app.screen.reload()  # type: ignore[attr-defined]
        await app.workers.wait_for_complete()
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "❯ Cabin" in text(app)


@pytest.mark.parametrize(("words", "stands"), [("three more words", "three more words"), ("crying blank", "crying")])
async def test_the_words_it_was_found_by_are_marked_in_the_text_that_opens(
    app_at: AppAt, words: str, stands: str
) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await searched(app, pilot, words)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert isinstance(app.screen, ArticleScreen) and app.screen.reader.has_focus
        found = app.screen.finding
        assert found.is_open and found.has_hits and found.query_one(Input).value == stands
        await pilot.press("escape")
        assert not found.is_open
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one("#words", Input).value == words


async def test_the_keys_offered_are_those_that_work_in_the_field_and_in_what_is_found(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        assert "/ Search" in lines(app)[-1] and "esc" not in lines(app)[-1]
        await pilot.press("slash")
        assert "esc Leave the search" in lines(app)[-1] and "/ Search" not in lines(app)[-1]
        await searched(app, pilot, "crying")
        await pilot.press("down")
        assert "/ Search" in lines(app)[-1] and "esc Leave the search" in lines(app)[-1]
        await pilot.press("escape")
        await pilot.pause()
        assert "Short trails" in text(app) and "esc" not in lines(app)[-1]
