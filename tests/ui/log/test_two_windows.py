"""The same entry changed in two windows: what only one changed is kept of both, and nothing goes unseen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import shown, write


@pytest.fixture
def folder(tmp_path: Path, clock: MovableClock) -> Path:
    """A folder with one entry."""
    store = Store(tmp_path / "data")
    store.entries.keep(Entry(at=clock(), note="soup", strength=3))
    store.close()
    return tmp_path / "data"


@asynccontextmanager
async def window(app_at: AppAt, folder: Path) -> AsyncIterator[Pilot[None]]:
    """Open a window of its own on the entry."""
    async with app_at(Place.LOG, Store(folder)).run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "e")
        await pilot.pause()
        yield pilot


def said(pilot: Pilot[None]) -> str:
    """Return what is shown, on one line."""
    return " ".join(text(pilot.app).split())


async def keep(pilot: Pilot[None], **fields: str) -> None:
    """Write in fields and keep."""
    for name, words in fields.items():
        write(pilot, name, words)
    await pilot.press("ctrl+s")
    await pilot.pause()


def kept(folder: Path) -> Entry:
    """Return the entry as a new window finds it."""
    (entry,) = Store(folder).entries
    return entry


async def test_words_of_both_are_shown_before_either_is_written_over(
    app_at: AppAt, folder: Path, clock: MovableClock
) -> None:
    async with window(app_at, folder) as one, window(app_at, folder) as other:
        form = shown(other)
        await keep(one, note="soup WINDOWONE", person="M")
        clock.move(minutes=1)
        await keep(other, note="soup WINDOWTWO")
        assert kept(folder).note == "soup WINDOWONE"
        assert shown(other) is form
        assert "Changed in another window meanwhile. Not kept yet; ctrl+s keeps yours" in said(other)
        assert "In the other window: soup WINDOWONE" in said(other)
        assert form.query_one("#note", Input).value == "soup WINDOWTWO"  # type: ignore[attr-defined]
        write(other, "note", "soup WINDOWONE WINDOWTWO")
        await other.pause()
        assert "In the other window: soup WINDOWONE" in said(other)
        await keep(other)
        assert shown(other) is not form
    assert (kept(folder).note, kept(folder).person) == ("soup WINDOWONE WINDOWTWO", "M")


async def test_what_only_one_window_changed_is_kept_of_both(app_at: AppAt, folder: Path) -> None:
    async with window(app_at, folder) as one, window(app_at, folder) as other:
        await keep(one, note="soup, hot")
        await keep(other, quote="eat")
    assert (kept(folder).note, kept(folder).quote) == ("soup, hot", "eat")


async def test_what_is_chosen_is_told_as_words_are(app_at: AppAt, folder: Path) -> None:
    async with window(app_at, folder) as one, window(app_at, folder) as other:
        for pilot, digit in ((one, "7"), (other, "5")):
            pilot.app.screen.query_one("#strength").focus()
            await pilot.press(digit)
            await keep(pilot)
        assert "In the other window: 7" in said(other)
        assert kept(folder).strength == 7
        await keep(other)
    assert kept(folder).strength == 5


async def test_words_that_waited_meet_what_another_window_made_of_the_entry(app_at: AppAt, folder: Path) -> None:
    async with window(app_at, folder) as one:
        write(one, "note", "soup, waiting")
        await one.press("escape")
        await one.pause()
        other = Store(folder)
        (entry,) = other.entries
        other.entries.edit(entry, Entry(id=entry.id, at=entry.at, note="soup, hot", strength=3))
        other.close()
        await one.press("e")
        await one.pause()
        assert shown(one).query_one("#note", Input).value == "soup, waiting"  # type: ignore[attr-defined]
        assert "In the other window: soup, hot" in said(one)


async def test_beginning_anew_leaves_what_the_other_window_wrote(app_at: AppAt, folder: Path) -> None:
    async with window(app_at, folder) as one, window(app_at, folder) as other:
        await keep(one, note="soup, hot")
        await keep(other, note="soup, cold")
        await other.press("ctrl+d")
        await other.pause()
        await keep(other)
    assert kept(folder).note == "soup, hot"
