"""What stays of an exercise: that it was done, how strong it was, and the lines that were written."""

from datetime import timedelta

import pytest

from companion.domain.practice import Practice
from companion.domain.settings import Motion, Settings
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.pacer import Pacer
from companion.ui.places import Place
from companion.ui.read.screen import ReadScreen
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.exercising import doing, line_of, screen, words, write


@pytest.fixture
def app(app_at: AppAt) -> CompanionApp:
    return app_at(Place.READ)


async def test_a_key_marks_the_strength_before_and_after(app: CompanionApp, store: Store, clock: MovableClock) -> None:
    async with doing(app, "five-things") as pilot:
        assert "How strong now?" in words(app)
        await pilot.press("7", *["enter"] * 7)
        clock.move(minutes=4)
        await pilot.press("enter")
        assert "It was 7. And now?" in words(app)
        await pilot.press("4", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReadScreen)
    (practice,) = store.practices
    assert (practice.slug, practice.strength_before, practice.strength_after) == ("five-things", 7, 4)
    assert practice.done_at == clock()
    assert practice.pause is None


async def test_both_may_be_left_out(app: CompanionApp, store: Store) -> None:
    async with doing(app, "cool-and-slow") as pilot:
        await pilot.press("enter", "enter", "escape", "escape")
    (practice,) = store.practices
    assert (practice.strength_before, practice.strength_after, practice.lines) == (None, None, ())


@pytest.mark.parametrize("keys", [["escape"], ["7", "escape"], ["7", "enter", "escape", "escape"], ["enter", "tab"]])
async def test_nothing_is_kept_when_nothing_was_done(app: CompanionApp, store: Store, keys: list[str]) -> None:
    async with doing(app, "five-things") as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert "Kept" not in text(app)
    assert not list(store.practices)


async def test_what_is_typed_half_way_is_kept_when_one_stops(app: CompanionApp, store: Store) -> None:
    async with doing(app, "own-it-mend-it") as pilot:
        await pilot.press("enter", "enter")
        await write(pilot, "I shouted")
        line_of(pilot).value = "half a"
        await pilot.press("escape")
        await pilot.pause()
        assert "Kept." in words(app)
        page = "What I did: I shouted\nWhat it may have been like for you: half a"
        assert [practice.lines for practice in store.practices] == [(page,)]


async def test_going_back_and_on_again_is_one_practice_with_the_last_words(app: CompanionApp, store: Store) -> None:
    async with doing(app, "if-then-card") as pilot:
        await pilot.press("enter", "enter")
        await write(pilot, "we talk")
        await pilot.press("escape", "shift+tab", "shift+tab")
        await pilot.pause()
        await write(pilot, "we quarrel")
        await pilot.press("escape", "escape")
    assert [practice.lines for practice in store.practices] == [("we quarrel",)]


async def test_quitting_half_way_loses_nothing_that_was_typed(app: CompanionApp, store: Store) -> None:
    async with doing(app, "kind-outsider") as pilot:
        await pilot.press("enter", "tab")
        await pilot.pause()
        line_of(pilot).value = "They both were tired"
        await pilot.press("ctrl+q")
    assert [practice.lines for practice in store.practices] == [("They both were tired",)]


async def test_what_did_not_reach_the_disk_is_said_and_can_be_tried_again(
    app: CompanionApp, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(practice: Practice) -> Practice:
        raise NotKept("The disk is full.")

    async with doing(app, "kind-outsider") as pilot:
        await pilot.press("enter", "enter")
        with monkeypatch.context() as patch:
            patch.setattr(store.practices, "keep", refuse)
            await write(pilot, "They both were tired")
            await pilot.press("escape", "escape")
            await pilot.pause()
            assert "The disk is full." in text(app)
            assert "Throw it away" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReadScreen)
    assert [practice.lines for practice in store.practices] == [("They both were tired",)]


@pytest.mark.parametrize(("motion", "has_bar"), [(Motion.FULL, True), (Motion.REDUCED, True), (Motion.TEXT, False)])
async def test_the_breath_moves_as_much_as_is_wanted(
    app: CompanionApp, store: Store, clock: MovableClock, motion: Motion, has_bar: bool
) -> None:
    store.keep_settings(Settings(motion=motion))
    async with doing(app, "slow-six") as pilot:
        await pilot.press("enter", "enter", "enter")
        clock.move(seconds=3)
        screen(pilot).query_one(Pacer).refresh()
        await pilot.pause()
        assert "breathe in" in text(app)
        assert ("█" in text(app)) is has_bar


async def test_before_it_starts_it_says_how_often_it_was_done_and_how_it_was(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    for days, (before, after) in ((9, (8, 8)), (2, (7, 4))):
        done_at = clock() - timedelta(days=days)
        store.practices.keep(Practice(slug="long-sigh", done_at=done_at, strength_before=before, strength_after=after))
    async with doing(app_at(), "long-sigh") as pilot:
        assert "Done twice; the last time on 20 November. It was 7 before and 4 after." in " ".join(
            text(pilot.app).split()
        )
    async with doing(app_at(), "five-things") as pilot:
        assert "Done" not in " ".join(text(pilot.app).split())
