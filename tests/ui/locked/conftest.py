"""A sealed store with words in it, and the app over it: locked, as it opens."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.reading import Reading
from companion.domain.script import OwnScript
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import text

PASSPHRASE = "four plain words here"
NOTE, SCRIPT, ANSWER, ROOM = "they threw the red cup", "Leave the cup be.", "a lap round the pond", "the boathouse"
WORDS = (NOTE, SCRIPT, ANSWER, ROOM, "the wet dog")
"""What the person wrote; none of it may be seen while it is locked."""

OpenStore = Callable[[], Store]


def fill(store: Store, clock: MovableClock) -> None:
    """Let the store hold something of everything."""
    store.entries.keep(Entry(at=clock(), note=NOTE))
    store.scripts.keep(OwnScript(text=SCRIPT))
    store.worksheets.keep(Answers(id="what-calms-me", answers={"body": ANSWER, "length": "45"}, filled_at=clock()))
    store.reading.keep(Reading(id="asking-kindly", share=0.4, read_at=clock()))
    began, half = clock() - timedelta(minutes=12), timedelta(minutes=30)
    pause = Pause(started_at=began, due=began + half, planned=half, place=ROOM, topic="the wet dog", told_at=began)
    store.pauses.keep(pause)


def seal(store: Store) -> None:
    """Set the passphrase."""
    store.set_passphrase(store.new_key(PASSPHRASE))


@pytest.fixture
def plain(tmp_path: Path, clock: MovableClock) -> Store:
    """A store with words and no passphrase."""
    store = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    fill(store, clock)
    return store


@pytest.fixture
def sealed(plain: Store, open_store: OpenStore) -> Store:
    """A store with words and a passphrase, locked."""
    seal(plain)
    plain.close()
    return open_store()


@pytest.fixture
def open_store(tmp_path: Path, clock: MovableClock) -> OpenStore:
    """Open the folder as another process would."""
    return lambda: Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)


@pytest.fixture
def app(app_at: AppAt, sealed: Store) -> CompanionApp:
    """The app over the sealed store, on Now."""
    return app_at(Place.NOW, sealed)


@pytest.fixture
def plain_app(app_at: AppAt, plain: Store) -> CompanionApp:
    """The app over a store with words and no passphrase."""
    return app_at(Place.NOW, plain)


def shown(pilot: Pilot[None]) -> str:
    """Return the screen as running words."""
    return " ".join(text(pilot.app).replace("▌", " ").split())


def told(app: CompanionApp) -> list[str]:
    """Return what is said in passing just now."""
    return [notice.message for notice in app._notifications]


async def unlock(pilot: Pilot[None], passphrase: str = PASSPHRASE) -> None:
    """Press f2 and give the passphrase."""
    await pilot.press("f2")
    await pilot.pause()
    await give(pilot, passphrase)


async def give(pilot: Pilot[None], *typed: str) -> None:
    """Fill the fields of the dialog on top and press enter; wait until it has been checked."""
    fields = list(pilot.app.screen.query(Input))
    for field, value in zip(fields, typed, strict=True):
        field.value = value
    fields[-1].focus()
    await pilot.press("enter")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()
