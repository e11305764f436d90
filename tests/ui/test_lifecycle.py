"""However the app ends or is hidden, nothing private stays on the screen."""

import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from textual.app import App
from textual.command import CommandPalette
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.cover import CLEAR, Cover
from companion.ui.places import Place
from companion.ui.screens import Screens
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


@pytest.mark.parametrize("key", ["escape", "f1", "f2", "ctrl+p", "1", "5", "b", "q", "ctrl+c", "tab"])
async def test_under_the_cover_other_keys_show_nothing(app_at: AppAt, key: str) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+l", key)
        await pilot.pause()
        assert text(app).split() == ["Ready."]


async def test_what_was_said_in_passing_is_covered_too(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test(notifications=True) as pilot:
        app.notify(PRIVATE, timeout=20, markup=False)
        await pilot.pause()
        assert PRIVATE in text(app)
        await pilot.press("ctrl+l")
        app.notify("said later", markup=False)
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


CRASH = f"""
import asyncio
from companion.domain.times import say_clock
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.clock import system_clock

class Crashing(CompanionApp):
    def on_mount(self):
        self.call_later(self.crash, {PRIVATE!r})
        self.call_later(self.crash, {PRIVATE!r})
    def crash(self, note):
        say_clock(note, note)

app = Crashing(Store(), Library(LIBRARY), system_clock)
app.run(headless=True)
print("code", app.return_code)
"""


def crash() -> tuple[str, str]:
    """Return what an app that crashes inside our code prints on its two streams."""
    ran = subprocess.run([sys.executable, "-c", CRASH], capture_output=True, text=True, timeout=60, check=False)
    return ran.stdout, ran.stderr


def test_a_crash_says_where_once_and_fails() -> None:
    said, wrong = crash()
    assert re.search(r"\(\w+ at companion/domain/times\.py:\d+\)", " ".join(wrong.split()))
    assert wrong.count("Sorry") == 1
    assert said.endswith("code 1\n")


def test_where_it_crashed_is_private_too() -> None:
    said = " ".join(crash())
    assert PRIVATE not in said
    assert "red cup" not in said
    assert "Traceback" not in said
    assert str(Path.home()) not in said
    assert str(Path(__file__).parent.parent.parent) not in said


async def test_a_tests_pilot_is_told_what_went_wrong(app_at: AppAt) -> None:
    def crash() -> None:
        raise RuntimeError(PRIVATE)

    app = app_at()
    with pytest.raises(RuntimeError, match=PRIVATE):
        async with app.run_test() as pilot:
            await pilot.pause()
            app.call_later(crash)
            await pilot.pause()
            await pilot.pause()


async def test_another_place_is_shown_without_textuals_delay(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    delays: list[float] = []
    monkeypatch.setattr(App, "delay_update", lambda _, delay=0.05: delays.append(delay))
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("3", "5")
    assert delays
    assert max(delays) < 0.01


async def test_the_other_places_are_warmed_soon_after_the_first_frame(
    app_at: AppAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed: list[Screens] = []
    monkeypatch.setattr(Screens, "warm", lambda self: warmed.append(self))
    async with app_at().run_test() as pilot:
        await pilot.pause(1)
    assert len(warmed) == 1


def test_warming_loads_every_place_and_nothing_loads_them_before() -> None:
    program = """
import sys
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.clock import system_clock
from companion.ui.places import Place
from companion.ui.screens import Screens

wanted = {f"companion.ui.{place}.screen" for place in Place} | {
    "companion.ui.read.article", "companion.ui.log.form", "companion.ui.privacy.unlock"
}
print(len(wanted & set(sys.modules)))
Screens(Store(), Library(LIBRARY), system_clock).warm()
print(wanted - set(sys.modules))
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.split() == ["0", "set()"]


async def test_a_pause_that_falls_due_rings_once_and_is_said_on_another_place(
    app_at: AppAt, store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = timedelta(minutes=30)
    store.pauses.keep(Pause(started_at=clock(), due=clock() + half, planned=half))
    bells: list[object] = []
    monkeypatch.setattr(CompanionApp, "bell", lambda self: bells.append(self))
    app = app_at(Place.READ)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        app._tick()
        assert not bells
        clock.move(minutes=31)
        app._tick()
        app._tick()
        await pilot.pause()
        assert len(bells) == 1
        assert "Your pause is over" in " ".join(text(app).split())


async def test_a_file_that_is_damaged_while_the_app_runs_is_said(
    tmp_path: Path, app_at: AppAt, clock: MovableClock
) -> None:
    store = Store(tmp_path / "data")
    store.entries.keep(Entry(at=clock(), note="a line"))
    store.close()
    app = app_at(Place.NOW, store)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        (tmp_path / "data" / "companion.json").write_text("{garbage")
        app._look()
        await pilot.pause()
        shown = " ".join(text(app).replace("▌", "").split())
    assert "Your file could not be read." in shown
    assert "companion.json.damaged-" in shown
    assert [entry.note for entry in Store(tmp_path / "data").entries] == ["a line"]
