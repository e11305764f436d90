"""The first run: no wizard, Now at once, and after the first entry one quiet line about a passphrase, once."""

from pathlib import Path

import pytest

from companion.domain.entry import Entry
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import text

OFFER = "Kept. A passphrase can seal what you write: f2. This is said once"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where nothing is yet."""
    return tmp_path / "data"


@pytest.fixture
def empty(folder: Path, clock: MovableClock) -> Store:
    """A store that nobody has written to."""
    return Store(folder, wrapping=FakeWrapping(), clock=clock)


def records(folder: Path) -> list[Path]:
    """Return the files in which words would lie."""
    return list(folder.glob("companion*"))


async def write_lines(app: CompanionApp, *written: str) -> list[str]:
    """Write lines in the log; return what the screen said after each."""
    said = []
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        for line in written:
            await pilot.press(*("space" if sign == " " else sign for sign in line), "enter")
            await pilot.pause()
            said.append(text(app))
    return said


async def test_the_first_run_starts_in_now_and_asks_nothing(app_at: AppAt, empty: Store, folder: Path) -> None:
    app = app_at(Place.NOW, empty)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        shown = text(app)
        assert "What is happening?" in shown
        assert "p  Pause" in shown and "l  Log" in shown
        assert "passphrase" not in shown.lower()
        assert not app._notifications
        await pilot.press("enter")
        await pilot.pause()
        assert "One thing to do" in text(app)
    assert not records(folder)


async def test_the_first_entry_offers_a_passphrase_in_a_line_and_the_next_ones_do_not(
    app_at: AppAt, empty: Store, clock: MovableClock, folder: Path
) -> None:
    first, second = await write_lines(app_at(Place.LOG, empty), "one", "two")
    assert OFFER in first
    assert "passphrase" not in second
    assert [entry.note for entry in empty.entries] == ["one", "two"]
    empty.close()
    again = Store(folder, wrapping=FakeWrapping(), clock=clock)
    (third,) = await write_lines(app_at(Place.LOG, again), "three")
    assert "passphrase" not in third


async def test_it_is_offered_once_also_if_the_entry_was_deleted_again(app_at: AppAt, empty: Store) -> None:
    await write_lines(app_at(Place.LOG, empty), "one")
    (first,) = empty.entries
    empty.entries.forget(first.id)
    (said,) = await write_lines(app_at(Place.LOG, empty), "one")
    assert "Kept." in said
    assert "passphrase" not in said


async def test_the_full_form_offers_it_too(app_at: AppAt, empty: Store) -> None:
    app = app_at(Place.LOG, empty)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("escape", "n", *"one", "ctrl+s")
        await pilot.pause()
        assert [said.message for said in app._notifications] == [OFFER]


async def test_the_key_that_it_names_leads_from_the_line_to_the_passphrase(app_at: AppAt, empty: Store) -> None:
    app = app_at(Place.LOG, empty)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(*"one", "enter", "f2")
        await pilot.pause()
        assert "Set a passphrase" in text(app)


async def test_of_fear_it_says_only_where_help_is_and_offers_the_passphrase_later(app_at: AppAt, empty: Store) -> None:
    first, second = await write_lines(app_at(Place.LOG, empty), "one #afraid", "two")
    assert "f1 is help and safety" in first
    assert OFFER not in first
    assert OFFER in second


async def test_whoever_has_a_passphrase_is_offered_none(app_at: AppAt, empty: Store) -> None:
    empty.set_passphrase(empty.new_key("four plain words here"))
    (said,) = await write_lines(app_at(Place.LOG, empty), "one")
    assert "passphrase" not in said


async def test_a_log_that_was_brought_along_is_not_the_first(app_at: AppAt, empty: Store, clock: MovableClock) -> None:
    for number in range(3):
        empty.entries.keep(Entry(at=clock(), note=f"brought {number}"))
    (said,) = await write_lines(app_at(Place.LOG, empty), "one")
    assert "passphrase" not in said
