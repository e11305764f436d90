"""What goes on beside the keys: warming, the clock's tick, and looking at the disk."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest
from textual.app import App

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.screens import Screens
from tests.conftest import AppAt, MovableClock
from tests.screens import text


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

    def warm(screens: Screens) -> list[Path]:
        warmed.append(screens)
        return []

    monkeypatch.setattr(Screens, "warm", warm)
    async with app_at().run_test() as pilot:
        until = monotonic() + 20
        while not warmed and monotonic() < until:
            await pilot.pause(0.05)
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
