"""A crash says that it happened and where, and prints nothing private."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from companion.ui.lifecycle import PrivateApp
from companion.ui.terminal import drop_variables
from tests.conftest import AppAt

PRIVATE = "they threw the red cup"


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


@pytest.fixture(scope="module")
def crashed() -> tuple[str, str]:
    """What an app that crashes inside our code prints on its two streams."""
    ran = subprocess.run([sys.executable, "-c", CRASH], capture_output=True, text=True, timeout=60, check=False)
    return ran.stdout, ran.stderr


def test_a_crash_says_where_once_and_fails(crashed: tuple[str, str]) -> None:
    said, wrong = crashed
    assert re.search(r"\(\w+ at companion/domain/times\.py:\d+\)", " ".join(wrong.split()))
    assert wrong.count("Sorry") == 1
    assert said.endswith("code 1\n")


def test_where_it_crashed_is_private_too(crashed: tuple[str, str]) -> None:
    said = " ".join(crashed)
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


async def test_what_comes_to_draw_after_the_end_is_no_crash() -> None:
    waited = asyncio.Event()

    class Late(PrivateApp):
        def compose(self) -> ComposeResult:
            yield Vertical(id="part")

        @work
        async def fill_later(self) -> None:
            await waited.wait()
            self.fill()

        def fill(self) -> None:
            self.query_one("#part").mount(Static())

    app = Late()
    async with app.run_test() as pilot:
        app.fill_later()
        await pilot.pause()
        waited.set()
        app.exit()
        app.call_later(app.fill)
    assert app.return_code == 0
