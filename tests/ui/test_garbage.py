"""Python's search for garbage: no key waits for it, and the cover least of all."""

import gc

import pytest
from textual.widgets import TextArea

from companion.storage.store import Store
from companion.ui import locking
from companion.ui.app import CompanionApp
from companion.ui.cover import CLEAR
from companion.ui.garbage import Garbage
from companion.ui.places import Place
from tests.conftest import AppAt


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The whole searches that are made."""
    made: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: made.append("search"))
    return made


def test_the_program_makes_no_whole_search_by_itself() -> None:
    before = gc.get_threshold()
    gc.disable()
    try:
        Garbage().begin()
        assert gc.isenabled()
        assert gc.get_threshold()[:2] == before[:2]
        assert gc.get_threshold()[2] > 100_000
    finally:
        gc.enable()
        gc.set_threshold(*before)


def test_a_process_that_made_searches_before_keeps_what_it_spares(app_at: AppAt) -> None:
    app = app_at()
    gc.freeze()
    spared = gc.get_freeze_count()
    Garbage().sweep_all(app)
    assert gc.get_freeze_count() >= spared > 0


async def test_it_searches_once_after_the_last_key(
    app_at: AppAt, searches: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("3")
        now = app._touched
        for seconds in (0, 2.9, 3.1, 4, 60):
            monkeypatch.setattr(locking, "monotonic", lambda seconds=seconds: now + seconds)
            app._tick()
            assert len(searches) == (seconds > 3)


async def test_covering_clears_first_then_locks_then_searches(
    app_at: AppAt, searches: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app: CompanionApp = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app._driver is not None
        monkeypatch.setattr(Store, "has_passphrase", True)
        monkeypatch.setattr(Store, "lock", lambda _: searches.append("lock"))
        monkeypatch.setattr(app._driver, "write", lambda written: searches.append(written))
        app.action_cover()
        await pilot.pause()
        done = [each for each in searches if each in ("lock", "search")]
        assert searches[0] == CLEAR
        assert done == ["lock", "search"]


async def test_a_field_that_is_gone_is_let_go_of(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.press("h", "n")
        await pilot.pause()
        assert any(isinstance(each, TextArea) for each in watching(app))
        await pilot.press("escape")
        await pilot.pause()
        assert not app.screen.query(TextArea)
        now = app._touched
        monkeypatch.setattr(locking, "monotonic", lambda: now + 4)
        app._tick()
        assert not any(isinstance(each, TextArea) for each in watching(app))


def watching(app: CompanionApp) -> list[object]:
    """Return what the app refers to, to tell it of changes."""
    return [each for watchers in vars(app)["__watchers"].values() for each, _ in watchers]
