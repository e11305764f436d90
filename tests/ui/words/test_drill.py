"""The drill: one pair at a time, the try covered until a key shows it."""

from textual.widgets import Input

from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.words.drill import DrillScreen
from tests.conftest import HOSTILE, AppAt
from tests.ui.words.hands import open_with, type_in, whole


def here(app: CompanionApp) -> tuple[str, str]:
    """Return what one might say, and the id of its script."""
    assert isinstance(app.screen, DrillScreen)
    card = app.screen._cards[app.screen._at]
    return card.instead_of, card.id


async def test_enter_shows_the_try_and_then_the_next_pair(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "t")
        first, _ = here(app)
        assert f"Instead of: {first}" in whole(app)
        assert "Try:" not in whole(app)
        await pilot.press("enter")
        await pilot.pause()
        assert f"Instead of: {first}" in whole(app)
        assert "Try:" in whole(app)
        await pilot.press("enter")
        await pilot.pause()
        second, _ = here(app)
        assert second != first
        assert "Try:" not in whole(app)
        assert not any(word in whole(app).lower() for word in ("score", "streak", "1 of", "well done"))
        await pilot.press("up")
        assert here(app)[0] == first


async def test_the_own_line_is_kept_as_own_words(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(notifications=True) as pilot:
        await open_with(pilot, "t")
        assert "Keep my line" not in whole(app)
        await type_in(pilot, line="Give me a {minutes}.")
        assert "Keep my line" in whole(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Kept with your own words." in whole(app)
        assert app.screen.query_one("#line", Input).value == ""
    assert [own.text for own in store.scripts] == ["Give me a {minutes}."]


async def test_each_line_stays_at_its_card_until_it_is_kept(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, "t")
        await type_in(pilot, line="one line")
        await pilot.press("down", "down", "down", "up", "up")
        await pilot.pause()
        await type_in(pilot, line=HOSTILE.strip("\x1b[31m "))
        await pilot.press("escape")
        await open_with(pilot, "t")
        assert app.screen.query_one("#line", Input).value == "one line"
        await pilot.press("down")
        await pilot.pause()
        assert "[/b] and [red]" in app.screen.query_one("#line", Input).value
        await pilot.press("ctrl+q")
    assert len(store.scripts) == 0
    assert {line for draft in store.unkept for line in draft.fields.values()} == {
        "one line",
        HOSTILE.strip("\x1b[31m "),
    }


async def test_every_pair_can_be_shown(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_with(pilot, "t")
        screen = app.screen
        assert isinstance(screen, DrillScreen)
        seen = set()
        for _ in screen._cards:
            seen.add(here(app)[1])
            screen.action_go_on()
            screen.action_go_on()
        assert len(seen) == len(screen._cards)
