"""Persons of a worksheet stand by their initials, on the card and in its history, unless one wants them whole."""

from pathlib import Path

import msgspec
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.plan.card import CardScreen
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.plan.hands import choose, filled, said, settle


async def test_the_card_and_the_history_follow_the_setting(sheets: Library, store: Store, clock: MovableClock) -> None:
    entry = store.entries.keep(Entry(at=clock(), kind="not-heard", person="Maria", note="the dishes"))
    filled(store, clock, "all-kinds", people="Uncle Bo")
    clock.move(days=1)
    filled(store, clock, "all-kinds", people="Uncle Bo\nSam Smith", entries=entry.id)
    for whole, there, away in (
        (False, ("not on 22 November: SS", "UB, SS", "M · the dishes"), ("Sam", "Uncle", "Maria")),
        (True, ("not on 22 November: Sam Smith", "Uncle Bo, Sam Smith", "Maria · the dishes"), ("SS",)),
    ):
        store.keep_settings(msgspec.structs.replace(store.settings, show_names=whole))
        shown = await look_at_the_newest(CompanionApp(store, sheets, clock, place=Place.PLAN))
        assert all(words in shown for words in there)
        assert not any(words in shown for words in away)


async def look_at_the_newest(app: CompanionApp) -> str:
    """Return what the history says, and the card of its first row."""
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "all-kinds")
        await pilot.press("h")
        await settle(pilot)
        history = said(app)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CardScreen)
        return history + said(app)


async def test_n_shows_whole_names_on_this_card_and_what_is_copied_or_written_says_which(
    app: CompanionApp, store: Store, clock: MovableClock, tmp_path: Path
) -> None:
    filled(store, clock, "all-kinds", people="Sam Smith")
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "all-kinds")
        await pilot.press("h", "enter")
        await settle(pilot)
        await pilot.press("y")
        assert app.clipboard == "# All kinds\n\n**Some people:** SS\n"
        await pilot.press("w")
        await settle(pilot)
        assert "Persons stand by their initials. n on the card changes that." in said(app)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert "Sam Smith" in text(app)
        await pilot.press("w")
        await settle(pilot)
        assert "Persons stand with their whole names." in said(app)
        app.screen.query_one(Input).value = str(tmp_path / "card.md")
        await pilot.press("enter")
        await settle(pilot)
    assert (tmp_path / "card.md").read_text(encoding="utf-8") == "# All kinds\n\n**Some people:** Sam Smith\n"
    assert not store.settings.show_names


async def test_a_card_that_names_nobody_offers_no_names(app: CompanionApp, store: Store, clock: MovableClock) -> None:
    filled(store, clock, "all-kinds", line="a walk")
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "all-kinds")
        await pilot.press("h", "enter")
        await settle(pilot)
        assert "Whole names" not in text(app)
        await pilot.press("w")
        await settle(pilot)
        assert "Persons stand" not in said(app)


async def test_persons_of_one_filling_are_told_apart(sheets: Library, store: Store, clock: MovableClock) -> None:
    store.entries.keep(Entry(at=clock(), kind="not-heard", person="Sofia"))
    filled(store, clock, "all-kinds", people="Sam\nSven")
    assert "Sa, Sv" in await look_at_the_newest(CompanionApp(store, sheets, clock, place=Place.PLAN))


async def test_those_one_can_call_stand_with_their_whole_names(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    filled(store, clock, "people-i-can-call", listens="Wanda\nWim")
    app = app_at(Place.PLAN)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "people-i-can-call")
        await pilot.press("h", "enter")
        await settle(pilot)
        assert "Wanda, Wim" in text(app)
        assert "Whole names" not in text(app)
