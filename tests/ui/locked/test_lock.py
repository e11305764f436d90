"""Locking by key: from anywhere, before the shell gets the terminal, and with nothing left in memory."""

import gc
from datetime import timedelta

import pytest
from textual.widgets import Digits, Input

from companion.domain.entry import Entry
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.cover import Cover
from companion.ui.locking import COVERED
from companion.ui.places import Place
from companion.ui.privacy.unlock import Unlock
from tests.conftest import AppAt, MovableClock
from tests.screens import lines, text
from tests.ui.locked.conftest import NOTE, shown, unlock
from tests.ui.test_ahead import numbers


@pytest.mark.parametrize("key", ["f2", "ctrl+l"])
async def test_a_key_locks_and_covers(app: CompanionApp, sealed: Store, key: str) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5", key)
        await pilot.pause()
        assert sealed.is_locked
        assert text(app).split() == ["Ready."]
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert app.current_mode == Place.LOG
        assert isinstance(app.screen, Unlock)
        assert "locked" in lines(app)[0]
        await unlock(pilot)
        assert app.current_mode == Place.LOG
        assert NOTE in shown(pilot)


@pytest.mark.parametrize(
    "before",
    [(), ("ctrl+p",), ("f1",), ("b",), ("5",), ("5", "escape", "n"), ("2", "plus"), ("4", "f"), ("5", "escape", "k")],
)
async def test_it_locks_from_anywhere(app: CompanionApp, sealed: Store, before: tuple[str, ...]) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press(*before)
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert sealed.is_locked
        assert text(app).split() == ["Ready."]
        assert [app.current_mode] == [mode for mode in app._screen_stacks if app._screen_stacks[mode]]


async def test_the_pause_goes_on_behind_it(app: CompanionApp, clock: MovableClock) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("ctrl+l")
        clock.move(seconds=20)
        await pilot.press("enter", "escape", "2")
        await pilot.pause()
        assert "back at 20:28" in shown(pilot)
        assert pilot.app.screen.query_one("#left", Digits).value == "17:40"
        assert "locked ⏸ → 20:28" in lines(app)[0]


async def test_suspending_locks_first(app: CompanionApp, sealed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    locked: list[bool] = []
    monkeypatch.setattr("textual.app.App.action_suspend_process", lambda self: locked.append(sealed.is_locked))
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5", "ctrl+z")
        await pilot.pause()
        assert locked == [True]
        assert text(app).split() == ["Ready."]


def holds(words: str) -> list[object]:
    """Return the live objects that hold the words, directly or in what the collector does not track."""
    found: list[object] = []
    for holder in gc.get_objects():
        if holder is found or type(holder).__name__ in ("frame", "cell", "coroutine"):
            continue
        seen = gc.get_referents(holder)
        seen += [inner for each in seen if not gc.is_tracked(each) for inner in gc.get_referents(each)]
        if any(type(each) is str and words in each for each in seen):
            found.append(holder)
    return found


@pytest.mark.usefixtures("unsearched")
async def test_after_locking_no_object_holds_a_word(
    app_at: AppAt, sealed: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.ui.locking.LATER", 0.5)
    app = app_at(Place.LOG, sealed)
    marker = "-".join(["zebra", "over", "the", "fence"])
    typed = "-".join(["giraffe", "in", "the", "hall"])
    async with app.run_test(notifications=True) as pilot:
        await unlock(pilot)
        gc.freeze()  # what holds a word is spared, until the search that follows locking
        sealed.entries.keep(Entry(at=clock() - timedelta(minutes=1), note=marker))
        app._look()
        app.screen.reload()  # type: ignore[attr-defined]
        await pilot.pause()
        assert marker in shown(pilot)
        app.screen.query_one("#line", Input).value = typed
        await pilot.press("escape", "enter")
        await pilot.pause()
        app.screen.query_one("#note", Input).value = f"{marker} {typed}"
        app.copy_to_clipboard(typed)
        app.notify(typed, timeout=0.4)
        await pilot.press("tab", "ctrl+p")
        await pilot.pause(0.2)
        assert holds(marker)
        await pilot.press("f2")
        await pilot.pause()
        await pilot.pause(0.6)  # by then it has been searched a second time
        assert app.current_mode == COVERED
        assert isinstance(app.screen, Cover)
        gc.unfreeze()  # what is spared is not seen
        left = [*holds(marker), *holds(typed)]
        assert not left, [(type(each), str(each)[:200]) for each in left]


async def test_nothing_is_read_ahead_behind_the_lock(app: CompanionApp, sealed: Store) -> None:
    read: list[int] = []
    async with app.run_test() as pilot:
        await unlock(pilot)
        app.ahead.begin(numbers(read))
        await pilot.press("ctrl+l")
        count = len(read)
        await pilot.pause(0.1)
        assert sealed.is_locked
    assert len(read) == count
