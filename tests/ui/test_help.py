"""Help: safety at once, ways on by one key, numbers by country, and no trace."""

from pathlib import Path

import pytest

from companion.domain.content import Link
from companion.domain.help_line import countries
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.help.screen import HelpScreen
from companion.ui.places import Place
from companion.ui.read.pages import PageScreen
from tests.conftest import AppAt
from tests.screens import lines, text


async def test_f1_shows_the_whole_safety_page_on_eighty_by_twenty_four(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.LOG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        shown = text(app)
    assert "your safety comes first" in shown
    assert "Plan it with someone trained." in shown
    assert "i if you are the one who scares them" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("key", "slug"),
    [
        ("s", "find-support"),
        ("p", "privacy"),
        ("a", "about"),
        ("o", "for-the-other-side"),
        ("i", "if-you-are-the-one-who-scares-them"),
    ],
)
async def test_one_key_leads_on_and_escape_back(app_at: AppAt, library: Library, key: str, slug: str) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("f1", key)
        await pilot.pause()
        assert isinstance(app.screen, PageScreen)
        assert lines(app)[3].strip() == library.pages[slug].title
        await pilot.press("escape")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        assert "What is happening?" in text(app)


async def test_help_is_never_put_on_top_of_help(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("f1", "f1", "s", "f1")
        await pilot.pause()
        assert isinstance(app.screen, PageScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        assert "What is happening?" in text(app)


async def test_the_ways_on_are_links_too(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("f1", "shift+tab", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PageScreen)


async def test_no_place_is_underlined_while_help_is_open(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        assert app.screen.place is None


async def test_it_leaves_no_trace(app_at: AppAt, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    app = app_at(over=Store(folder))
    async with app.run_test() as pilot:
        await pilot.press("f1", "s", "end", "escape", "escape")
    assert not folder.exists()


async def test_support_lists_every_line_with_number_and_date(app_at: AppAt, library: Library) -> None:
    app = app_at()
    async with app.run_test(size=(120, 400)) as pilot:
        app.follow(Link("pages", "find-support"))
        await pilot.pause()
        await pilot.pause()
        shown = " ".join(text(app).split())
    for line in library.help_lines:
        assert " ".join(line.name.split()) in shown
        assert line.number in shown
    dated = [line for line in library.help_lines if line.checked]
    assert shown.count("checked: ") == len(dated)
    assert shown.count("not dated: try a directory if it does not answer") == len(library.help_lines) - len(dated)


def test_the_world_comes_first_then_countries_by_name(library: Library) -> None:
    first, *others = countries(library.help_lines)
    assert first == "Worldwide"
    assert others == sorted(others)


async def test_c_goes_to_a_country(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.follow(Link("pages", "find-support"))
        await pilot.press("c", "down", "down", "down", "enter")
        await pilot.pause()
        assert lines(app)[3].strip() == "Canada"


async def test_a_page_without_parts_has_no_contents(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.follow(Link("pages", "safety-first"))
        await pilot.pause()
        await pilot.press("c")
        assert isinstance(app.screen, PageScreen)
        assert "Contents" not in text(app)


async def test_the_first_sentence_is_there_on_forty_by_twelve(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        shown = " ".join(line[:39].strip() for line in lines(app))
    assert "If you're afraid of them, your safety comes first." in shown


async def test_a_page_of_help_says_nothing_of_how_far_one_is(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.follow(Link("pages", "about"))
        await pilot.press("pagedown", "end")
        await pilot.pause()
        assert "%" not in text(app)


async def test_the_page_of_safety_has_the_key_of_support_wherever_it_is_opened(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.follow(Link("pages", "safety-first"))
        await pilot.pause()
        assert "s Find support" in text(app)
        await pilot.press("s")
        await pilot.pause()
        assert "Find support" in lines(app)[3]
        assert "s Find support" not in text(app)


@pytest.mark.parametrize("keys", [("f1",), ("f1", "s")])
async def test_on_twenty_by_five_a_line_of_the_page_is_there(app_at: AppAt, keys: tuple[str, ...]) -> None:
    app = app_at()
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        title, *shown = (line.strip() for line in lines(app)[:4])
    assert title in ("Safety first", "Find support")
    assert "f1" not in " ".join(shown)
    assert any(shown)
