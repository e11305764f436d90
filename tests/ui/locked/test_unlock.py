"""Unlocking: asked for with f2 from anywhere, checked beside the screen's own work."""

import threading
from pathlib import Path
from time import monotonic

import pytest
from textual.widgets import Input

from companion.storage.errors import TooSlow
from companion.storage.paths import IDENTITY
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.privacy.unlock import Unlock
from tests.conftest import AppAt, MovableClock
from tests.screens import lines
from tests.ui.locked.conftest import ANSWER, NOTE, PASSPHRASE, SCRIPT, give, shown, told, unlock


@pytest.mark.parametrize(
    ("place", "words"), [(Place.LOG, NOTE), (Place.WORDS, SCRIPT), (Place.PLAN, "What you use"), (Place.NOW, "Read on")]
)
async def test_after_unlocking_every_place_shows_its_words(
    app_at: AppAt, sealed: Store, place: Place, words: str
) -> None:
    async with app_at(place, sealed).run_test() as pilot:
        await pilot.pause()
        await unlock(pilot)
        await pilot.press(place.key)  # a pause is running, so Now is not what it opens on
        await pilot.pause()
        assert words in shown(pilot)
        assert "locked" not in lines(pilot.app)[0]


async def test_a_place_that_was_seen_locked_shows_its_words_when_one_comes_back(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("5", "escape", "1")
        await unlock(pilot)
        await pilot.press("5")
        await pilot.pause()
        assert NOTE in shown(pilot)


async def test_the_running_pause_has_its_own_place_and_ideas_again(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("z")  # it is quiet inside: the question makes room
        await unlock(pilot)
        await pilot.pause()
        assert "the boathouse" in shown(pilot)
        assert ANSWER in shown(pilot)


@pytest.mark.parametrize("before", [("ctrl+p",), ("f1",), ("b",), ("5",), ("5", "escape", "n"), ("2", "plus")])
async def test_f2_asks_from_anywhere(app: CompanionApp, before: tuple[str, ...]) -> None:
    async with app.run_test() as pilot:
        await pilot.press(*before)
        await pilot.pause()
        await pilot.press("f2", "f2")
        await pilot.pause()
        assert isinstance(app.screen, Unlock)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, Unlock)


async def test_a_wrong_passphrase_is_said_and_the_field_is_empty(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot, "not it")
        assert "That is not the passphrase." in shown(pilot)
        assert app.screen.query_one(Input).value == ""


async def test_a_damaged_key_has_its_own_sentence(app: CompanionApp, tmp_path: Path) -> None:
    for path in (tmp_path / "data").rglob(IDENTITY):
        path.write_text("garbage")
    async with app.run_test() as pilot:
        await unlock(pilot)
        assert "damaged" in shown(pilot)
        assert "not the passphrase" not in shown(pilot)


async def test_a_machine_that_is_too_slow_has_its_own_sentence(
    app: CompanionApp, sealed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(passphrase: str) -> object:
        raise TooSlow

    monkeypatch.setattr(sealed, "open_key", slow)
    async with app.run_test() as pilot:
        await unlock(pilot)
        assert "too slow or too busy" in shown(pilot)


async def test_an_empty_one_is_not_tried(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot, "")
        assert "Type your passphrase first." in shown(pilot)


async def test_keys_are_answered_while_it_is_checked(
    app: CompanionApp, sealed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def slow(passphrase: str) -> object:
        may_go_on.wait(10)
        raise TooSlow

    monkeypatch.setattr(sealed, "open_key", slow)
    async with app.run_test() as pilot:
        await pilot.press("f2")
        await pilot.pause()
        app.screen.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")
        await pilot.pause()
        assert "Checking" in shown(pilot)
        assert app.screen.query_one(Input).value == ""
        await pilot.press("a", "b", "enter")
        assert app.screen.query_one(Input).value == "ab"
        began = monotonic()
        await pilot.press("escape")
        await pilot.pause()
        assert monotonic() - began < 1
        assert not isinstance(app.screen, Unlock)
        may_go_on.set()
        await pilot.pause(0.1)
        assert sealed.is_locked


async def test_what_was_typed_stands_in_no_description_of_the_work(
    app: CompanionApp, sealed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    monkeypatch.setattr(sealed, "open_key", lambda passphrase: may_go_on.wait(10))
    async with app.run_test() as pilot:
        await pilot.press("f2")
        await pilot.pause()
        app.screen.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")
        await pilot.pause()
        assert app.workers
        assert not [worker for worker in app.workers if PASSPHRASE in f"{worker!r}{worker.description}"]
        await pilot.press("escape")
        may_go_on.set()


async def test_after_failed_tries_one_waits_and_the_seconds_are_counted(
    app: CompanionApp, sealed: Store, clock: MovableClock
) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot, "no")
        for _ in range(2):
            app.screen.query_one(Input).value = "no"
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert sealed.unlock_delay() > 1
        assert "Wait 2 seconds, then type it again." in shown(pilot)
        await give(pilot, PASSPHRASE)
        assert sealed.is_locked
        assert app.screen.query_one(Input).value == ""
        clock.move(seconds=1)
        await pilot.pause(0.6)
        assert "Wait 1 second, then type it again." in shown(pilot)
        clock.move(seconds=1)
        await give(pilot, PASSPHRASE)
        assert not sealed.is_locked


async def test_failed_tries_are_told_once_it_is_open(app: CompanionApp, clock: MovableClock) -> None:
    async with app.run_test(notifications=True) as pilot:
        await unlock(pilot, "no")
        clock.move(seconds=20)
        await pilot.press("escape")
        await pilot.pause()
        await unlock(pilot)
        assert "Since it was last opened, a wrong passphrase was tried, last at 20:10." in told(app)


async def test_nothing_is_told_when_nobody_tried(app: CompanionApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await unlock(pilot)
        assert "tried" not in " ".join(told(app))


async def test_copies_of_a_sync_program_are_told_once_it_is_open(
    app: CompanionApp, sealed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "conflict_copies", lambda: [Path("one")])
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert "sync program" not in shown(pilot)
        await unlock(pilot)
        assert "A sync program left 1 copy beside your words. companion merge joins it." in told(app)
