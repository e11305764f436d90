"""Held messages: closed until their hour, then one of four ways."""

from datetime import timedelta

import pytest
from textual import events
from textual.widgets import Input

from companion.domain.held import SEND_IT, Decision, HeldMessage
from companion.storage.store import Store
from companion.ui.choice import StrengthChoice
from companion.ui.places import Place
from companion.ui.words.held import HeldScreen
from companion.ui.words.opened import OpenedMessage
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.words.hands import ANGRY, open_with, whole


def keep_held(store: Store, clock: MovableClock, **minutes: float) -> HeldMessage:
    """Keep a message that was written an hour ago and opens in so many minutes."""
    held = HeldMessage(
        text=ANGRY,
        written_at=clock() - timedelta(hours=1),
        open_at=clock() + timedelta(**minutes),
        mood_before=9,
    )
    return store.held.keep(held)


async def test_before_its_hour_only_that_it_waits_is_shown(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    keep_held(store, clock, minutes=50)
    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await open_with(pilot, "h")
        await pilot.pause()
        assert "It waits until 21:00 50 minutes more" in whole(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, HeldScreen)
        assert SEND_IT in whole(app)
        assert ANGRY not in whole(app)
        clock.move(minutes=50)
        app.screen.tick()
        await pilot.pause()
        assert f"Open now ❯ {ANGRY}" in whole(app)


@pytest.mark.parametrize(
    ("downs", "decision", "said"),
    [(0, Decision.SENT, "Sent"), (1, Decision.SAVED, "Saved for the talk"), (2, Decision.LET_GO, "Let go")],
)
async def test_an_opened_message_goes_one_of_three_ways(
    app_at: AppAt, store: Store, clock: MovableClock, downs: int, decision: Decision, said: str
) -> None:
    keep_held(store, clock, minutes=-5)
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await open_with(pilot, "h")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert ANGRY in whole(app)
        assert "The pull was 9 then." in whole(app)
        app.screen.query_one("#pull", StrengthChoice).value = "3"
        await pilot.press(*["down"] * downs, "enter")
        await pilot.pause()
        assert said in whole(app)
        assert (ANGRY in whole(app)) is (decision is not Decision.LET_GO)
    (held,) = store.held
    assert (held.decision, held.mood_after, held.decided_at) == (decision, 3, clock())


async def test_it_can_be_held_on_till_morning(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    keep_held(store, clock, minutes=-5)
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await open_with(pilot, "h")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("end", "enter")
        await pilot.pause()
        assert "It waits until 08:00 tomorrow" in whole(app)
        assert ANGRY not in whole(app)


async def test_esc_leaves_an_opened_message_as_it_is(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    before = keep_held(store, clock, minutes=-5)
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await open_with(pilot, "h")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, OpenedMessage)
        await pilot.press("y", "escape")
        await pilot.pause()
        assert app.clipboard == ANGRY
    assert store.held.get(before.id) == before


async def test_d_deletes_and_u_brings_back(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    before = keep_held(store, clock, minutes=50)
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await open_with(pilot, "h")
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        assert "None yet." in whole(app)
        assert len(store.held) == 0
        await pilot.press("u")
        await pilot.pause()
        assert "It waits until 21:00" in whole(app)
    assert [held.id for held in store.held] == [before.id]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
@pytest.mark.parametrize("words", [HOSTILE, "x" * 10_000, "שלום 🙂\nand more"])
async def test_hostile_words_are_held_and_shown(
    app_at: AppAt, store: Store, clock: MovableClock, size: tuple[int, int], words: str
) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await open_with(pilot, "ctrl+o")
        app.screen.post_message(events.Paste(words))
        await pilot.pause()
        await pilot.press("ctrl+s")
        clock.move(hours=24)
        await open_with(pilot, "h")
        await pilot.pause()
        assert words[:6] in text(app) or words.startswith("ש")
        await pilot.press("enter")
        await pilot.pause()
        assert "\x1b" not in text(app)
        assert isinstance(app.screen, OpenedMessage)
        assert not app.screen.query(Input)
