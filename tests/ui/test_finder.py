"""The palette: one at a time, and its actions are the keys of the screen it was opened from."""

from pathlib import Path
from shutil import copytree

import pytest
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.breathe import BreatheScreen
from companion.ui.finder import Find, library_finds
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from tests.conftest import AppAt
from tests.screens import text


def finds(app: CompanionApp) -> dict[str, Find]:
    return {find.title: find for find in app.finds(app.screen)}


async def test_asking_for_the_palette_twice_opens_one(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", "ctrl+p")
        await pilot.pause()
        assert [isinstance(screen, CommandPalette) for screen in app.screen_stack] == [False, True]


async def test_actions_carry_the_keys_of_their_bindings(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        keys = {title: find.help for title, find in finds(app).items()}
        assert (keys["Ordinary day"], keys["Breathe"], keys["Help"]) == ("o", "b", "f1")
        assert (keys["Hide"], keys["Quit"]) == ("ctrl+l", "ctrl+q")


async def test_actions_are_those_of_the_present_screen(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Ordinary day" in finds(app)
        await pilot.press("3")
        await pilot.pause()
        assert "Ordinary day" not in finds(app)


async def test_nothing_is_offered_twice_and_the_palette_does_not_offer_itself(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        titles = [find.title for find in app.finds(app.screen) if not find.help.startswith("words")]
        assert len(titles) == len(set(titles))
        assert "Find" not in titles


async def choose(pilot: Pilot[None], words: str) -> None:
    """Open the palette, look for the words and take the first find."""
    await pilot.pause()
    await pilot.press("ctrl+p")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = words
    await pilot.pause(0.3)
    await pilot.press("enter")
    await pilot.pause(0.2)


@pytest.mark.parametrize(("words", "opens"), [("breathe", BreatheScreen), ("asking for room, kindly", ArticleScreen)])
async def test_what_is_chosen_opens(app_at: AppAt, words: str, opens: type) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await choose(pilot, words)
        assert isinstance(app.screen, opens)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("kill myself", ["Find support", "Safety first"]),
        ("hotline", ["Find support", "Safety first"]),
        ("sucide", ["Find support", "Safety first"]),
        ("he hits me", ["Safety first", "Find support"]),
        ("gaslighting", ["Space, silence, or control?"]),
    ],
)
async def test_words_of_a_crisis_lead_to_help_and_to_nothing_made_of_their_letters(
    app_at: AppAt, words: str, first: list[str]
) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        app.screen.query_one(Input).value = words
        await pilot.pause(0.3)
        hits = [option.hit.text for option in app.screen.query_one(CommandList)._options]  # type: ignore[attr-defined]
    assert hits == first


async def test_an_action_of_the_screen_is_done_from_the_palette(app_at: AppAt, store: Store) -> None:
    async with app_at().run_test() as pilot:
        await choose(pilot, "ordinary")
    assert [entry.kind for entry in store.entries] == ["ordinary"]


async def test_the_palette_finds_places_articles_and_scripts_and_takes_no_screenshot(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        titles = [find.title for find in app.finds(app.screen)]
        assert {"Pause", "Read", "Asking for room, kindly", "Safety first"} <= set(titles)
        assert any("My head's full" in title for title in titles)
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        assert not any("creenshot" in command.title for command in app.get_system_commands(app.screen))
        app.screen.query_one(Input).value = "screenshot"
        await pilot.pause(0.3)
        assert "Screenshot" not in text(app)


async def test_the_palette_goes_where_it_says(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        (review,) = [find for find in app.finds(app.screen) if find.title == "Review"]
        review.run()
        await pilot.pause()
        assert app.current_mode == Place.REVIEW


async def test_a_hasty_second_click_beside_the_palette_closes_nothing_below_it(app_at: AppAt) -> None:
    app = app_at(Place.NOW)
    async with app.run_test() as pilot:
        await pilot.press("enter", "ctrl+p")
        await pilot.pause()
        sheet, palette = app.screen_stack[-2:]
        palette.dismiss()
        palette.dismiss()
        await pilot.pause()
        assert app.screen is sheet


def test_a_broken_file_is_named_and_the_rest_is_found(tmp_path: Path) -> None:
    root = tmp_path / "library"
    copytree(LIBRARY, root)
    (root / "scripts" / "not-now.yaml").write_text("situation: [", encoding="utf-8")
    found = {find.title: find for find in library_finds(Library(root), lambda link: None)}
    assert {"Find support", "Decision desk"} <= found.keys()
    assert found["not-now.yaml can't be read: what belongs to it is missing here"].is_always
