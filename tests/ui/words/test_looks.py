"""How the screens behind Words look, as text; see `tests/ui/test_looks.py`."""

from datetime import timedelta

import pytest

from companion.domain.held import Decision, HeldMessage
from companion.domain.pause import Pause
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.ui.test_looks import SIZES, compare, settled
from tests.ui.words.hands import open_with, type_in

LEAVE = "I'm swamped. I need {minutes}[ in {place}]. I'll come back at {back_at}."


@pytest.fixture
def kept(store: Store, clock: MovableClock) -> None:
    """Held messages of every sort, and two pauses."""

    def held(text: str, written: int, opens: int, decision: Decision | None = None) -> None:
        at = clock() + timedelta(hours=opens)
        message = HeldMessage(text=text, written_at=clock() - timedelta(hours=written), open_at=at, mood_before=9)
        store.held.keep(message.decide(decision, clock(), 3) if decision else message)

    held("Why do you never answer? I sat here all evening with the phone in my hand.", 3, -1)
    held("You will not see this yet.", 1, 2)
    held("Can we talk about the weekend?", 30, -20, Decision.SAVED)
    held("Gone.", 50, -40, Decision.LET_GO)
    half = timedelta(minutes=30)
    for days in (1, 2):
        began = clock() - timedelta(days=days)
        pause = Pause(
            started_at=began, due=began + half, planned=half, told_at=began, place="the bedroom", leave_message=LEAVE
        )
        moved = pause.move(pause.due + half, pause.due - timedelta(minutes=5)) if days == 2 else pause
        store.pauses.keep(moved.come_back(moved.due))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize(
    ("what", "keys"),
    [
        ("ask", "a"),
        ("feel", "i"),
        ("held", "h"),
        ("opened", "h enter"),
        ("hold", "ctrl+o"),
        ("promised", "p"),
    ],
)
async def test_it_looks_as_it_did(app_at: AppAt, kept: None, what: str, keys: str, size: tuple[int, int]) -> None:
    async with app_at(Place.WORDS).run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys.split():
            await open_with(pilot, key)
            await settled(pilot)
        if what == "ask":
            await type_in(pilot, state="swamped", need="quiet", length="a while")
        shown = await settled(pilot)
    compare(f"words-{what}-{size[0]}x{size[1]}", shown)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize(("what", "keys"), [("narrowed", "s o"), ("check", "m"), ("write", "n"), ("drill", "t")])
async def test_the_ways_on_look_as_they_did(app_at: AppAt, what: str, keys: str, size: tuple[int, int]) -> None:
    async with app_at(Place.WORDS).run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys.split():
            await open_with(pilot, key)
            await settled(pilot)
        shown = await settled(pilot)
    compare(f"words-{what}-{size[0]}x{size[1]}", shown)
