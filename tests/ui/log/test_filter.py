"""The log narrowed: by the line with signs, by choosing, to one person, by a filter that was saved."""

from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.domain.saved_filter import SavedFilter
from companion.storage.store import Store
from companion.ui.choice import Choice
from companion.ui.log.filter_bar import FilterBar
from companion.ui.log.filter_form import FilterForm
from companion.ui.places import Place
from companion.ui.row_list import RowList
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text, until
from tests.ui.log.hands import SIZES, cursor, write

TYPED = 0.3
"""Seconds after which what was typed has been looked for."""


async def filtered(pilot: Pilot[None], query: str) -> str:
    """Write a filter, wait as one does while typing, and return the screen."""
    await pilot.press("escape", "slash")
    write(pilot, "filter-line", query)
    await pilot.pause(TYPED)
    await until(pilot, lambda: pilot.app.screen.query_one(FilterBar)._timer is None)
    return text(pilot.app)


def shown_notes(pilot: Pilot[None]) -> str:
    return " ".join(row.text for row in pilot.app.screen.query_one("#entries", RowList).rows if row.id)


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("size", SIZES)
async def test_the_list_narrows_while_one_types_and_c_shows_all(app_at: AppAt, size: tuple[int, int]) -> None:
    async with app_at(Place.LOG).run_test(size=size) as pilot:
        assert "2 of 3: “KITCHEN”" in await filtered(pilot, "KITCHEN")
        assert "phone" not in shown_notes(pilot)
        assert "1 of 3: “KITCHEN”, Tears or deep" in await filtered(pilot, "KITCHEN #tears")
        assert "soup" not in shown_notes(pilot)
        await pilot.press("enter", "c")
        await pilot.pause()
        assert "phone" in shown_notes(pilot)
        assert "of 3" not in text(pilot.app)


