"""A worksheet in a low window: what is for somebody afraid stays, and so does the help of the field one stands in."""

from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.ui.plan.hands import area, open_form, said


async def test_in_a_low_window_the_way_to_safety_and_the_help_of_a_field_stay(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_form(pilot, library.worksheets["kind-outsider-page"], store, clock)
        assert "If you're afraid of them, skip this and see Safety first (f1)." in said(app)
        assert "Seven minutes" not in said(app)
        area(app, "told").focus()
        await pilot.pause()
        await pilot.pause()
        assert "As the outsider tells it" in said(app)
        assert "Three sentences. What each of you did" in said(app)
