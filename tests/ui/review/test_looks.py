"""How the screens behind Review look, as text; see `tests/ui/test_looks.py`."""

import pytest

from companion.domain.entry import Entry
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.sample import make_entries
from tests.ui.test_looks import compare, settled

SIZES = ((80, 24), (40, 12))
_LONG = "They said they would ring at eight, and at ten I stopped looking at the phone 電話 👩‍👧. "


@pytest.fixture
def kept(store: Store, library: Library, clock: MovableClock) -> None:
    """Some weeks, and the newest entry a long one."""
    for entry in make_entries(60, library, clock()):
        store.entries.keep(entry)
    store.entries.keep(Entry(at=clock(), kind="not-heard", strength=6, note=_LONG * 3, quote="Not now.", person="A."))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize(
    ("what", "keys"),
    [("behind", "n enter"), ("entry", "enter enter"), ("sheet", "s"), ("quotes", "s q"), ("preview", "s v")],
)
async def test_it_looks_as_it_did(app_at: AppAt, kept: None, what: str, keys: str, size: tuple[int, int]) -> None:
    async with app_at(Place.REVIEW).run_test(size=size) as pilot:
        await settled(pilot)
        for key in keys.split():
            await pilot.press(key)
            shown = await settled(pilot)
    compare(f"review-{what}-{size[0]}x{size[1]}", shown)


async def test_quotes_keep_a_measure_on_a_wide_screen(app_at: AppAt, kept: None) -> None:
    async with app_at(Place.REVIEW).run_test(size=(200, 60)) as pilot:
        await settled(pilot)
        await pilot.press("s", "q")
        shown = await settled(pilot)
    assert "my note" in shown and max(map(len, shown.splitlines()[3:-2])) <= 122
