"""Typing without a rest: what is typed is on the disk within a second all the same."""

import pytest
from textual.pilot import Pilot

from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.unkept import AFTER
from tests.conftest import AppAt, MovableClock
from tests.ui.plan.hands import CALMS, open_form
from tests.ui.words.hands import open_with

_BEAT = 0.1


async def type_without_a_rest(pilot: Pilot[None]) -> None:
    """Type for a good second, with never more than a tenth of it between two keys."""
    for _ in range(int((AFTER + 0.4) / _BEAT)):
        await pilot.press("x")
        await pilot.pause(_BEAT)


def typed(store: Store) -> list[str | list[str]]:
    """Return what lies on the disk of what was typed."""
    return [words for each in store.unkept for words in each.fields.values() if "xx" in words]


@pytest.mark.parametrize(
    ("place", "keys"),
    [(Place.LOG, ()), (Place.LOG, ("escape", "n")), (Place.WORDS, ("m",)), (Place.WORDS, ("a",))],
    ids=["the line", "an entry", "a message to check", "a sentence"],
)
async def test_words_typed_without_a_rest_are_on_the_disk(
    app_at: AppAt, store: Store, place: Place, keys: tuple[str, ...]
) -> None:
    async with app_at(place).run_test() as pilot:
        await pilot.pause()
        for key in keys:
            await open_with(pilot, key)
        await type_without_a_rest(pilot)
        assert typed(store)


async def test_a_worksheet_typed_without_a_rest_is_on_the_disk(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    async with app_at(Place.PLAN).run_test() as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        await type_without_a_rest(pilot)
        assert typed(store)
