"""Review: an entry behind a figure is changed there, and what is shown follows what is kept."""

from companion.domain.review.section import Part
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt
from tests.ui.review.hands import TALL, go, keep, shown


async def test_e_on_an_entry_behind_a_figure_opens_its_form_and_the_figure_follows(app_at: AppAt, store: Store) -> None:
    keep(store, 1, "good", feelings=("calm",), note="the lake")
    keep(store, 2, "good", feelings=("calm",), note="the bench")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await go(pilot, Part.KINDS)
        await pilot.press("enter")
        assert "A good moment 2 entries" in await shown(app, pilot)
        await pilot.press("e")
        assert "The entry of" in await shown(app, pilot)
        await pilot.press("end", *" again", "ctrl+s")
        said = await shown(app, pilot)
        assert "A good moment 2 entries" in said
        assert "the lake again" in said
        assert len(store.entries) == 2


async def test_e_on_an_entry_that_is_read_changes_it_and_it_is_shown_changed(app_at: AppAt, store: Store) -> None:
    entry = keep(store, 0, "not-heard", miss="fix", note="dishes")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        assert "1 of 1 rupture is open" in await go(pilot, Part.MENDING)
        await pilot.press("enter", "enter")
        assert "dishes" in await shown(app, pilot)
        await pilot.press("e")
        await shown(app, pilot)
        await pilot.press("end", *" and money", "ctrl+s")
        said = await shown(app, pilot)
        assert "dishes and money" in said
        assert "Kind: I was not heard" in said
        kept = store.entries.get(entry.id)
        assert kept is not None
        assert kept.note == "dishes and money"
        assert kept.miss == "fix"


async def test_a_day_is_changed_from_the_calendar(app_at: AppAt, store: Store) -> None:
    keep(store, 0, "good", note="soup")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=TALL) as pilot:
        await shown(app, pilot)
        await pilot.press("enter", "e")
        await shown(app, pilot)
        await pilot.press("end", *" and bread", "escape")  # what is typed waits
        assert "soup" in await shown(app, pilot)
        await pilot.press("e")
        assert "soup and bread" in await shown(app, pilot)
        assert [each.note for each in store.entries] == ["soup"]
