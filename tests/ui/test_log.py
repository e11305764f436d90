"""The log: a line and enter; below it what was noted, found, changed, taken away and brought back."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui.dialogs import Ask
from companion.ui.log.form import EntryForm
from companion.ui.log.screen import LogScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import lines, text

SIZES = [(80, 24), (120, 40), (40, 12)]


def cursor(pilot: Pilot[None]) -> str:
    """Return the text of the row under the cursor."""
    row = pilot.app.screen.query_one(RowList).chosen
    return row.text if row else ""


def write(pilot: Pilot[None], words: str) -> None:
    pilot.app.screen.query_one("#line", Input).value = words


@pytest.fixture
def noted(store: Store, clock: MovableClock) -> list[Entry]:
    """Three entries of two days, newest first."""
    entries = [
        Entry(at=clock(), kind="not-heard", strength=7, person="M", note="They looked at the phone"),
        Entry(at=clock() - timedelta(hours=2), kind="good", note="soup in the kitchen"),
        Entry(at=clock() - timedelta(days=1), kind="tears", note="in the kitchen"),
    ]
    return [store.entries.keep(entry) for entry in entries]


async def test_l_on_now_a_line_and_enter_keep_an_entry(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    async with app_at().run_test() as pilot:
        await pilot.press("l")
        await pilot.pause()
        await pilot.press("o", "h", "enter")
        (entry,) = store.entries
        assert (entry.note, entry.at, entry.kind) == ("oh", clock(), None)
        shown = text(pilot.app)
        assert "Today, Sunday 22 November" in shown
        assert "❯ 20:10  oh" in shown
        assert "Kept." in shown
        assert pilot.app.screen.query_one("#line", Input).value == ""
        await pilot.press("e")
        assert isinstance(pilot.app.screen, EntryForm)


async def test_after_esc_digits_and_letters_are_keys_again(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("3")
        assert pilot.app.screen.query_one("#line", Input).value == "3"
        await pilot.press("escape", "6")
        assert pilot.app.current_mode == Place.REVIEW
        await pilot.press("5")
        await pilot.pause()
        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.value == "3"


async def test_coming_back_from_a_dialog_does_not_take_the_focus_to_the_line(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "slash", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.focused, RowList)


async def test_an_empty_line_keeps_nothing(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        write(pilot, "   ")
        await pilot.press("enter")
        assert "Write a line first." in text(pilot.app)
    assert len(store.entries) == 0


async def test_several_pasted_lines_are_kept_whole(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        pilot.app.screen.query_one("#line").post_message(events.Paste("first\nsecond\x1b[31m"))
        await pilot.pause()
        await pilot.press("enter")
    assert [entry.note for entry in store.entries] == ["first second [31m"]


async def test_the_words_stay_in_the_line_when_keeping_fails(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    monkeypatch.setattr(Collection, "keep", fail)
    async with app_at(Place.LOG).run_test(notifications=True) as pilot:
        write(pilot, "precious")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one("#line", Input).value == "precious"
        assert "the disk is full" in text(pilot.app)


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
        assert "20:10  [x] · I felt [/b] and [red]" in text(pilot.app)
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
            patched.setattr(Collection, "keep", fail)
            await pilot.press("u")
        assert len(store.entries) == 2
        await pilot.press("u")
    assert len(store.entries) == 3


async def test_an_ordinary_day_is_kept_once_and_a_good_moment_each_time(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "o", "g", "o")
        assert "already" in text(pilot.app)
        assert cursor(pilot) == "An ordinary day"
        await pilot.press("g")
        assert cursor(pilot) == "A good moment"
    assert sorted(entry.kind or "" for entry in store.entries) == ["good", "good", "ordinary"]


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
            "Without a kind": "1",
        }  # fmt: skip
        await pilot.press("end", "enter")
        await pilot.pause()
        assert cursor(pilot) == "no kind"


@pytest.mark.usefixtures("noted")
async def test_what_is_kept_is_never_hidden_by_the_filter(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, LogScreen)
        screen._filter_words("nowhere")
        await pilot.pause()
        assert "No entry fits." in text(pilot.app)
        write(pilot, "something else")
        await pilot.press("enter")
        assert cursor(pilot) == "something else"
        assert "No entry fits." not in text(pilot.app)


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


async def test_rows_are_made_once_for_entries_that_stay_the_same(app_at: AppAt, noted: list[Entry]) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        rows = pilot.app.screen.query_one(RowList)
        before = {row.id: row for row in rows._rows if row.id}
        await pilot.press("escape", "g")
        after = {row.id: row for row in rows._rows if row.id}
    assert len(after) == len(before) + 1
    assert all(after[row_id] is row for row_id, row in before.items())


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
