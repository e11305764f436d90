"""An exercise while the words are locked: it works whole, and nothing of it is kept."""

from textual.widgets import Input

from companion.domain.content import Link
from companion.storage.store import Store
from companion.ui.app import CompanionApp
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
        app.screen.query_one("#line", Input).value = "They both were tired"
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
        app.screen.query_one("#line", Input).value = "They both were tired"
        await pilot.press("ctrl+l", "enter")
        assert not list(sealed.practices)
        await unlock(pilot)
        assert [practice.lines for practice in sealed.practices] == [("They both were tired",)]


async def test_a_message_is_held_while_it_is_locked_and_shows_after_unlocking(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        app.follow(Link("exercises", "ride-the-wave"))
        await pilot.press("enter")
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "where are you"
        await pilot.press("tab", "tab", "tab", "tab", "tab", "down", "down", "enter")
        await pilot.pause()
        assert not list(sealed.held)
        await unlock(pilot)
        await pilot.pause()
        assert [held.text for held in sealed.held] == ["where are you"]
