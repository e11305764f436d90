"""Holding a message: written here, until an hour that one names."""

from datetime import timedelta

import pytest
from textual.widgets import TextArea

from companion.domain.held import SEND_IT
from companion.domain.pause import Pause
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.choice import StrengthChoice
from companion.ui.places import Place
from companion.ui.words.hold import HoldMessage
from tests.conftest import AppAt, MovableClock
from tests.ui.words.hands import ANGRY, open_with, type_in, whole


@pytest.mark.parametrize("keys", [("h", "n"), ("h", "ctrl+o"), ("ctrl+o",), ("t", "ctrl+o"), ("a", "ctrl+o")])
async def test_a_message_is_held_from_anywhere_in_words(
    app_at: AppAt, store: Store, clock: MovableClock, keys: tuple[str, ...]
) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        for key in keys:
            await open_with(pilot, key)
        assert isinstance(app.screen, HoldMessage)
        assert SEND_IT in whole(app)
        app.screen.query_one("#message", TextArea).text = ANGRY
        await type_in(pilot, until="until 21:00")
        assert "It opens at 21:00." in whole(app)
        app.screen.query_one("#pull", StrengthChoice).focus()
        await pilot.press("8", "ctrl+s")
        await pilot.pause()
        assert "It waits until 21:00." in whole(app)
    (held,) = store.held
    assert (held.text, held.mood_before, held.written_at) == (ANGRY, 8, clock())
    assert held.open_at - clock() == timedelta(minutes=50)


async def test_a_message_knows_the_pause_it_was_written_in(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    half = timedelta(minutes=30)
    pause = store.pauses.keep(Pause(started_at=clock(), due=clock() + half, planned=half))
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await open_with(pilot, "ctrl+o")
        app.screen.query_one("#message", TextArea).text = ANGRY
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert [held.pause for held in store.held] == [pause.id]


async def test_the_night_is_held_unless_one_says_otherwise(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await open_with(pilot, "ctrl+o")
        await type_in(pilot, until="3h")
        assert "It opens at 08:00 tomorrow." in whole(app)
        app.screen.query_one("#night").focus()
        await pilot.press("right")
        await pilot.pause()
        assert "It opens at 23:10." in whole(app)


@pytest.mark.parametrize("until", ["soonish", "until 25:00", "{x} [red]", "9" * 10_000])
async def test_an_hour_that_is_not_understood_is_said_and_nothing_is_lost(
    app_at: AppAt, store: Store, until: str
) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await open_with(pilot, "ctrl+o")
        app.screen.query_one("#message", TextArea).text = ANGRY
        await type_in(pilot, until=until)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, HoldMessage)
        assert "It opens at" not in whole(app)
        await pilot.press("ctrl+q")
    assert [draft.fields["text"] for draft in store.unkept] == [ANGRY]


async def test_without_words_it_says_so_beside_the_field(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await pilot.pause()
        await open_with(pilot, "ctrl+o")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Write the message you want to hold." in whole(app)
    assert len(store.held) == 0


async def test_a_failing_disk_takes_nothing_away(app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full.")

    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await open_with(pilot, "ctrl+o")
        app.screen.query_one("#message", TextArea).text = ANGRY
        await pilot.pause()
        with monkeypatch.context() as patch:
            patch.setattr(Collection, "keep", fail)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "the disk is full" in whole(app)
        await pilot.press("escape")
        await open_with(pilot, "ctrl+o")
        assert app.screen.query_one("#message", TextArea).text == ANGRY
        await pilot.press("ctrl+s")
    assert len(store.held) == 1
