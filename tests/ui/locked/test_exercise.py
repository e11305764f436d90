"""An exercise while the words are locked: it works whole, and nothing of it is kept."""

from textual.pilot import Pilot

from companion.domain.content import Link
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from tests.ui.exercising import line_of
from tests.ui.locked.conftest import WORDS, shown, unlock


async def test_it_says_that_nothing_is_kept_and_asks_for_no_strength(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "five-things"))
        await pilot.pause()
        assert "Locked: nothing of this is kept." in shown(pilot)
        assert "How strong" not in shown(pilot)
        await pilot.press("enter", "enter", "escape")
        assert "Locked: nothing of this is kept." in shown(pilot)
        assert not any(word in shown(pilot) for word in WORDS)
        await pilot.press("escape")
        await unlock(pilot)
    assert not list(sealed.practices)


async def test_unlocking_half_way_keeps_what_is_done(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "kind-outsider"))
        await pilot.press("enter", "enter")
        await pilot.pause()
        line_of(pilot).value = "They both were tired"
        await unlock(pilot)
        await pilot.press("enter", "escape", "escape")
        await pilot.pause()
        assert [practice.lines for practice in sealed.practices] == [("They both were tired",)]


async def test_locking_half_way_keeps_what_was_typed(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        app.follow(Link("exercises", "kind-outsider"))
        await pilot.press("enter", "enter")
        await pilot.pause()
        line_of(pilot).value = "They both were tired"
        await pilot.press("ctrl+l", "enter")
        assert not list(sealed.practices)
        await unlock(pilot)
        assert [practice.lines for practice in sealed.practices] == [("They both were tired",)]


async def test_a_message_is_held_while_it_is_locked_and_shows_after_unlocking(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "ride-the-wave"))
        await pilot.press("enter")
        await pilot.pause()
        line_of(pilot).value = "where are you"
        await pilot.press("tab", "tab", "tab", "tab", "tab", "down", "down", "enter")
        await pilot.pause()
        assert not list(sealed.held)
        await unlock(pilot)
        await pilot.pause()
        assert [held.text for held in sealed.held] == ["where are you"]


SAVE = ("tab", "tab", "tab", "tab", "tab", "down", "down", "enter")
"""From the message to the step that asks what becomes of it, where it is saved."""


async def hold_one_and_write_it_anew(pilot: Pilot[None]) -> None:
    """Hold a message, go back to it and change it, as far as the step that asks what becomes of it."""
    pilot.app.follow(Link("exercises", "ride-the-wave"))  # type: ignore[attr-defined]
    await pilot.press("enter")
    await pilot.pause()
    line_of(pilot).value = "where are you"
    await pilot.press(*SAVE, *["shift+tab"] * 6)
    await pilot.pause()
    line_of(pilot).value = "I miss you"


async def test_a_held_message_that_is_written_anew_while_locked_is_held_anew(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await hold_one_and_write_it_anew(pilot)
        await pilot.press(*SAVE)
        assert "7 of 7" in shown(pilot)
        await pilot.press("escape")
        assert "Your message is held until" in shown(pilot)
        assert "What you held before stays held while it is locked." in shown(pilot)
        await pilot.press("shift+tab", "escape", "escape")
        await unlock(pilot)
    assert sorted(held.text for held in sealed.held) == ["I miss you", "where are you"]


async def test_unlocked_before_the_end_only_the_last_words_stay_held(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await hold_one_and_write_it_anew(pilot)
        await pilot.press(*SAVE)
        await unlock(pilot)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert [held.text for held in sealed.held] == ["I miss you"]


async def test_a_held_message_that_is_let_go_while_locked_stops_no_step_and_is_gone_once_unlocked(
    app: CompanionApp, sealed: Store
) -> None:
    async with app.run_test() as pilot:
        await hold_one_and_write_it_anew(pilot)
        await pilot.press(*["tab"] * 5, "up", "up", "space", "enter")
        assert "7 of 7" in shown(pilot)
        await pilot.press("escape")
        assert "What you held before stays held while it is locked." in shown(pilot)
        await unlock(pilot)
        assert len(list(sealed.held)) == 1
        await pilot.press("escape")
        await pilot.pause()
        assert not list(sealed.held)
