"""Copying: said, taken back after a while, and never over something newer of our own."""

from base64 import b64encode

import pytest

from companion.ui.app import CompanionApp
from companion.ui.clipboard import Clipboard, copy, say_copied
from companion.ui.places import Place
from tests.conftest import AppAt
from tests.ui.words.hands import stand_on

SAID = "Copied. Cleared from the clipboard in 60 seconds."


class Terminal:
    """An app whose clipboard clears itself twenty times as fast, and what its terminal’s was told to hold."""

    def __init__(self, app: CompanionApp, patch: pytest.MonkeyPatch, *seconds: int | None) -> None:
        self.took: list[str] = []
        left = list(seconds)
        self.clipboard = Clipboard(app, lambda: left.pop(0) if len(left) > 1 else left[0])
        patch.setattr(app, "copy_to_clipboard", self._take)
        patch.setattr(app, "own_clipboard", self.clipboard, raising=False)
        timer = app.set_timer
        patch.setattr(app, "set_timer", lambda seconds, *rest, **more: timer(seconds / 20, *rest, **more))

    def _take(self, text: str) -> None:
        self.took.append(text)
        self.clipboard.note(text)


def said(app: CompanionApp) -> list[str]:
    return [notice.message for notice in app._notifications]


async def test_a_copy_is_said_and_cleared_once(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_at()
    terminal = Terminal(app, monkeypatch, 60)
    async with app.run_test(notifications=True) as pilot:
        copy(app, "hello")
        await pilot.pause()
        assert said(app)[-1].startswith(SAID)
        assert terminal.took == ["hello"]
        terminal.clipboard.clear()
        terminal.clipboard.clear()
        assert terminal.took == ["hello", " ", ""]


async def test_it_clears_by_itself(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_at()
    terminal = Terminal(app, monkeypatch, 1)
    async with app.run_test() as pilot:
        app.copy_to_clipboard("hello")
        await pilot.pause(0.1)
        assert terminal.took == ["hello", " ", ""]


async def test_the_time_begins_anew_with_each_copy(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_at()
    terminal = Terminal(app, monkeypatch, 1, 60)
    async with app.run_test() as pilot:
        app.copy_to_clipboard("first")
        app.copy_to_clipboard("second")
        await pilot.pause(0.1)
        assert terminal.took == ["first", "second"]


async def test_never_means_never_but_for_leaving(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_at()
    terminal = Terminal(app, monkeypatch, None)
    async with app.run_test(notifications=True) as pilot:
        copy(app, "hello")
        await pilot.pause()
        assert said(app)[-1].startswith("Copied. Nothing arrives?")
        assert terminal.clipboard._timer is None
        terminal.clipboard.clear()
        assert terminal.took == ["hello", " ", ""]


async def test_what_a_terminal_can_not_do_is_said_once(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_at(Place.WORDS)
    Terminal(app, monkeypatch, 60)
    async with app.run_test(notifications=True) as pilot:
        await stand_on(pilot, "phone-off")
        await pilot.press("y", "y")
        await pilot.pause()
        first, second = said(app)
        assert "select the words with shift and the mouse" in first
        assert second == say_copied(60) == SAID


async def test_what_goes_to_the_terminal_is_osc_52_and_a_blank_then_nothing_clears(
    app_at: AppAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at()
    async with app.run_test():
        wrote: list[str] = []
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", wrote.append)
        clipboard = Clipboard(app, lambda: 60)
        app.copy_to_clipboard("héllo")
        clipboard.note("héllo")
        clipboard.clear()
        took = [each for each in wrote if "]52;" in each]
        assert took == [f"\x1b]52;c;{b64encode('héllo'.encode()).decode()}\a", "\x1b]52;c;IA==\a", "\x1b]52;c;\a"]


async def test_in_tmux_it_is_said_that_tmux_keeps_a_list(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "somewhere,1,0")
    app = app_at()
    async with app.run_test(notifications=True) as pilot:
        copy(app, "hello")
        await pilot.pause()
        assert "tmux keeps it in its own list too" in said(app)[-1]
