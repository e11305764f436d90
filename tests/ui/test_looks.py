"""How each place looks, as text: compared with `tests/snapshots/`; `COMPANION_SNAPSHOTS=write` writes them anew."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.reading import Reading
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.sample import make_entries, make_pauses
from tests.screens import text
from tests.ui.scenes import SCENES

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"
WRITES = os.environ.get("COMPANION_SNAPSHOTS") == "write"
SIZES = ((80, 24), (120, 40), (40, 12))


@pytest.fixture(params=["empty", "sample"])
def kept(request: pytest.FixtureRequest, store: Store, library: Library, clock: MovableClock) -> str:
    """What the store holds: nothing, or some weeks and a running pause."""
    if request.param == "sample":
        for entry in make_entries(60, library, clock()):
            store.entries.keep(entry)
        for ended in make_pauses(6, clock()):
            store.pauses.keep(ended)
        store.reading.keep(Reading(id="asking-kindly", share=0.4, read_at=clock()))
        answers = {"body": "a slow lap round the block"}
        store.worksheets.keep(Answers(id="what-calms-me", answers=answers, filled_at=clock()))
        began, half = clock() - timedelta(minutes=12, seconds=18), timedelta(minutes=30)
        store.pauses.keep(
            Pause(
                started_at=began,
                due=began + half,
                planned=half,
                place="the bedroom",
                told_at=began,
                return_message="I'm back like I said.",
            )
        )
    return str(request.param)


async def settled(pilot: Pilot[None]) -> str:
    """Return the screen once it is the same three times in a row."""
    seen = [""]
    while len(seen) < 20 and not (len(seen) > 3 and seen[-1] == seen[-2] == seen[-3]):
        await pilot.pause(0.05)
        seen.append(text(pilot.app))
    return f"{seen[-1]}\n"


def compare(name: str, shown: str) -> None:
    """Compare with the snapshot of that name, or write it."""
    file = SNAPSHOTS / f"{name}.txt"
    if WRITES:
        SNAPSHOTS.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("place", list(Place))
async def test_a_place_looks_as_it_did(app_at: AppAt, kept: str, place: Place, size: tuple[int, int]) -> None:
    async with app_at(place).run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*((place.key,) if place is Place.NOW else ()))  # with a pause it opens on the pause
        shown = await settled(pilot)
    compare(f"{place}-{kept}-{size[0]}x{size[1]}", shown)


LOCKED = {"now": ("1",), "log": ("5",), "review": ("6",), "privacy": ("f1", "w"), "unlock": ("f2",)}
"""What is looked at while it is locked, and the keys that lead there."""


@pytest.fixture
def locked(tmp_path: Path, library: Library, clock: MovableClock) -> Store:
    """A sealed store with some weeks in it and a running pause, locked."""
    store = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    for entry in make_entries(60, library, clock()):
        store.entries.keep(entry)
    began, half = clock() - timedelta(minutes=12, seconds=18), timedelta(minutes=30)
    store.pauses.keep(Pause(started_at=began, due=began + half, planned=half, place="the bedroom"))
    store.set_passphrase(store.new_key("x"))
    store.lock()
    return store


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("what", LOCKED)
async def test_what_is_locked_looks_as_it_did(app_at: AppAt, locked: Store, what: str, size: tuple[int, int]) -> None:
    async with app_at(Place.NOW, locked).run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*LOCKED[what])
        shown = await settled(pilot)
    compare(f"locked-{what}-{size[0]}x{size[1]}", shown)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_privacy_looks_as_it_did(app_at: AppAt, locked: Store, size: tuple[int, int]) -> None:
    async with app_at(Place.NOW, locked).run_test(size=size) as pilot:
        await pilot.pause()
        locked.unlock(locked.open_key("x"))
        pilot.app._look()  # type: ignore[attr-defined]
        await pilot.press("f1", "w")
        shown = await settled(pilot)
    compare(f"privacy-{size[0]}x{size[1]}", shown)


STATES = (
    "sheet", "own", "giving", "overdue", "end", "large", "ready", "log-found", "entry-form", "filter-form", "cover",
)  # fmt: skip
"""Scenes whose looks are kept, on a wide screen too."""


@pytest.mark.parametrize("size", (*SIZES, (200, 60)), ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("name", STATES)
async def test_a_state_looks_as_it_did(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, name: str, size: tuple[int, int]
) -> None:
    scene = SCENES[name]
    scene.fill(store, library, clock)
    async with app_at(scene.place).run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*scene.keys)
        shown = await settled(pilot)
    compare(f"state-{name}-{size[0]}x{size[1]}", shown)
