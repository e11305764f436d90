"""Context notes: what else goes on over some days; written in natural words, changed, deleted and brought back."""

from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.context_note import ContextNote
from companion.storage.store import Store
from companion.ui.log.context import ContextNotes
from companion.ui.log.context_form import ContextForm
from companion.ui.places import Place
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import SIZES, write


async def open_notes(pilot: Pilot[None]) -> None:
    """Go from the log to the notes."""
    await pilot.press("escape", "w")
    await pilot.pause()
    assert isinstance(pilot.app.screen, ContextNotes)


async def write_note(pilot: Pilot[None], what: str, since: str, until: str) -> None:
    """Write a note and keep it."""
    await pilot.press("n")
    await pilot.pause()
    for field, words in (("what", what), ("since", since), ("until", until)):
        write(pilot, field, words)
    await pilot.press("ctrl+s")
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_written_changed_deleted_and_brought_back(
    app_at: AppAt, store: Store, size: tuple[int, int]
) -> None:
    async with app_at(Place.LOG).run_test(size=size) as pilot:
        await open_notes(pilot)
        await write_note(pilot, "newborn", "3 March", "")
        assert [(note.what, note.since, note.until) for note in store.context_notes] == [
            ("newborn", date(2026, 3, 3), None)
        ]
        assert "since 3 March" in text(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        write(pilot, "until", "yesterday")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [note.until for note in store.context_notes] == [date(2026, 11, 21)]
        await pilot.press("d")
        assert len(store.context_notes) == 0
        await pilot.press("u")
        assert [note.what for note in store.context_notes] == ["newborn"]


@pytest.mark.parametrize(
    ("what", "since", "until", "sentence"),
    [
        ("", "today", "", "Say what was going on"),
        ("exams", "nonsense", "", "“nonsense” is not a day."),
        ("exams", "3 March", "2 March", "The last day is before the first one."),
    ],
)
async def test_what_does_not_fit_is_said_beside_its_line(
    app_at: AppAt, store: Store, what: str, since: str, until: str, sentence: str
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await open_notes(pilot)
        await write_note(pilot, what, since, until)
        assert sentence in text(pilot.app)
        assert isinstance(pilot.app.screen, ContextForm)
    assert len(store.context_notes) == 0


async def test_esc_loses_nothing_and_ctrl_d_starts_anew(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await open_notes(pilot)
        await pilot.press("n")
        await pilot.pause()
        write(pilot, "what", HOSTILE)
        await pilot.press("escape", "n")
        await pilot.pause()
        assert "Taken up from 20:10" in text(pilot.app)
        assert "[red] $x {place}" in pilot.app.screen.query_one("#what", Input).value
        await pilot.press("ctrl+d")
        assert pilot.app.screen.query_one("#what", Input).value == ""
        await pilot.press("ctrl+d", "ctrl+s")
        await pilot.pause()
    assert len(store.context_notes) == 1
    assert len(store.unkept) == 0


async def test_the_latest_stands_first(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.context_notes.keep(ContextNote(what="grief", since=date(2025, 1, 1), until=date(2025, 6, 1)))
    store.context_notes.keep(ContextNote(what="exams", since=date(2026, 11, 1)))
    async with app_at(Place.LOG).run_test() as pilot:
        await open_notes(pilot)
        shown = text(pilot.app)
    assert shown.index("exams") < shown.index("grief")
    assert "1 January 2025 to 1 June 2025" in shown


async def test_the_palette_finds_them_from_anywhere(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        for place in (Place.NOW, Place.LOG):
            app.go(place)
            await pilot.pause()
            (found,) = [find for find in app.finds(app.screen) if find.title == "What else goes on"]
            found.run()
            await pilot.pause()
            assert isinstance(pilot.app.screen, ContextNotes)
            await pilot.press("escape")
            await pilot.pause()
