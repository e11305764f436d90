"""The line on top of the log: a line and enter keep it, and its words stay until they are kept."""

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.widgets import Input

from companion.storage.store import Store
from companion.ui.log.form import EntryForm
from companion.ui.places import Place
from companion.ui.row_list import RowList
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import cursor, write


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
        await pilot.press("escape", "e")
        assert isinstance(pilot.app.screen, EntryForm)


async def test_what_is_typed_on_after_enter_is_the_next_line(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press(*"one", "enter", *"had a drink")
        await pilot.pause()
        assert pilot.app.screen.query_one("#line", Input).value == "had a drink"
        assert "Kept. esc goes to the entries · e there adds more" in text(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
    assert [(entry.note, entry.hidden) for entry in store.entries] == [("one", False), ("had a drink", False)]


async def test_joiners_are_taken_when_typed_and_pasted(app_at: AppAt, store: Store) -> None:
    family, want = "\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    async with app_at(Place.LOG).run_test() as pilot:
        for char in f"{want} ":
            pilot.app.post_message(events.Key("space" if char == " " else _character_to_key(char), char))
        await pilot.pause(0.1)
        pilot.app.screen.query_one("#line").post_message(events.Paste(family))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert f"{want} {family}" in text(pilot.app)
    assert [entry.note for entry in store.entries] == [f"{want} {family}"]


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
        write(pilot, "line", "   ")
        await pilot.press("enter")
        assert "Write a line first." in text(pilot.app)
    assert len(store.entries) == 0


@pytest.mark.usefixtures("full_disk")
async def test_the_words_stay_in_the_line_when_keeping_fails(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test(notifications=True) as pilot:
        write(pilot, "line", "precious")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one("#line", Input).value == "precious"
        assert "the disk is full" in text(pilot.app)


async def test_an_ordinary_day_is_kept_once_and_a_good_moment_each_time(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "o", "g", "o")
        assert "already" in text(pilot.app)
        assert cursor(pilot) == "An ordinary day"
        await pilot.press("g")
        assert cursor(pilot) == "A good moment"
    assert sorted(entry.kind or "" for entry in store.entries) == ["good", "good", "ordinary"]


async def test_several_pasted_lines_go_whole_into_the_form(app_at: AppAt, store: Store) -> None:
    words = "one #work !9\n\ntwo @S\n  three"
    async with app_at(Place.LOG).run_test() as pilot:
        pilot.app.screen.query_one("#line", Input).post_message(events.Paste(words))
        await pilot.pause()
        assert isinstance(pilot.app.screen, EntryForm)
        assert "kept as they are" in text(pilot.app)
        await pilot.press("escape", "escape", "n")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    (entry,) = store.entries
    assert (entry.note, entry.strength, entry.person) == (words, None, "")
