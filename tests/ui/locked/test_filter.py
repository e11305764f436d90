"""A filter of the log that is on, or half typed, is on again once it is unlocked; nothing of it lies there bare."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.log.filter_form import FilterForm
from tests.screens import text
from tests.ui.locked.conftest import NOTE, unlock

TYPED = 0.5


async def _filtered(pilot: Pilot[None], query: str) -> None:
    await unlock(pilot)
    await pilot.press("5", "escape", "slash", *query)


def _written(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


def _line(app: CompanionApp) -> str:
    return app.screen.query_one("#filter-line", Input).value


async def test_it_is_on_again_once_it_is_unlocked(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await _filtered(pilot, "cup")
        await pilot.press("f2", "enter")
        await unlock(pilot)
        await pilot.pause(TYPED)
        assert _line(app) == "cup"
        assert "1 of 1: “cup”" in text(app)
        assert "filter:log" not in {each.id for each in sealed.unkept}
        await pilot.press("escape", "c")
        await pilot.press("f2", "enter")
        await unlock(pilot)
        await pilot.pause(TYPED)
        assert _line(app) == ""
        assert NOTE in text(app)


async def test_nothing_of_it_lies_on_the_disk_bare(app: CompanionApp, tmp_path: Path) -> None:
    async with app.run_test() as pilot:
        await _filtered(pilot, "pomegranate")
        await pilot.press("f2")
        await pilot.pause()
        written = _written(tmp_path)
    assert written
    assert b"pomegranate" not in written


async def test_what_is_chosen_in_its_form_is_on_once_it_is_unlocked(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5", "escape", "f")
        await pilot.pause(TYPED)
        assert isinstance(app.screen, FilterForm)
        await pilot.press(*"cup")
        await pilot.press("f2", "enter")
        await unlock(pilot)
        await pilot.pause(TYPED)
        assert _line(app) == "cup"


async def test_it_stays_on_over_an_entry_and_over_places(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await _filtered(pilot, "cup")
        await pilot.press("enter")
        await pilot.pause(TYPED)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("escape", "escape")
        await pilot.pause(TYPED)
        assert _line(app) == "cup"
        await pilot.press("6")
        await pilot.pause()
        await pilot.press("5")
        await pilot.pause(TYPED)
        assert _line(app) == "cup"
        assert "1 of 1: “cup”" in text(app)
