"""Leaving while the passphrase is checked: the child that works on it ends, too."""

import os
from pathlib import Path
from time import monotonic

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.storage.errors import WrongPassphrase
from companion.storage.sealing import wrapping
from companion.storage.sealing.wrapping import AgeWrapping
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.ui.locked.conftest import PASSPHRASE, shown

SLOW_CHILD = """
import os, pathlib, sys, time
pathlib.Path(sys.argv[0]).with_suffix(".new").write_text(str(os.getpid()))
pathlib.Path(sys.argv[0]).with_suffix(".new").rename(pathlib.Path(sys.argv[0]).with_suffix(".pid"))
time.sleep(600)
"""


class SlowWrapping(FakeWrapping):
    """Opens in a child, as age does; this one never gets there."""

    def unwrap(self, wrapped: bytes, passphrase: str) -> str:
        """Wait for a child that sleeps."""
        return AgeWrapping().unwrap(wrapped, passphrase)


@pytest.fixture
def slow_app(
    app_at: AppAt, sealed: Store, tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> CompanionApp:
    """The app over the sealed store, whose passphrase takes ten minutes to check."""
    child = tmp_path / "child.py"
    child.write_text(SLOW_CHILD)
    monkeypatch.setattr(wrapping, "_CHILD", child)
    return app_at(Place.NOW, Store(tmp_path / "data", wrapping=SlowWrapping(), clock=clock))


async def begin(pilot: Pilot[None], tmp_path: Path) -> int:
    """Give a passphrase; return the number of the child that checks it."""
    await pilot.press("f2")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = PASSPHRASE
    await pilot.press("enter")
    noted, until = tmp_path / "child.pid", monotonic() + 20
    while not noted.exists():
        assert monotonic() < until
        await pilot.pause(0.02)
    assert "Checking" in shown(pilot)
    return int(noted.read_text())


async def ended(pilot: Pilot[None], child: int) -> bool:
    """Wait until the child is gone; return whether it is."""
    until = monotonic() + 20
    while monotonic() < until:
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return True
        await pilot.pause(0.02)
    return False


@pytest.mark.parametrize("key", ["escape", "ctrl+l"])
async def test_it_ends_when_one_leaves_the_question(slow_app: CompanionApp, tmp_path: Path, key: str) -> None:
    async with slow_app.run_test() as pilot:
        child = await begin(pilot, tmp_path)
        await pilot.press(key)
        assert await ended(pilot, child)


async def test_it_ends_when_one_quits(slow_app: CompanionApp, tmp_path: Path) -> None:
    async with slow_app.run_test() as pilot:
        child = await begin(pilot, tmp_path)
        await pilot.press("ctrl+q")
        assert await ended(pilot, child)


async def test_a_try_that_was_left_is_no_failed_one(slow_app: CompanionApp, sealed: Store, tmp_path: Path) -> None:
    async with slow_app.run_test() as pilot:
        child = await begin(pilot, tmp_path)
        await pilot.press("escape")
        assert await ended(pilot, child)
    sealed.unlock(sealed.open_key(PASSPHRASE))
    assert [opening.ok for opening in sealed.openings] == [True]


def test_a_child_that_has_not_begun_when_one_leaves_ends_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    child = tmp_path / "child.py"
    child.write_text(SLOW_CHILD)
    monkeypatch.setattr(wrapping, "_CHILD", child)
    with wrapping.stoppable():
        stop = wrapping._stop.get()
        assert stop is not None
        stop.ask()
        with pytest.raises(Exception, match="could not be worked on") as raised:
            AgeWrapping().unwrap(b"any", PASSPHRASE)
    assert raised.type is not WrongPassphrase
