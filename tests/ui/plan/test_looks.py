"""How the screens behind Plan look, as text; see `tests/ui/test_looks.py`."""

from datetime import timedelta

import pytest

from companion.domain.content import Link
from companion.domain.filling import Answers
from companion.domain.week_time import TimeKind
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.ui.plan.hands import CALMS, plan
from tests.ui.test_looks import compare, settled

SHEET = Link("worksheets", CALMS)
NARROW, USUAL, WIDE = (40, 12), (80, 24), (200, 60)
_LONG = "a slow lap round the block, past the bakery and the river, and home by the long way 散歩 👩‍👧"


@pytest.fixture
def kept(store: Store, clock: MovableClock) -> None:
    """A week with a long note in it, and a worksheet that was filled in twice."""
    plan(store, TimeKind.QUIET, days=-1, was=timedelta(hours=1))
    plan(store, TimeKind.SOLO, at=8, note=_LONG)
    plan(store, TimeKind.TOGETHER, at=19)
    for days, words in ((2, "rain on the window"), (0, _LONG)):
        filled_at = clock() - timedelta(days=days)
        store.worksheets.keep(Answers(worksheet=CALMS, answers={"body": words}, filled_at=filled_at))


@pytest.mark.parametrize("size", [USUAL, NARROW, WIDE], ids=lambda size: "x".join(map(str, size)))
async def test_the_week_looks_as_it_did(app_at: AppAt, kept: None, size: tuple[int, int]) -> None:
    async with app_at(Place.PLAN).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("w")
        shown = await settled(pilot)
    compare(f"plan-week-{size[0]}x{size[1]}", shown)


@pytest.mark.parametrize("size", [USUAL, NARROW], ids=lambda size: "x".join(map(str, size)))
async def test_planning_a_time_looks_as_it_did(app_at: AppAt, size: tuple[int, int]) -> None:
    async with app_at(Place.PLAN).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        await pilot.press("a")
        shown = await settled(pilot)
    compare(f"plan-week-add-{size[0]}x{size[1]}", shown)


@pytest.mark.parametrize("size", [USUAL, NARROW], ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("keys", ["", "f3"], ids=["form", "card"])
async def test_a_worksheet_looks_as_it_did(app_at: AppAt, kept: None, keys: str, size: tuple[int, int]) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=size) as pilot:
        app.follow(SHEET)
        await settled(pilot)
        await pilot.press(*keys.split())
        shown = await settled(pilot)
    compare(f"plan-{'card' if keys else 'form'}-{size[0]}x{size[1]}", shown)


@pytest.mark.parametrize("size", [USUAL, NARROW], ids=lambda size: "x".join(map(str, size)))
async def test_earlier_fillings_look_as_they_did(app_at: AppAt, kept: None, size: tuple[int, int]) -> None:
    async with app_at(Place.PLAN).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("down", "h")
        shown = await settled(pilot)
    compare(f"plan-history-{size[0]}x{size[1]}", shown)
