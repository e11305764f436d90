"""Python's search for garbage: no key waits for it, and the cover least of all."""

import gc

import pytest

from companion.storage.store import Store
from companion.ui import locking
from companion.ui.app import CompanionApp
from companion.ui.cover import CLEAR
from companion.ui.garbage import Garbage
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
        gc.unfreeze()
        gc.set_threshold(*before)


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
