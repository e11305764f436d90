"""The entries by day: shown as they were typed, opened, taken away and brought back."""

from pathlib import Path

import pytest
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.log.form import EntryForm
from companion.ui.log.view import ViewChoice
from companion.ui.places import Place
from companion.ui.row_list import RowList
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import lines, text
from tests.ui.log.hands import SIZES, cursor


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_log_says_what_will_appear(app_at: AppAt, size: tuple[int, int]) -> None:
    async with app_at(Place.LOG).run_test(size=size) as pilot:
        await pilot.pause()
        shown = " ".join(text(pilot.app).split())
    assert "What happened? A line is enough." in shown
    assert "Nothing is noted yet. Write a line above and press enter" in shown


@pytest.mark.usefixtures("noted")
async def test_rows_stand_under_their_days(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        shown = [line.strip() for line in lines(pilot.app) if line.strip()]
    start = shown.index("Today, Sunday 22 November")
    assert shown[start + 1 : start + 5] == [
        "❯ 20:10  I was not heard · 7/10 · M · They looked at the phone",
        "18:10  A good moment · soup in the kitchen",
        "Yesterday, Saturday 21 November",
        "20:10  Tears or deep upset · in the kitchen",
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_words_are_shown_as_they_were_typed(
    app_at: AppAt, store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    store.entries.keep(Entry(at=clock(), note=HOSTILE, person="[x]"))
    async with app_at(Place.LOG).run_test(size=size) as pilot:
        await pilot.pause()
        assert "20:10  X · I felt [/b] and [red]" in text(pilot.app)
        assert "\x1b" not in text(pilot.app)


@pytest.mark.usefixtures("noted")
async def test_deleted_entries_come_back_one_after_the_other(app_at: AppAt, store: Store) -> None:
    before = {entry.id: entry.note for entry in store.entries}
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "u", "d")
        assert "u brings it back" in text(pilot.app)
        assert cursor(pilot).endswith("soup in the kitchen")
        await pilot.press("d")
        assert [entry.note for entry in store.entries] == ["in the kitchen"]
        await pilot.press("u")
        assert cursor(pilot).endswith("soup in the kitchen")
        await pilot.press("u", "u")
        assert cursor(pilot).endswith("They looked at the phone")
    assert {entry.id: entry.note for entry in store.entries} == before


@pytest.mark.usefixtures("noted")
async def test_what_cannot_be_brought_back_now_can_be_later(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full.")

    async with app_at(Place.LOG).run_test(notifications=True) as pilot:
        await pilot.press("escape", "d")
        with monkeypatch.context() as patched:
            patched.setattr(Store, "take", fail)
            await pilot.press("u")
        assert len(store.entries) == 2
        await pilot.press("u")
    assert len(store.entries) == 3


async def test_a_new_entry_of_the_full_form_is_under_the_cursor(app_at: AppAt, noted: list[Entry]) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "end", "n")
        pilot.app.screen.query_one("#note", Input).value = "the form"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert cursor(pilot) == "the form"


async def test_what_another_process_keeps_appears(app_at: AppAt, tmp_path: Path, clock: MovableClock) -> None:
    mine, theirs = Store(tmp_path), Store(tmp_path)
    app = app_at(Place.LOG, mine)
    async with app.run_test() as pilot:
        await pilot.pause()
        theirs.entries.keep(Entry(at=clock(), note="from the shell"))
        app._look()
        await pilot.pause()
        assert "from the shell" in text(app)


async def test_entries_that_stay_the_same_are_put_in_words_once(app_at: AppAt, noted: list[Entry]) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        rows = pilot.app.screen.query_one(RowList)
        before = {row.id: row for row in rows._rows if row.id}
        await pilot.press("escape", "g")
        after = {row.id: row for row in rows._rows if row.id}
    assert len(after) == len(before) + 1
    assert all(after[row_id].text is row.text for row_id, row in before.items())


async def test_enter_and_e_open_the_entry_under_the_cursor(app_at: AppAt, noted: list[Entry]) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        for key in ("enter", "e"):
            await pilot.press("escape", "down", key)
            await pilot.pause()
            form = pilot.app.screen
            assert isinstance(form, EntryForm)
            await pilot.press("escape")
            await pilot.pause()
            assert form.entry_id in (noted[1].id, noted[2].id)


@pytest.mark.usefixtures("noted")
async def test_what_cannot_be_read_any_more_is_left_and_not_offered_back(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Collection, "get", lambda *_: None)
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "d")
        assert "It can't be deleted here" in text(pilot.app)
        await pilot.press("u")
        assert "Brought back" not in text(pilot.app)
    assert len(store.entries) == 3


@pytest.mark.usefixtures("noted")
async def test_tab_goes_from_the_line_to_the_entries_and_on(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        await pilot.press("tab")
        assert pilot.app.focused is pilot.app.screen.query_one(RowList)
        await pilot.press("shift+tab")
        assert pilot.app.focused is pilot.app.screen.query_one("#line")


@pytest.mark.usefixtures("noted")
async def test_the_views_are_named_and_a_click_chooses_one(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        assert "[Days] Threads" in text(pilot.app)
        await pilot.click(ViewChoice, offset=(9, 0))
        assert "Days [Threads]" in text(pilot.app)


@pytest.mark.usefixtures("noted")
async def test_everything_that_a_key_does_is_in_the_palette(app_at: AppAt) -> None:
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.press("escape")
        titles = {find.title for find in app.finds(app.screen)}
    assert titles > {
        "New", "Edit", "Delete", "Duplicate", "Tick", "Hide, or show again", "Tag with a context", "View", "Filter",
        "Filter by choosing", "Saved filters", "One person alone", "Deleted entries", "Ordinary day", "Good moment",
    }  # fmt: skip
