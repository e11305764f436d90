"""What was copied is taken back when one locks, and when one leaves."""

import pytest

from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.conftest import AppAt
from tests.ui.locked.conftest import told, unlock

CLEARED = "\x1b]52;c;\a"


async def test_locking_takes_back_what_was_copied(app: CompanionApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        wrote: list[str] = []
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", wrote.append)
        await pilot.press("4", "y")
        await pilot.pause()
        assert CLEARED not in wrote
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert CLEARED in wrote
        assert app.clipboard == ""


async def test_leaving_takes_it_back_whatever_key_copied_it(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        wrote: list[str] = []
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", wrote.append)
        app.copy_to_clipboard("from a field, by ctrl+c")
        await pilot.press("ctrl+q")
    assert wrote.count(CLEARED) == 1


async def test_the_setting_says_how_long_it_stays(app: CompanionApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("4", "y")
        await pilot.pause()
        assert told(app)[-1].startswith("Copied. Cleared from the clipboard in 60 seconds.")
