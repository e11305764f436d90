"""The log narrowed to a kind and to words."""

import pytest
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.domain.log import Filter
from companion.storage.store import Store
from companion.ui.dialogs import Ask
from companion.ui.log.found import FoundEntries
from companion.ui.places import Place
from companion.ui.row_list import RowList
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import cursor, write


@pytest.mark.usefixtures("noted")
async def test_words_and_kind_narrow_the_list_and_c_shows_all(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "slash")
        assert isinstance(pilot.app.screen, Ask)
        pilot.app.screen.query_one(Input).value = "KITCHEN"
        await pilot.press("enter")
        await pilot.pause()
        assert "2 of 3: with “KITCHEN” · c shows all" in text(pilot.app)
        assert "phone" not in text(pilot.app)
        await pilot.press("k")
        await pilot.pause()
        assert "A good moment" in text(pilot.app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "1 of 3: Tears or deep upset, with “KITCHEN” · c shows all" in text(pilot.app)
        assert "soup" not in text(pilot.app)
        await pilot.press("c")
        assert "phone" in text(pilot.app)
        assert "shows all" not in text(pilot.app)


@pytest.mark.usefixtures("noted")
async def test_kinds_are_offered_with_their_counts(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.entries.keep(Entry(at=clock(), note="no kind"))
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "k")
        await pilot.pause()
        rows = {row.text: row.tail for row in pilot.app.screen.query_one(RowList)._rows}
        assert rows == {
            "All kinds": "4", "Tears or deep upset": "1", "I was not heard": "1", "A good moment": "1",
            "No kind chosen": "1",
        }  # fmt: skip
        await pilot.press("end", "enter")
        await pilot.pause()
        assert cursor(pilot) == "no kind"


@pytest.mark.usefixtures("noted")
async def test_what_is_kept_is_never_hidden_by_the_filter(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        pilot.app.screen.query_one(FoundEntries).narrow(Filter(words="nowhere"))
        await pilot.pause()
        assert "No entry fits." in text(pilot.app)
        write(pilot, "line", "something else")
        await pilot.press("enter")
        assert cursor(pilot) == "something else"
        assert "No entry fits." not in text(pilot.app)
