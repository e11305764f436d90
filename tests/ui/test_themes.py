"""How it looks is chosen in the settings, shown at once and kept; what can't be had is said, and nothing is lost."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES

from companion.domain import theme_names
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import number_of
from companion.ui.theme_choice import ChooseTheme
from companion.ui.themes import DAWN, DUSK, OURS, PLAIN
from tests.conftest import AppAt, MovableClock
from tests.inks import inks
from tests.screens import text
from tests.ui.test_settings import go_to

FOREST = "name: wäld-1\nprimary: '#a5c4a0'\nbackground: '#101810'\n"


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    """A store on the disk, whose folder may hold themes."""
    store = Store(tmp_path / "data")
    store.change_settings(bell=True)
    (tmp_path / "data/themes").mkdir()
    return store


def write(store: Store, words: str, name: str = "mine.yaml") -> None:
    assert store.folder
    (store.folder / "themes" / name).write_text(words)


def ground(app: CompanionApp) -> str:
    """Return the colour of the ground that is drawn at the top left."""
    return next(each.hex for _, _, each in inks(app))


async def choose(pilot: Pilot[None], name: str) -> None:
    """Choose a theme in the dialog that is open."""
    rows = pilot.app.screen.query_one(RowList)
    rows.cursor = number_of(rows.rows, name)
    await pilot.press("enter")
    await pilot.pause(0.05)


def test_the_names_that_are_known_without_textual_are_those_of_the_themes_it_has() -> None:
    assert list(OURS) == list(theme_names.OURS)
    assert set(theme_names.TEXTUALS) == {name for name, theme in BUILTIN_THEMES.items() if not theme.ansi}


async def test_a_theme_is_shown_at_once_and_kept(app_at: AppAt, kept: Store) -> None:
    app = app_at(Place.NOW, kept)
    async with app.run_test() as pilot:
        await go_to(app, pilot, "theme")
        await pilot.press("enter")
        await choose(pilot, "dawn")
        assert ground(app) == DAWN.background.upper()  # type: ignore[union-attr]
        assert kept.settings.theme == "dawn"
        assert any("Theme" in line and "dawn" in line for line in text(app).splitlines())
        await pilot.press("enter")
        await choose(pilot, "auto")
        assert ground(app) == DUSK.background.upper()  # type: ignore[union-attr]
    again = app_at(Place.NOW, kept)
    async with again.run_test():
        assert again.theme == DUSK.name


async def test_the_palette_finds_the_themes(app_at: AppAt, kept: Store) -> None:
    app = app_at(Place.NOW, kept)
    async with app.run_test() as pilot:
        await pilot.pause()
        (find,) = [each for each in app.finds(app.screen) if each.title == "Theme"]
        find.run()
        await pilot.pause()
        assert isinstance(app.screen, ChooseTheme)
        await choose(pilot, "gruvbox")
        assert app.theme == kept.settings.theme == "gruvbox"


async def test_a_theme_of_ones_own_is_offered_and_shown(library: Library, clock: MovableClock, kept: Store) -> None:
    write(kept, FOREST)
    app = CompanionApp(kept, library, clock)
    async with app.run_test() as pilot:
        app.push_screen(ChooseTheme(kept))
        await pilot.pause()
        await choose(pilot, "wäld-1")
        assert ground(app) == "#101810"
    async with CompanionApp(kept, library, clock).run_test() as pilot:
        assert pilot.app.theme == "wäld-1"


@pytest.mark.parametrize("words", ["name: forest\nprimary: green\n", "name: [", None])
async def test_one_that_is_broken_or_gone_is_named_and_the_fitting_one_is_shown(
    library: Library, clock: MovableClock, kept: Store, words: str | None
) -> None:
    kept.change_settings(theme="forest")
    if words:
        write(kept, words, "wood.yaml")
    app = CompanionApp(kept, library, clock, DAWN.name)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause(0.05)
        assert app.theme == DAWN.name
        said = " ".join(each.message for each in app._notifications)
        assert ("wood.yaml" if words else "forest") in said
        assert kept.settings.theme == "forest"


async def test_a_broken_one_that_nobody_chose_is_no_news(library: Library, clock: MovableClock, kept: Store) -> None:
    write(kept, "name: [", "wood.yaml")
    kept.change_settings(theme="nord")
    app = CompanionApp(kept, library, clock)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause(0.05)
        assert app.theme == "nord"
        assert not list(app._notifications)


async def test_a_broken_one_is_named_where_one_chooses(app_at: AppAt, kept: Store) -> None:
    write(kept, "name: x\n", "wood.yaml")
    app = app_at(Place.NOW, kept)
    async with app.run_test(size=(80, 40)) as pilot:
        app.push_screen(ChooseTheme(kept))
        await pilot.pause()
        rows = app.screen.query_one(RowList).rows
        assert [row.id for row in rows if "wood.yaml" in row.text] == [None]


async def test_high_contrast_works_with_any_theme_and_can_be_taken_back(app_at: AppAt, store: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        for theme in ("dusk", "dawn", "nord"):
            store.change_settings(theme=theme)
            app.restyle()
            await go_to(app, pilot, "high_contrast")
            before = {ink.hex for _, ink, _ in inks(app)}
            await pilot.press("enter")
            await pilot.pause(0.05)
            assert store.settings.high_contrast
            assert {ink.hex for _, ink, _ in inks(app)} != before
            await pilot.press("enter")
            await pilot.pause(0.05)
            assert {ink.hex for _, ink, _ in inks(app)} == before
            await pilot.press("escape")


async def test_a_terminal_of_few_colours_shows_its_own_whatever_was_chosen(
    library: Library, clock: MovableClock, store: Store
) -> None:
    store.change_settings(theme="nord", high_contrast=True)
    app = CompanionApp(store, library, clock, PLAIN.name)
    async with app.run_test() as pilot:
        for place in Place:
            await pilot.press(place.key)
            await pilot.pause(0.02)
            styles = [part.style for strip in app.screen._compositor.render_strips() for part in strip if part.style]
            own = {each.color for each in styles if each.color and not each.color.is_default and not each.reverse}
            assert not own, place
            if isinstance(app.screen.focused, RowList):
                assert any(each.reverse for each in styles), place
    assert store.settings.theme == "nord"


async def test_a_console_whose_font_lacks_round_corners_gets_small_digits(
    app_at: AppAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    app = app_at(Place.PAUSE)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one("#left").size.height == 1
        assert "30:00" in text(app).partition("Plan")[2]


async def test_what_is_left_stands_in_large_digits_where_it_is_wanted_and_there_is_room(
    app_at: AppAt, store: Store
) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("enter")
        await pilot.pause(0.05)
        left = app.screen.query_one("#left")
        assert left.size.height == 3
        store.change_settings(large_digits=False)
        app.restyle()
        await pilot.pause(0.05)
        assert left.size.height == 1
        assert "30:00" in text(app).partition("Plan")[2]
        store.change_settings(large_digits=True)
        app.restyle()
        await pilot.pause(0.05)
        assert left.size.height == 3
        await pilot.resize_terminal(40, 30)
        await pilot.pause(0.05)
        assert left.size.height == 1
