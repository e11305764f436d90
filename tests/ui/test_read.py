"""Read: everything by topic, and found by the words in it."""

from datetime import UTC, datetime

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.reading import Reading
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.read.exercise import ExerciseScreen
from companion.ui.row_list import RowList
from tests.conftest import HOSTILE, AppAt
from tests.screens import lines, text


async def searched(app: CompanionApp, pilot: Pilot[None], words: str) -> None:
    """Search for words, and wait until everything is in the index."""
    app.screen.query_one("#words", Input).value = words
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause(0.1)


async def test_articles_stand_under_their_topics_with_side_and_minutes(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(100, 110)) as pilot:
        await pilot.pause()
        shown = lines(app)
    heading = next(number for number, line in enumerate(shown) if "When you need room" in line)
    assert shown[heading + 1].strip().startswith("Asking for room, kindly")
    assert shown[heading + 1].endswith("if you need room · 3 min")
    joined = "\n".join(shown)
    assert all(article.title in joined for article in library.articles.values())
    assert joined.index("Exercises") < joined.index("Six slow breaths a minute")


async def test_what_was_read_is_marked_and_what_is_being_read_too(app_at: AppAt, store: Store) -> None:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    store.reading.keep(Reading(id="asking-kindly", finished=True, share=1, read_at=at))
    store.reading.keep(Reading(id="running-low", place=9, share=0.3, read_at=at))
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.pause()
        shown = text(app)
    assert "Asking for room, kindly ✓" in shown
    row = next(line for line in shown.splitlines() if "Running low" in line)
    assert "reading · 3 min" in row


async def test_enter_opens_an_article_and_escape_comes_back(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press(*["down"] * (len(library.trails) + 1), "enter")
        assert isinstance(app.screen, ArticleScreen)
        await pilot.press("escape")
        await pilot.pause()
        row = next(line for line in lines(app) if "When they cry and you feel blank" in line)
        assert "reading · 3 min" in row


async def test_an_exercise_opens_from_the_last_group(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("end", "enter")
        assert isinstance(app.screen, ExerciseScreen)


async def test_the_row_stood_on_says_what_it_is_about(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*["down"] * (len(library.trails) + 1))
        shown = " ".join(text(app).split())
    assert library.articles["blank-when-they-cry"].summary in shown


async def test_words_find_articles_with_the_stretch_around_them(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.pause()
        await searched(app, pilot, "promise return")
        shown = text(app)
    assert "❯ A pause with a promise" in shown
    row = next(number for number, line in enumerate(shown.splitlines()) if "A pause with a promise" in line)
    assert "promise" in shown.splitlines()[row + 1]
    assert "Lonely side by side" not in shown


async def test_a_misspelt_word_still_finds_and_exercises_are_found_too(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.pause()
        await searched(app, pilot, "sielnce")
        assert "Space, silence, or control?" in text(app)
        await searched(app, pilot, "sigh")
        assert "The long sigh" in text(app)


async def test_slash_types_enter_opens_the_first_and_escape_leads_out(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("slash")
        await searched(app, pilot, "invisible list")
        await pilot.press("enter")
        assert isinstance(app.screen, ArticleScreen)
        assert "The invisible list: mental load" in text(app)
        await pilot.press("escape", "escape", "escape")  # off the hits, out of the text, out of the field
        assert isinstance(app.focused, RowList)
        assert app.screen.query_one("#words", Input).value == "invisible list"
        await pilot.press("escape")
        assert app.screen.query_one("#words", Input).value == ""
        assert "When you need room" in text(app)


async def test_down_goes_from_the_field_into_the_list(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("slash", "down")
        assert isinstance(app.focused, RowList)


@pytest.mark.parametrize("words", [HOSTILE, '"', "* OR (", "zzzzqqq", "NEAR/3 -"])
async def test_any_words_may_be_typed(app_at: AppAt, words: str) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.pause()
        await searched(app, pilot, words)
        shown = text(app)
    assert "Nothing holds all of these words" in shown or "min" in shown


@pytest.mark.parametrize("size", [(40, 12), (120, 40)])
async def test_it_fits_small_and_large_terminals(app_at: AppAt, size: tuple[int, int]) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = text(app)
    assert "I need room today" in shown
    assert ("5 pieces · 16 min" in shown) == (size[0] >= 70)
    assert ("if you need room" in shown) == (size[0] >= 70)


async def test_what_another_process_kept_is_shown(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.pause()
        store.reading.keep(Reading(id="asking-kindly", finished=True, read_at=datetime(2026, 11, 20, tzinfo=UTC)))
        app.screen.reload()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "Asking for room, kindly ✓" in text(app)
