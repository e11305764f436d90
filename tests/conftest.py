"""What every test may ask for: a clock that it moves, an empty store, the shipped library, the app."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis
import pytest
from textual import app, pilot
from textual import screen as textual_screen

from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.idle import IdleLoop, wait_for_idle
from tests.offline import sitecustomize as offline

pilot.wait_for_idle = app.wait_for_idle = wait_for_idle  # type: ignore[attr-defined]
textual_screen.UPDATE_PERIOD = 1 / 500  # type: ignore[misc]  # nobody watches: what is ready to be drawn is drawn
gc.set_threshold(50_000)  # each test leaves an app with all its widgets; now and then is often enough to look for them

hypothesis.settings.register_profile("suite", derandomize=True, deadline=None)  # a busy machine is no failure
hypothesis.settings.register_profile("long", max_examples=1000, deadline=None)  # `pytest --hypothesis-profile=long`
hypothesis.settings.load_profile("suite")


class MovableClock:
    """A clock that stands still until the test moves it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **length: float) -> None:
        """Move on by a timedelta's arguments: `clock.move(minutes=5)`."""
        self.now += timedelta(**length)


HOSTILE = "I felt [/b] and [red] $x {place} \x1b[31m"
"""Words that have broken many a terminal app; they are to be shown as they were typed."""

AppAt = Callable[..., CompanionApp]
"""Makes the app at a place, over the test's store, library and clock."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Let one more worker run than there are processors: many tests wait for programs that they have started."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Spare every search for garbage all the modules and tests, which stay to the end."""
    gc.collect()
    gc.freeze()


def pytest_asyncio_loop_factories() -> dict[str, type[IdleLoop]]:
    """Give every test a loop that says when the app is done with what a key began."""
    return {"idle": IdleLoop}


@pytest.fixture(scope="session", autouse=True)
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let every Python that a test starts load the hook that refuses the network, and note what was tried."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(offline.VARIABLE, str(tmp_path_factory.mktemp("offline") / "attempts.txt"))
        patch.setenv("PYTHONPATH", str(Path(offline.__file__).parent), prepend=os.pathsep)
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)  # the first that is started compiles for all others
        yield


@pytest.fixture(autouse=True)
def no_network(watched: None) -> Iterator[None]:
    """Fail any test in which something tried to reach a network, even if the refusal was swallowed."""
    yield
    assert not (tried := forget_attempts()), tried


def forget_attempts() -> str:
    """Return what tried to reach a network since the last call."""
    noted = Path(os.environ[offline.VARIABLE])
    said = noted.read_text(encoding="utf-8") if noted.exists() else ""
    noted.unlink(missing_ok=True)
    return said


@pytest.fixture(autouse=True)
def time_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every test live in one time zone, so that clock times in its sentences are known."""
    import time

    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def unsearched() -> Iterator[None]:
    """No search for garbage until the app is there, as it starts: it spares what there is by then, until it locks."""
    threshold = gc.get_threshold()
    gc.disable()
    yield
    gc.enable()
    gc.set_threshold(*threshold)
    gc.freeze()


@pytest.fixture
def clock() -> MovableClock:
    """Sunday 22 November 2026, 20:10 in Berlin."""
    return MovableClock(datetime(2026, 11, 22, 19, 10, tzinfo=UTC))


@pytest.fixture(autouse=True)
def stores_know_the_time(clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a store that is given no clock go by the test's, so that no test depends on the day it is run."""
    defaults = Store.__init__.__kwdefaults__
    assert defaults
    monkeypatch.setitem(defaults, "clock", clock)


@pytest.fixture
def store() -> Store:
    """An empty store in memory."""
    return Store()


@pytest.fixture(params=["memory", "file"])
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty store, once in memory and once on the disk."""
    return Store() if request.param == "memory" else Store(tmp_path / "data")


@pytest.fixture(scope="session")
def library() -> Library:
    """The library as it is shipped."""
    return Library(LIBRARY)


@pytest.fixture
def app_at(store: Store, library: Library, clock: MovableClock) -> AppAt:
    """Make the app at a place: `async with app_at(Place.LOG).run_test() as pilot`."""

    def make(place: Place = Place.NOW, over: Store | None = None) -> CompanionApp:
        return CompanionApp(over or store, library, clock, place=place)

    return make
