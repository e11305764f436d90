"""Less motion: nothing slides or blinks, and the breath is said in words, or moves once a second."""

import pytest
from textual.widgets import Input, TextArea

from companion.domain.settings import Motion
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.pacer import Pacer
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.test_settings import go_to


async def bars(app_at: AppAt, store: Store, clock: MovableClock, motion: Motion, tenths: int) -> list[int]:
    """Return how full the bar is drawn at each tenth of a second."""
    store.change_settings(motion=motion)
    app, drawn = app_at(Place.PAUSE), []
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("enter")
        await pilot.pause(0.02)
        pacer = app.screen.query_one(Pacer)
        for _ in range(tenths):
            clock.move(seconds=0.1)
            pacer._look()
            drawn.append("".join(part.text for part in pacer.render_line(1)).count("█"))
    return drawn


async def test_the_bar_moves_smoothly_or_once_a_second_or_not_at_all(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    smooth = await bars(app_at, store, clock, Motion.FULL, 25)
    assert len(set(smooth)) > 5
    store.pauses.forget(next(iter(store.pauses)).id)
    steps = await bars(app_at, store, clock, Motion.REDUCED, 25)
    assert 1 < len(set(steps)) <= 4
    store.pauses.forget(next(iter(store.pauses)).id)
    assert set(await bars(app_at, store, clock, Motion.TEXT, 25)) == {0}


@pytest.mark.parametrize("motion", [Motion.REDUCED, Motion.TEXT])
async def test_with_less_motion_nothing_slides_and_no_cursor_blinks(
    app_at: AppAt, store: Store, motion: Motion
) -> None:
    store.change_settings(motion=motion)
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        assert app.animation_level == "none"
        await pilot.press("5", "a")
        assert [field.cursor_blink for field in app.screen.query(Input) if field.has_focus] == [False]
        await pilot.press("escape", "escape", "ctrl+p")
        await pilot.pause()
        assert [field.cursor_blink for field in app.screen.query(Input)] == [False]
        await pilot.press("escape", "4", "w")
        await pilot.pause()
        assert not any(field.cursor_blink for field in app.screen.query(TextArea) if field.has_focus)


async def test_between_the_words_a_still_breath_draws_nothing(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.change_settings(motion=Motion.TEXT)
    app = app_at(Place.PAUSE)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("enter")
        await pilot.pause(0.05)
        pacer, drawn = app.screen.query_one(Pacer), []
        monkeypatch.setattr(pacer, "refresh", lambda *regions, **_: drawn.append(regions))
        for _ in range(8):
            clock.move(seconds=0.1)
            pacer._look()
        assert drawn == []
        clock.move(seconds=5)
        pacer._look()
        assert len(drawn) == 1


async def test_motion_that_is_chosen_is_seen_at_once(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("enter")
        await pilot.pause(0.05)
        pacer = app.screen.query_one(Pacer)
        await go_to(app, pilot, "motion")
        await pilot.press("enter", "down", "down", "enter")
        await pilot.pause(0.05)
        assert store.settings.motion is Motion.TEXT
        assert pacer.motion is Motion.TEXT
        assert app.animation_level == "none"
        assert any("Reduce motion" in line and line.endswith("on") for line in text(app).splitlines())
        await pilot.press("enter", "up", "up", "enter")
        await pilot.pause(0.05)
        assert pilot.app.animation_level == "full"
