"""What can be seen and done while it is locked: all that helps, and no word of the person's."""

import pytest
from textual.widgets import Input

from companion.domain.content import Link
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.locked import EARLIER, KEPT_SEALED, say_locked
from companion.ui.pause.form import PauseForm
from companion.ui.places import Place
from companion.ui.plan.screen import PlanScreen
from tests.conftest import AppAt
from tests.screens import lines
from tests.ui.locked.conftest import NOTE, WORDS, OpenStore, shown, unlock


@pytest.mark.parametrize("place", list(Place))
async def test_no_place_shows_a_word_or_a_count_while_it_is_locked(app_at: AppAt, sealed: Store, place: Place) -> None:
    async with app_at(place, sealed).run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        said = shown(pilot)
        assert "locked" in lines(pilot.app)[0]
        assert "f2 Unlock" in lines(pilot.app)[-1]
    assert not [word for word in WORDS if word in said]
    for told in ("✓", "reading ·", "Read on", "Nothing is noted yet", "None yet", "filled in", "45 minutes", "Parked"):
        assert told not in said


@pytest.mark.parametrize(("place", "subject"), [("5", "What you wrote"), ("6", "review"), ("7", "worksheets")])
async def test_what_is_locked_says_so_in_a_sentence_with_the_way_out(
    app: CompanionApp, place: str, subject: str
) -> None:
    async with app.run_test() as pilot:
        await pilot.press(place)
        await pilot.pause()
        said = shown(pilot)
    assert subject in said
    assert "locked. f2 unlocks" in said


async def test_the_app_opens_on_the_pause_without_asking(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "back at 20:28" in shown(pilot)
        await pilot.press("1")
        await pilot.pause()
        assert "What is happening?" in shown(pilot)


async def test_a_line_is_kept_sealed_and_seen_after_unlocking(app: CompanionApp, open_store: OpenStore) -> None:
    async with app.run_test() as pilot:
        await pilot.press("5")
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "written in the dark"
        await pilot.press("enter")
        await pilot.pause()
        said = shown(pilot)
        assert KEPT_SEALED in said
        assert "written in the dark" not in said
        await unlock(pilot)
        assert "written in the dark" in shown(pilot)
    assert open_store().is_locked


async def test_the_full_form_the_ordinary_day_and_the_good_moment_work(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("5", "escape", "o", "g", "n")
        await pilot.pause()
        app.screen.query_one("#note", Input).value = "from the form"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert KEPT_SEALED in shown(pilot)
        await unlock(pilot)
    kept = {(entry.kind, entry.note) for entry in sealed.entries}
    assert kept == {(None, NOTE), ("ordinary", ""), ("good", ""), (None, "from the form")}


async def test_earlier_entries_are_not_offered_as_answered(app: CompanionApp) -> None:
    async with app.run_test(notifications=True, size=(100, 50)) as pilot:
        await pilot.press("5", "escape", "n")
        await pilot.pause()
        app.screen.query_one("#answers").focus()
        await pilot.press("enter")
        await pilot.pause()
        assert say_locked(EARLIER) in shown(pilot)


@pytest.mark.parametrize("key", ["e", "d", "u", "slash", "c"])
async def test_keys_about_entries_do_nothing_while_they_are_locked(app: CompanionApp, key: str) -> None:
    async with app.run_test() as pilot:
        await pilot.press("5", "escape")
        before = app.screen
        await pilot.press(key)
        await pilot.pause()
        assert app.screen is before


async def test_own_words_can_not_be_written_while_locked(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("4", "n", "e", "d", "u")
        await pilot.pause()
        assert "My own words Locked. f2 unlocks them." in shown(pilot)


async def test_a_running_pause_shows_its_clock_and_the_shipped_words(app: CompanionApp, clock: object) -> None:
    async with app.run_test() as pilot:
        await pilot.press("2")
        await pilot.pause()
        said = shown(pilot)
    assert "back at 20:28" in said
    assert "Say when you are back" in said
    assert "I'm back" in said


async def test_a_pause_can_be_moved_and_ended_while_locked(
    app: CompanionApp, sealed: Store, open_store: OpenStore
) -> None:
    async with app.run_test() as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("plus", "enter")
        await pilot.pause()
        assert "back at 20:48" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "You are back at 20:10" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await unlock(pilot)
        (pause,) = sealed.pauses
    assert pause.topic == "the wet dog"
    assert [move.new.minute for move in pause.moves] == [48]
    assert pause.outcome == "moved in time"


async def test_a_pause_can_be_begun_while_locked(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("c", "down", "down", "enter")
        await pilot.pause()
        app.screen.query_one("#where", Input).value = "the shed"
        app.screen.query_one(PauseForm)._begins_from = 0.0
        await pilot.press("enter")
        await pilot.pause()
        assert "back at 20:40" in shown(pilot)
        assert "the shed" not in shown(pilot)
        await unlock(pilot)
        assert "the shed" in shown(pilot)


async def test_reading_works_and_leaves_no_trace_while_locked(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        app.follow(Link("articles", "a-pause-with-a-promise"))
        await pilot.pause()
        await pilot.press("pagedown", "pagedown", "escape")
        await pilot.pause()
        await unlock(pilot)
        assert {reading.id for reading in sealed.reading} == {"asking-kindly"}


async def test_a_worksheet_that_a_link_leads_to_is_locked_too(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        app.follow(Link("worksheets", "what-calms-me"))
        await pilot.pause()
        assert isinstance(app.screen, PlanScreen)


async def test_on_a_narrow_screen_the_word_gives_way_to_the_pause(app: CompanionApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert "⏸" in lines(app)[0]
        assert "f2 Unlock" in lines(app)[-2]
