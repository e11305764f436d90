"""What is typed where somebody else's eyes may be a danger never lies on the disk, unless one keeps it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from companion.domain.entry import Entry
from companion.domain.unkept import Unkept
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.choice import Choice
from companion.ui.dialogs import Choose
from companion.ui.places import Place
from companion.ui.plan.form import WorksheetForm
from companion.ui.plan.screen import PlanScreen
from companion.ui.unkept import AFTER
from tests.conftest import MovableClock
from tests.screens import text
from tests.ui.plan.hands import box, choose, said, settle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of its own, to look through."""
    return tmp_path / "data"


@pytest.fixture
def app(folder: Path, sheets: Library, clock: MovableClock) -> CompanionApp:
    """The app in the plan, over that folder, with something kept in it."""
    store = Store(folder)
    store.entries.keep(Entry(at=clock(), note="a word before"))
    return CompanionApp(store, sheets, clock, place=Place.PLAN)


def lies_there(folder: Path, words: bytes) -> bool:
    """Return whether those words lie anywhere in the folder, backups too."""
    return any(words in path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def answer(pilot: Pilot[None], safe: str = "not really") -> None:
    """Open the check-in and answer it."""
    await settle(pilot)
    choose(pilot.app, "weekly")  # type: ignore[arg-type]
    await pilot.press("enter")
    await settle(pilot)
    box(pilot.app, "heard").query_one(Choice).value = "often"  # type: ignore[arg-type]
    box(pilot.app, "safe").query_one(Choice).value = safe  # type: ignore[arg-type]
    await pilot.pause(AFTER + 0.3)


@pytest.mark.parametrize("keys", [("ctrl+s", "escape", "escape"), ("escape", "down", "enter"), ("ctrl+q", "ctrl+q")])
async def test_unsafe_answers_never_reach_the_disk(app: CompanionApp, folder: Path, keys: tuple[str, ...]) -> None:
    async with app.run_test(notifications=True) as pilot:
        await answer(pilot)
        assert "gone if you lock or quit, unless you keep it." in said(app)
        for key in keys:
            assert not lies_there(folder, b"not really")
            await pilot.press(key)
            await settle(pilot)
        if keys[-1] != "ctrl+q":
            assert isinstance(app.screen, PlanScreen)
            assert "What you typed is gone." in text(app)
    assert lies_there(folder, b"a word before")
    assert not lies_there(folder, b"not really")
    assert not lies_there(folder, b"often")


async def test_esc_asks_before_it_lets_answers_go(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await answer(pilot, safe="fully")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Choose)
        assert "Nothing of this is kept yet. Let it go?" in said(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, WorksheetForm)
        assert box(app, "safe").answer == "fully"


async def test_a_draft_from_before_is_gone_once_the_warning_is_shown(
    app: CompanionApp, folder: Path, clock: MovableClock
) -> None:
    Store(folder).unkept.keep(Unkept(id="worksheet:weekly", written_at=clock(), fields={"safe": "not really"}))
    async with app.run_test() as pilot:
        await settle(pilot)
        choose(app, "weekly")
        await pilot.press("enter")
        await settle(pilot)
        assert box(app, "safe").answer == "not really"
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Nothing of this is kept." in said(app)
    assert len(Store(folder).unkept) == 0


async def test_another_place_loses_nothing_that_waits_in_the_form_alone(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await answer(pilot, safe="fully")
        for key in ("2", "7"):
            await pilot.press(key)
            await settle(pilot)
        assert isinstance(app.screen, WorksheetForm)
        assert app.screen.would_be_lost
        assert box(app, "safe").answer == "fully"
