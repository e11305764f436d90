"""Checking a message: marks while one types, findings beside them, nothing on the disk."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.words.check import CheckScreen, Draft
from companion.ui.words.check_area import CheckArea
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text


async def open_check(pilot: Pilot[None], library: Library, clock: MovableClock, draft: Draft) -> CheckScreen:
    screen = CheckScreen(library, clock, draft)
    await pilot.app.push_screen(screen)
    await pilot.pause()
    await pilot.pause()
    return screen


async def write(pilot: Pilot[None], words: str) -> None:
    pilot.app.screen.query_one(CheckArea).text = words
    await pilot.pause(0.4)


def marked(app: CompanionApp) -> list[str]:
    """Return the underlined pieces of the draft."""
    area = app.screen.query_one(CheckArea)
    strips = [area.render_line(y) for y in range(area.size.height)]
    return [part.text for strip in strips for part in strip if part.style and part.style.underline]


def everything_under(folder: Path) -> str:
    return "".join(path.read_text(errors="replace") for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_words_are_marked_and_explained(
    app_at: AppAt, library: Library, clock: MovableClock, size: tuple[int, int]
) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(size=size) as pilot:
        await open_check(pilot, library, clock, Draft())
        assert "Nothing is sent" in " ".join(text(app).split())
        await write(pilot, "Hello 🙂\nyou never listen")
        assert marked(app) == ["you never"]
        assert "“you never” · absolutes" in text(app)
        await write(pilot, "I need an hour. Back at eight.")
        assert marked(app) == []
        assert "Nothing stands out" in text(app)


async def test_keys_wait_for_no_check_and_the_last_words_are_read(
    app_at: AppAt, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_check(pilot, library, clock, Draft())
        await pilot.press(*"shut", "space", *"up")
        await pilot.pause(0.4)
        assert marked(app) == ["shut up"]


async def test_enter_on_a_finding_selects_its_words(app_at: AppAt, library: Library, clock: MovableClock) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_check(pilot, library, clock, Draft("Hi.\nI need space, you idiot."))
        await pilot.press("tab")
        assert app.screen.query_one(RowList).has_focus
        await pilot.press("down", "enter")
        area = app.screen.query_one(CheckArea)
        assert area.has_focus
        assert area.selected_text == "you idiot"


async def test_danger_shows_the_way_to_safety_alone(app_at: AppAt, library: Library, clock: MovableClock) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_check(pilot, library, clock, Draft("You never listen."))
        assert "f3 Safety first" not in text(app)
        await write(pilot, "You never listen. I am afraid of you.")
        assert "f3 Safety first" in text(app)
        assert "absolutes" not in text(app)
        await pilot.press("f3")
        await pilot.pause()
        assert "your safety comes first" in " ".join(text(app).split())


async def test_the_draft_stays_in_memory_and_never_reaches_the_disk(
    app_at: AppAt, library: Library, clock: MovableClock, tmp_path: Path
) -> None:
    draft = Draft()
    app = app_at(Place.WORDS, over=Store(tmp_path / "data"))
    async with app.run_test() as pilot:
        await open_check(pilot, library, clock, draft)
        await write(pilot, "an unsent sentence")
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, CheckScreen)
        await open_check(pilot, library, clock, draft)
        assert app.screen.query_one(CheckArea).text == "an unsent sentence"
        await pilot.press("f4")
        assert app.clipboard == "an unsent sentence"
    assert "unsent" not in everything_under(tmp_path)


@pytest.mark.parametrize(
    "words", [HOSTILE, "x" * 10_000, "you never 🙂 \u202eabc [red] {place} you always", "\x1b[2J you never"]
)
async def test_hostile_words_are_shown_and_kept_as_they_are(
    app_at: AppAt, library: Library, clock: MovableClock, words: str
) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_check(pilot, library, clock, Draft())
        await write(pilot, words)
        assert app.screen.query_one(CheckArea).text == words
        assert "\x1b" not in text(app)
