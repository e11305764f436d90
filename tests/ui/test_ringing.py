"""When a time has come it is said once, in the ways that were chosen; a clock that was set back is said too."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from msgspec.structs import replace

from companion.domain.pause import PauseKind
from companion.domain.settings import Notice, Settings
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.notice import notice_sequence
from companion.ui.places import Place
from companion.ui.ringing import Ringing
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.pause.hands import running

BEGUN = 0.2
"""Seconds in which the app has read the open pause for sure: what has come due before is shown, not rung."""


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"TERM": "xterm-256color"}, "\x1b]9;20:40\x07"),
        ({"TERM": "xterm-kitty"}, "\x1b]99;;20:40\x1b\\"),
        ({"TERM": "foot"}, "\x1b]777;notify;20:40;\x07"),
        ({"TERM": "rxvt-unicode-256color"}, "\x1b]777;notify;20:40;\x07"),
        ({"TERM": "screen-256color", "TMUX": "socket,1,0"}, "\x1bPtmux;\x1b\x1b]9;20:40\x07\x1b\\"),
        ({}, "\x1b]9;20:40\x07"),
    ],
)
def test_each_terminal_is_asked_in_its_own_way(environment: Mapping[str, str], asked: str) -> None:
    assert notice_sequence("20:40", environment) == asked


def said(app: CompanionApp) -> str:
    """Return what is shown, the lines of a notice in one."""
    return " ".join(text(app).replace("▌", "").split())


def rung(app: CompanionApp, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(app, "bell", lambda: heard.append("bell"))
    assert app._driver
    monkeypatch.setattr(app._driver, "write", heard.append)
    return heard


@pytest.mark.parametrize(
    ("settings", "heard"),
    [
        (Settings(), ["bell"]),
        (Settings(bell=False), []),
        (Settings(notice=Notice.TERMINAL), ["bell", "\x1b]9;20:40\x07"]),
    ],
)
async def test_at_due_it_rings_once_as_chosen(
    app_at: AppAt,
    store: Store,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    heard: list[str],
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("TMUX", "KITTY_WINDOW_ID", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    store.keep_settings(settings)
    store.pauses.keep(running(clock, place="the bedroom", topic="money"))
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause(BEGUN)
        heard_now = rung(app, monkeypatch)
        clock.move(minutes=31)
        app._tick()
        app._tick()
        assert [each for each in heard_now if each == "bell" or ("20:40" in each and each.startswith("\x1b]"))] == heard


async def test_where_notify_send_is_not_there_a_sentence_says_so(
    app_at: AppAt, store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    store.keep_settings(Settings(notice=Notice.DESKTOP))
    store.pauses.keep(running(clock))
    app = app_at()
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause(BEGUN)
        clock.move(minutes=31)
        app._tick()
        await pilot.pause()
        assert "notify-send is not there" in said(app)


async def test_the_time_for_a_sign_is_said_on_every_screen(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    long = timedelta(hours=5)
    store.pauses.keep(running(clock, due=clock() + long, planned=long, check_in=clock() + timedelta(hours=2)))
    app = app_at()
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause(BEGUN)
        clock.move(minutes=121)
        app._tick()
        await pilot.pause()
        assert "You said you would give a sign" in said(app)
        await pilot.press("2")
        await pilot.pause()
        assert "A short sign from me" in said(app)
        await pilot.press("m")
        await pilot.pause()
        assert "A short sign from me" not in said(app)
    (pause,) = store.pauses
    assert (len(pause.signs), pause.check_in) == (1, None)


def test_of_several_times_that_have_come_the_last_is_said(clock: MovableClock) -> None:
    ringing, pause = Ringing(), running(clock, kind=PauseKind.GIVING)
    pause = replace(pause, end_point=pause.due + timedelta(minutes=10))
    assert ringing.comes_due(pause, clock()) is None
    clock.move(minutes=41)
    assert ringing.comes_due(pause, clock()) == pause.end_point
    assert ringing.comes_due(pause, clock()) is None
    moved = pause.move(clock() + timedelta(minutes=5), clock())
    clock.move(minutes=6)
    assert ringing.comes_due(moved, clock()) == moved.due


@pytest.mark.parametrize(("minutes", "is_said"), [(-90, True), (-0.5, False), (90, False)])
async def test_a_clock_that_was_set_back_is_said(
    app_at: AppAt, store: Store, clock: MovableClock, minutes: float, is_said: bool
) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause(BEGUN)
        app._tick()
        clock.move(minutes=minutes)
        app._tick()
        await pilot.pause()
        shown = said(app)
    assert ("went back by 1 hour 30 minutes" in shown) is is_said


async def test_what_is_said_of_a_clock_that_was_set_back_goes_when_it_is_right_again(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock))
    app = app_at(Place.PAUSE)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause(BEGUN)
        app._tick()
        for minutes, is_said in ((-90, True), (30, True), (60, False)):
            clock.move(minutes=minutes)
            app._tick()
            await pilot.pause()
            assert ("went back by" in said(app)) is is_said
