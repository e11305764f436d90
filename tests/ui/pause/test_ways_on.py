"""What shaking hands, a locked screen and a closed lid do to a pause and to the steps after it: nothing is lost."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Digits

from companion.domain.pause import PauseKind
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import lines, text
from tests.ui.pause.hands import only, running

PASSPHRASE = "four plain words here"


@pytest.fixture
def sealed(tmp_path: Path, clock: MovableClock) -> Store:
    """An unlocked store with a passphrase."""
    store = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    store.set_passphrase(store.new_key(PASSPHRASE))
    store.unlock(store.open_key(PASSPHRASE))
    return store


def unlock(app: CompanionApp, store: Store) -> None:
    store.unlock(store.open_key(PASSPHRASE))
    app.read_again()


# -- a turn


async def test_a_running_turn_goes_on_with_its_time_after_locking(
    app_at: AppAt, sealed: Store, clock: MovableClock
) -> None:
    sealed.pauses.keep(running(clock, topic="the wet dog", started_at=clock() - timedelta(minutes=20)))
    app = app_at(Place.PAUSE, sealed)
    async with app.run_test() as pilot:
        for key in ("enter", "enter", "enter", "enter", "enter", "t"):
            await pilot.press(key)
            await pilot.pause()
        assert "They speak" in text(app)
        clock.move(seconds=20)
        app.lock()
        await pilot.pause()
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "dog" not in text(app)
        assert "They speak" not in text(app)
        clock.move(seconds=30)
        unlock(app, sealed)
        await pilot.pause()
        await pilot.pause()
        assert "They speak" in text(app)
        assert app.screen.query_one("#turn-left", Digits).value == "01:10"
    sealed.close()


async def test_a_turn_that_ended_while_it_was_closed_rings_no_more(
    app_at: AppAt, store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.pauses.keep(running(clock))
    first = app_at(Place.PAUSE)
    async with first.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("enter", *["enter"] * 4, "space")
        await pilot.pause()
    clock.move(minutes=5)
    bells: list[object] = []
    monkeypatch.setattr(CompanionApp, "bell", lambda self: bells.append(self))
    again = app_at(Place.PAUSE)
    async with again.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "You speak" in text(again)
        assert "Two minutes are over." in text(again)
    assert not bells


# -- the entry


async def test_enter_all_the_way_keeps_an_entry_once(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock, topic="the rent", kind=PauseKind.PLANNED))
    app = app_at(Place.PAUSE)
    async with app.run_test(notifications=True) as pilot:
        clock.move(minutes=20)
        await pilot.press("enter", "enter", "enter", "enter", "enter")
        await pilot.pause()
        assert "Kept in the log" in text(app)
    (entry,) = store.entries
    assert (entry.kind, entry.pause, entry.note) == ("return", only(store).id, "Topic: the rent")


async def test_d_drops_the_entry(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.pauses.keep(running(clock, kind=PauseKind.PLANNED))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("enter", "enter", "enter", "d")
        await pilot.pause()
        assert "How long" in text(app)
    assert not list(store.entries)


async def test_an_entry_that_the_disk_refuses_stays_on_the_screen(
    app_at: AppAt, store: Store, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    store.pauses.keep(running(clock, kind=PauseKind.PLANNED))
    app = app_at(Place.PAUSE)
    async with app.run_test(notifications=True) as pilot:
        clock.move(minutes=20)
        await pilot.press("enter", "enter", "enter")
        await pilot.pause()
        with monkeypatch.context() as patch:
            patch.setattr(Collection, "keep", refuse)
            await pilot.press("enter")
            await pilot.pause()
        assert "An entry about it" in text(app)
        assert "the disk is full" in text(app)
        await pilot.press("enter")
        await pilot.pause()
    assert len(list(store.entries)) == 1


# -- parking, riding out


async def test_parking_says_where_the_thought_goes_also_while_locked(
    app_at: AppAt, sealed: Store, clock: MovableClock
) -> None:
    sealed.pauses.keep(running(clock))
    app = app_at(Place.PAUSE, sealed)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("t", *"dog", "enter")
        await pilot.pause()
        assert "Parked. It waits here until you are back." in text(app)
        sealed.lock()
        app.read_again()
        await pilot.pause()
        await pilot.press("t", *"cat", "enter")
        await pilot.pause()
        shown = " ".join(text(app).replace("▌", "").split())
        assert "Parked, sealed. It waits until you are back, and you see it after unlocking." in shown
        unlock(app, sealed)
    assert only(sealed).thoughts == ("dog", "cat")
    sealed.close()


async def test_the_last_pull_counted_can_be_taken_back_for_a_while(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(running(clock, kind=PauseKind.GIVING, leave_message="", return_message=""))
    app = app_at(Place.PAUSE)
    async with app.run_test() as pilot:
        await pilot.press("u", "u")
        await pilot.pause()
        assert "Ridden out: 2 times   backspace takes the last one back" in text(app)
        await pilot.press("backspace")
        await pilot.pause()
        assert "Ridden out: once" in text(app)
        clock.move(minutes=3)
        app._tick()
        await pilot.pause()
        assert "backspace" not in text(app)
        await pilot.press("backspace")
        await pilot.pause()
    assert len(only(store).urges) == 1


async def test_a_pull_counted_while_locked_is_said(app_at: AppAt, sealed: Store, clock: MovableClock) -> None:
    sealed.pauses.keep(running(clock, kind=PauseKind.GIVING, leave_message="", return_message=""))
    sealed.lock()
    app = app_at(Place.PAUSE, sealed)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert "Counted. You see how many after unlocking." in text(app)
        unlock(app, sealed)
        await pilot.pause()
        assert "Ridden out: once" in text(app)
    sealed.close()


# -- what is said in passing


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_what_is_said_in_passing_lies_over_no_words(
    app_at: AppAt, store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    store.pauses.keep(running(clock, leave_message="I need room. I will be back at {back_at}. I care about us."))
    app = app_at(Place.PAUSE)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("s", "y")
        await pilot.pause()
        shown = [line.strip() for line in lines(app)]
        assert [
            each for each in ("I need room.", "I will be back at 20:40.", "I care about us.") if each not in shown
        ] == []
        assert any("Copied." in line for line in shown)
        await pilot.press("escape")
        await pilot.pause()
        part, said = app.screen.query_one("#part").region, app.screen.query_one("Toast").region
        assert not part.overlaps(said)
