"""However the app ends or is hidden, nothing private stays on the screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.cover import CLEAR, Cover
from companion.ui.places import Place
from companion.ui.terminal import drop_variables
from tests.conftest import AppAt, MovableClock
from tests.screens import text

PRIVATE = "they threw the red cup"


@pytest.mark.parametrize("before", [(), ("2",), ("5",), ("ctrl+p",), ("f1",), ("b",)])
async def test_the_cover_hides_everything_from_anywhere(
    app_at: AppAt, store: Store, clock: MovableClock, before: tuple[str, ...]
) -> None:
    store.entries.keep(Entry(at=clock(), note=PRIVATE))
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press(*before)
        await pilot.pause()
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert isinstance(app.screen, Cover)
        assert text(app).split() == ["Ready."]


async def test_the_cover_works_from_a_field_and_gives_it_back_as_it_was(app_at: AppAt) -> None:
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.pause()
        field = app.screen.query(Input).first()
        field.focus()
        field.value = PRIVATE
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert PRIVATE not in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert field.value == PRIVATE


@pytest.mark.parametrize("key", ["escape", "f1", "ctrl+p", "1", "b", "q"])
async def test_under_the_cover_other_keys_show_nothing(app_at: AppAt, key: str) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+l", key)
        await pilot.pause()
        assert text(app).split() == ["Ready."]


async def test_the_cover_key_again_quits(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+l")
        await pilot.pause()
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert app._exit


async def test_the_clear_is_written_before_the_cover_is_drawn(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        written: list[str] = []
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", written.append)
        app.action_cover()
        assert written == [CLEAR]
        assert not isinstance(app.screen, Cover) or written


async def test_the_palette_finds_places_articles_and_scripts_and_takes_no_screenshot(app_at: AppAt) -> None:
    app = app_at()
    titles = [find.title for find in app.finds()]
    assert {"Pause", "Read", "Asking for room, kindly", "Safety first"} <= set(titles)
    assert any("My head's full" in title for title in titles)
    async with app.run_test() as pilot:
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
        (review,) = [find for find in app.finds() if find.title == "Review"]
        review.run()
        await pilot.pause()
        assert app.current_mode == Place.REVIEW


def test_a_crash_prints_no_words_of_the_person(tmp_path: Path) -> None:
    program = f"""
import asyncio
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.clock import system_clock

class Crashing(CompanionApp):
    def on_mount(self):
        note = {PRIVATE!r}
        self.call_later(self.crash, note)
    def crash(self, note):
        raise RuntimeError(note)

Crashing(Store(), Library(LIBRARY), system_clock).run(headless=True)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    said = ran.stdout + ran.stderr
    assert "Sorry, something went wrong (RuntimeError)" in said
    assert PRIVATE not in said
    assert "Traceback" not in said


def test_textuals_own_logs_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TEXTUAL_LOG", "TEXTUAL", "TEXTUAL_DRIVER", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
        monkeypatch.setenv(name, "none")
    drop_variables()
    assert {name for name in os.environ if name.startswith("TEXTUAL")} == {"TEXTUAL_ANIMATIONS"}


def test_the_private_parts_of_textual_that_we_lean_on_are_there(library: Library) -> None:
    for name in ("_fatal_error", "_handle_exception", "_exit_renderables"):
        assert hasattr(CompanionApp(Store(), library, lambda: None), name)  # type: ignore[arg-type, return-value]
