"""An ordinary day, marked while it is locked: once a day, though what is kept can't be read."""

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from companion.domain.entry import Entry
from companion.storage.errors import Unreadable
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.locked import KEPT_SEALED
from tests.conftest import MovableClock
from tests.ui.locked.conftest import told, unlock


async def mark(pilot: Pilot[None]) -> None:
    """Mark today on Now."""
    await pilot.press("1", "o")
    await pilot.pause()


def marked(store: Store) -> int:
    """Return how many ordinary days are kept."""
    return sum(entry.kind == "ordinary" for entry in store.entries)


async def test_twice_on_one_day_is_one_and_the_next_day_another(
    app: CompanionApp, sealed: Store, clock: MovableClock
) -> None:
    async with app.run_test(notifications=True) as pilot:
        await mark(pilot)
        await mark(pilot)
        await pilot.press("5", "escape", "o")
        await pilot.pause()
        assert set(told(app)) == {KEPT_SEALED}  # who did not mark it learns nothing
        clock.move(days=1)
        await mark(pilot)
        await pilot.pause()
        await unlock(pilot)
        assert marked(sealed) == 2


async def test_one_from_before_it_was_locked_counts(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await mark(pilot)
        await pilot.press("f2", "enter", "escape")
        await mark(pilot)
        await unlock(pilot)
        assert marked(sealed) == 1


async def test_one_that_was_deleted_before_it_was_locked_does_not(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await mark(pilot)
        await unlock(pilot)
        (entry,) = (entry for entry in sealed.entries if entry.kind == "ordinary")
        sealed.entries.forget(entry.id)
        await pilot.press("f2", "enter", "escape")
        await mark(pilot)
        await unlock(pilot)
        assert marked(sealed) == 1


async def test_entries_that_can_not_be_read_hold_up_no_locking(
    app: CompanionApp, sealed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(entries: object) -> Iterator[Entry]:
        raise Unreadable("The file is damaged.")

    async with app.run_test() as pilot:
        await unlock(pilot)
        monkeypatch.setattr(type(sealed.entries), "__iter__", unreadable)
        await pilot.press("f2")
        await pilot.pause()
        assert sealed.is_locked
