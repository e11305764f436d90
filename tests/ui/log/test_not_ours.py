"""A folder that can't be ours: that is said at once, and the line keeps its words."""

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt
from tests.ui.log.hands import write

_SAID = "others can look into"


@pytest.mark.skipif(os.name != "posix", reason="needs modes")
async def test_it_is_said_at_the_start_and_again_when_something_is_to_be_kept(app_at: AppAt, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "holiday.jpg").touch()
    async with app_at(Place.LOG, Store(folder)).run_test() as pilot:
        await pilot.pause(0.2)
        assert [each.message for each in pilot.app._notifications if _SAID in each.message]
        pilot.app.clear_notifications()
        write(pilot, "line", "hello")
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert pilot.app.screen.query_one("#line", Input).value == "hello"
        assert [each.message for each in pilot.app._notifications if _SAID in each.message]
    assert [path.name for path in folder.iterdir()] == ["holiday.jpg"]
