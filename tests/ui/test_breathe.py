"""Breathing from anywhere; and a pacer that nobody sees costs nothing."""

from datetime import datetime

import pytest
from textual.pilot import Pilot

from companion.storage.library import Library
from companion.ui import pacer as pacer_module
from companion.ui.breathe import BreatheScreen
from companion.ui.pacer import Pacer
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text


@pytest.fixture(autouse=True)
def frames(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a pacer look a hundred times a second."""
    monkeypatch.setattr(pacer_module, "_FRAMES", 100)


class CountingClock(MovableClock):
    """Counts how often it was looked at."""

    looks = 0

    def __call__(self) -> datetime:
        self.looks += 1
        return super().__call__()


async def looks(pacer: Pacer, pilot: Pilot[None]) -> int:
    """Return how often the pacer looks at the clock in the time of six frames."""
    pacer._clock = counting = CountingClock(pacer._clock())
    await pilot.pause(0.06)
    return counting.looks


async def test_tab_takes_the_next_rhythm_and_comes_around(app_at: AppAt, library: Library) -> None:
    app = app_at()
    rhythms = list(library.rhythms.values())
    assert len(rhythms) > 1
    async with app.run_test() as pilot:
        await pilot.press("b")
        await pilot.pause()
        for rhythm in (*rhythms, rhythms[0]):
            assert rhythm.title in text(app)
            assert " ".join(rhythm.skip.split()[:4]) in " ".join(text(app).split())
            assert app.screen.query_one(Pacer).rhythm == rhythm
            await pilot.press("tab")


@pytest.mark.parametrize("key", ["escape", "b", "enter"])
async def test_it_ends_where_one_was(app_at: AppAt, key: str) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.press("b")
        assert isinstance(app.screen, BreatheScreen)
        await pilot.press(key)
        assert app.current_mode == Place.READ
        assert not isinstance(app.screen, BreatheScreen)


@pytest.mark.parametrize("over", ["ctrl+l", "f1", "ctrl+p", "3"])
async def test_a_pacer_under_another_screen_rests(app_at: AppAt, over: str) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("b")
        await pilot.pause()
        pacer = app.screen.query_one(Pacer)
        assert await looks(pacer, pilot) > 0
        await pilot.press(over)
        await pilot.pause()
        assert await looks(pacer, pilot) == 0


async def test_it_goes_on_when_its_screen_is_shown_again(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("b")
        pacer = app.screen.query_one(Pacer)
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert await looks(pacer, pilot) == 0
        await pilot.press("enter")
        await pilot.pause()
        assert await looks(pacer, pilot) > 0


async def test_a_pacer_that_is_not_displayed_rests_and_goes_on(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("b")
        pacer = app.screen.query_one(Pacer)
        pacer.display = False
        await pilot.pause()
        assert await looks(pacer, pilot) == 0
        pacer.display = True
        await pilot.pause()
        assert await looks(pacer, pilot) > 0


async def test_a_pacer_scrolled_out_of_sight_rests_and_goes_on(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test(size=(60, 6)) as pilot:
        await pilot.press("b")
        await pilot.pause()
        pacer, box = app.screen.query_one(Pacer), app.screen.query_one("#breath")
        pacer.styles.offset = (0, 20)
        box.refresh(layout=True)
        await pilot.pause()
        assert await looks(pacer, pilot) == 0
        pacer.styles.offset = (0, 0)
        await pilot.pause()
        assert await looks(pacer, pilot) > 0
