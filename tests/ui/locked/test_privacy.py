"""The privacy screen: says how the words are guarded, and what can be chosen there."""

import pytest
from textual.widgets import Input

from companion.domain.settings import Settings
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.privacy.rows import parse_minutes
from companion.ui.privacy.screen import PrivacyScreen
from tests.conftest import MovableClock
from tests.screens import lines, text
from tests.ui.locked.conftest import PASSPHRASE, give, shown, unlock


async def test_without_a_passphrase_f2_leads_there(plain_app: CompanionApp) -> None:
    async with plain_app.run_test() as pilot:
        await pilot.press("f2", "f2")
        await pilot.pause()
        assert "There is no passphrase. Whoever can use this account can read your words." in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(plain_app.screen, PrivacyScreen)


async def test_help_and_the_palette_lead_there(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("f1", "w")
        await pilot.pause()
        assert isinstance(app.screen, PrivacyScreen)
        (find,) = [find for find in app.finds(app.screen) if find.title == "Privacy and passphrase"]
        await pilot.press("escape", "escape")
        find.run()
        await pilot.pause()
        assert isinstance(app.screen, PrivacyScreen)


async def test_when_it_locks_is_chosen_here(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        app.action_privacy()
        await pilot.pause()
        assert "after 5 minutes" in shown(pilot)
        await pilot.press(*["down"] * 4, "enter")
        await pilot.pause()
        app.screen.query_one(Input).value = "90"
        await pilot.press("enter")
        await pilot.pause()
        assert "1 to 60 minutes, or off" in shown(pilot)
        app.screen.query_one(Input).value = "off"
        await pilot.press("enter", "down", "enter")
        await pilot.pause()
        assert sealed.settings == Settings(lock_after=None, lock_on_blur=True)
        assert "without a key" not in shown(pilot)


async def test_openings_and_failed_tries_are_listed(app: CompanionApp, clock: MovableClock) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot, "guess")
        clock.move(seconds=20)
        await pilot.press("escape")
        await unlock(pilot)
        app.action_privacy()
        await pilot.pause()
        await pilot.press("end", "enter")
        await pilot.pause()
        said = shown(pilot)
    assert said.index("opened") < said.index("a wrong passphrase")


async def test_while_locked_it_says_so_and_offers_no_more_than_unlocking(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        app.action_privacy()
        await pilot.pause()
        said = shown(pilot)
        assert "Locked now." in said
        assert "Remove" not in said
        assert "Openings" not in said
        await pilot.press("enter")
        await pilot.pause()
        await give(pilot, PASSPHRASE)
        assert "Remove the passphrase" in shown(pilot)


@pytest.mark.parametrize(("typed", "minutes"), [("off", None), (" Off ", None), ("5", 5), ("60 min", 60), ("1", 1)])
def test_minutes_are_understood(typed: str, minutes: int | None) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "0", "61", "soon", "-3", "²"])
def test_other_minutes_are_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="1 to 60 minutes, or off"):
        parse_minutes(typed)


@pytest.mark.parametrize(
    ("downs", "title", "last"),
    [
        (1, "Change the passphrase", "hard to guess."),
        (2, "A new passphrase and a new key", "hard to guess."),
        (3, "Remove the passphrase", "your passphrase now"),
    ],
)
async def test_on_a_small_screen_a_question_shows_its_title_and_its_fields(
    app: CompanionApp, downs: int, title: str, last: str
) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await unlock(pilot)
        app.action_privacy()
        await pilot.pause()
        await pilot.press(*["down"] * downs, "enter")
        await pilot.pause()
        said = [line.strip(" ─") for line in lines(app)]
        assert any(line.startswith(title) for line in said)
        assert "your passphrase now" in shown(pilot)
        assert last in shown(pilot)


async def test_on_a_small_screen_setting_it_shows_its_titles(plain_app: CompanionApp) -> None:
    async with plain_app.run_test(size=(40, 12)) as pilot:
        await pilot.press("f2", "enter")
        await pilot.pause()
        assert "If you lose the passphrase, your" in text(plain_app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Set a passphrase" in shown(pilot)
        assert "the same once more" in shown(pilot)