@pytest.mark.usefixtures("noted")
async def test_what_means_nothing_is_said_beside_the_line_and_stays_in_it(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        shown = await filtered(pilot, "kitchen #teers")
        assert "#teers is not on the lists. Did you mean #tears?" in shown
        assert "kitchen #teers" in shown
        assert "phone" in shown_notes(pilot)
        await pilot.press("escape")
        assert "kitchen #teers" in text(pilot.app)
        assert "1 of 3" in await filtered(pilot, "kitchen #tears")


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize(
    "query", [HOSTILE, "x" * 10_000, "🌧 忙しい", "\u202eabc", "{place}", "since:😀", '"', "@", "#"]
)
async def test_odd_words_break_nothing(app_at: AppAt, query: str) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await filtered(pilot, query)
        assert pilot.app.screen.query_one("#filter-line", Input).value == query
        await pilot.press("enter", "f")
        await until(pilot, lambda: isinstance(pilot.app.screen, FilterForm))
        assert isinstance(pilot.app.screen, FilterForm)


@pytest.mark.usefixtures("noted")
async def test_days_are_read_in_words(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await filtered(pilot, "until:yesterday")
        await pilot.pause(TYPED)
        assert "1 of 3: until 21 November 2026" in text(pilot.app)


@pytest.mark.usefixtures("noted")
async def test_enter_goes_to_what_was_found_at_once(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "slash", *"soup", "enter")
        await pilot.pause()
        assert cursor(pilot).endswith("soup in the kitchen")
        await pilot.press("d")
        await pilot.pause()
        assert "No entry fits." in text(pilot.app)


@pytest.mark.usefixtures("noted")
async def test_what_is_kept_is_never_hidden_by_the_filter(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        assert "No entry fits." in await filtered(pilot, "nowhere")
        write(pilot, "line", "something else")
        await pilot.press("escape", "l", "enter")
        await pilot.pause()
        assert cursor(pilot) == "something else"
        assert "No entry fits." not in text(pilot.app)


async def test_the_form_writes_the_line(app_at: AppAt, noted: list[Entry]) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await filtered(pilot, "phone #nonsense")
        await pilot.press("escape", "f")
        await pilot.pause(TYPED)
        form = pilot.app.screen
        assert isinstance(form, FilterForm)
        assert form.query_one("#words", Input).value == "phone #nonsense"
        form.query_one("#words", Input).value = ""
        form.query_one("#kind").focus()
        await pilot.press("enter", *["down"] * 4, "enter", "escape")
        form.query_one("#lowest", Choice).value = "7"
        form.query_one("#since", Input).value = "last monday"
        form.query_one("#person", Input).value = "M"
        await pilot.press("escape")
        await pilot.pause(2 * TYPED)
        line = pilot.app.screen.query_one("#filter-line", Input).value
        assert line == '#not-heard @M !7+ since:"last monday"'
        assert cursor(pilot).endswith("They looked at the phone")


async def test_one_person_is_looked_at_alone_and_stands_with_initials(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    for name in ("Anna Lee", "Anna Lee, Kim", "Kim", "Karl"):
        store.entries.keep(Entry(at=clock(), note=f"about {name.lower()}", person=name))
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "at")
        await pilot.pause()
        rows = [row.text for row in pilot.app.screen.query_one(RowList).rows]
        assert rows == ["Everybody", "AL", "Ki", "Ka"]
        await pilot.press("down", "enter")
        await pilot.pause(TYPED)
        assert "2 of 4: about AL" in text(pilot.app)
        assert "AL · about anna lee" in shown_notes(pilot)
        assert "Anna" not in shown_notes(pilot)
        await pilot.press("at", "enter")
        await pilot.pause(TYPED)
        assert "of 4" not in text(pilot.app)


@pytest.mark.usefixtures("noted")
async def test_a_filter_is_saved_chosen_and_forgotten(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await filtered(pilot, "#tears")
        await pilot.press("escape", "s", "n", *"hard", "enter")
        await pilot.pause()
        assert [(each.name, each.query) for each in store.filters] == [("hard", "#tears")]
        await pilot.press("escape", "c", "s", "enter")
        await pilot.pause(TYPED)
        assert "1 of 3: Tears or deep upset" in text(pilot.app)
        await pilot.press("s", "d")
        assert not list(store.filters)
        await pilot.press("u")
        assert [each.name for each in store.filters] == ["hard"]


async def test_a_filter_gets_another_name_that_no_other_has(app_at: AppAt, store: Store) -> None:
    for name, query in (("hard", "#tears"), ("soft", "#good")):
        store.filters.keep(SavedFilter(name=name, query=query))
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "s", "e", "ctrl+u", *"Soft", "enter")
        assert "Another filter has this name" in text(pilot.app)
        await pilot.press("ctrl+u", *"heavy", "enter")
        await pilot.pause()
    assert sorted((each.name, each.query) for each in store.filters) == [("heavy", "#tears"), ("soft", "#good")]


async def test_saving_under_a_known_name_changes_that_filter(app_at: AppAt, store: Store) -> None:
    store.filters.keep(SavedFilter(name="Hard", query="#tears"))
    async with app_at(Place.LOG).run_test() as pilot:
        await filtered(pilot, "!7+")
        await pilot.press("escape", "s", "n", *"hard", "enter")
        await pilot.pause()
    assert [(each.name, each.query) for each in store.filters] == [("hard", "!7+")]


async def test_hidden_entries_are_counted_and_shown_when_asked_for(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.entries.keep(Entry(at=clock(), note="shown"))
    store.entries.keep(Entry(at=clock() - timedelta(hours=1), note="kept out", hidden=True))
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        assert "1 hidden: / is:hidden" in text(pilot.app)
        assert "kept out" not in text(pilot.app)
        assert "1 of 2: hidden" in await filtered(pilot, "is:hidden")
        assert cursor(pilot) == "kept out"


async def test_the_filter_follows_what_is_kept(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await filtered(pilot, "soup")
        await pilot.press("escape", "l", *"more soup", "enter")
        await pilot.pause(TYPED)
        assert "1 of 1: “soup”" in text(pilot.app)
        assert cursor(pilot) == "more soup"
