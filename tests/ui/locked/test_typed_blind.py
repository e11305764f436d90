"""A passphrase that is typed unasked: it is never seen, and nothing is done to what is kept."""

import msgspec
import pytest
from textual.widgets import Input

from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.privacy.unlock import Unlock
from tests.conftest import AppAt
from tests.screens import text
from tests.ui.locked.conftest import NOTE, OpenStore, seal, shown, unlock


@pytest.mark.parametrize("place", [Place.NOW, Place.PAUSE, Place.LOG, Place.PLAN])
async def test_whoever_comes_back_from_under_the_cover_is_asked_at_once(
    app_at: AppAt, sealed: Store, place: Place
) -> None:
    app = app_at(place, sealed)
    async with app.run_test() as pilot:
        await pilot.pause()
        await unlock(pilot)
        await pilot.press("ctrl+l", "enter", "a", "m")
        await pilot.pause()
        assert isinstance(app.screen, Unlock)
        assert app.screen.query_one(Input).value == "am"
        assert "esc goes on without it." in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app._screen_stacks[app.current_mode][0]
        assert "am" not in [field.value for field in app.screen.query(Input)]


async def test_without_a_passphrase_nobody_is_asked(plain_app: CompanionApp) -> None:
    async with plain_app.run_test() as pilot:
        await pilot.press("5", "ctrl+l", "enter")
        await pilot.pause()
        assert NOTE in shown(pilot)


@pytest.mark.parametrize("place", [Place.NOW, Place.PAUSE])
async def test_a_letter_that_is_no_key_begins_the_passphrase(app_at: AppAt, sealed: Store, place: Place) -> None:
    app = app_at(place, sealed)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("f", "o", "u", "r")
        await pilot.pause()
        assert isinstance(app.screen, Unlock)
        assert app.screen.query_one(Input).value == "four"
        assert "four" not in text(app)


async def test_unlocked_such_a_letter_does_nothing(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("1", "f")
        await pilot.pause()
        assert app.screen is app._screen_stacks[Place.NOW][0]


@pytest.fixture
def untold(plain: Store, open_store: OpenStore) -> Store:
    """The sealed store, with a pause of which nobody was told yet."""
    (pause,) = plain.pauses
    plain.pauses.keep(msgspec.structs.replace(pause, told_at=None))
    seal(plain)
    plain.close()
    return open_store()


@pytest.mark.parametrize(("keys", "is_told"), [(("m", "o", "enter"), False), (("m", "down", "enter"), True)])
async def test_locked_it_is_asked_before_it_is_noted_that_it_was_said(
    app_at: AppAt, untold: Store, keys: tuple[str, ...], is_told: bool
) -> None:
    app = app_at(Place.PAUSE, untold)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        await unlock(pilot)
        (pause,) = untold.pauses
    assert bool(pause.told_at) is is_told
    assert pause.is_open
