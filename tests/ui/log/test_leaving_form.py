"""A form that is left waits as it stands, and takes its words up again."""

import msgspec
import pytest
from textual.widgets import Input

from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.log.entry_fields import EntryFields
from companion.ui.messages import NoteMoment
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import FULL, WORDS, choose, editing, opened, shown, write


@pytest.mark.usefixtures("full_disk")
async def test_esc_does_not_leave_words_that_the_disk_does_not_take(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test(notifications=True) as pilot:
        form = await opened(pilot)
        write(pilot, "note", WORDS)
        await pilot.press("escape")
        await pilot.pause()
        assert shown(pilot) is form
        assert "the disk is full" in text(pilot.app)


@pytest.mark.parametrize("keys", [("ctrl+q",), ("ctrl+l", "ctrl+l"), ("escape", "ctrl+q")])
async def test_a_whole_form_waits_as_it_stands(
    app_at: AppAt, store: Store, clock: MovableClock, keys: tuple[str, ...]
) -> None:
    async with app_at(Place.LOG).run_test(notifications=True) as pilot:
        form = await opened(pilot, NoteMoment(pause="1" * 32))
        write(pilot, "note", WORDS)
        write(pilot, "at", "yesterday 21:00")
        write(pilot, "quote", "[red] {x}")
        await choose(pilot, form, "feelings", "hurt", "torn")
        form.query_one("#strength").focus()
        await pilot.press("7")
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            if key == "escape":
                said = " ".join(text(pilot.app).replace("▌", " ").split())
                assert "Not kept yet, and not lost: n in the log takes it up again." in said
    assert len(store.entries) == 0
    clock.move(days=3)
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "n")
        await pilot.pause()
        assert "Taken up from 20:10 on Sun 22 Nov; ctrl+d starts anew" in text(pilot.app)
        await pilot.press("ctrl+s")
    (entry,) = store.entries
    assert (entry.note, entry.feelings, entry.strength) == (WORDS, ("hurt", "torn"), 7)
    assert (entry.pause, entry.quote) == ("1" * 32, "[red] {x}")
    assert f"{entry.at:%Y-%m-%d %H:%M}" == "2026-11-21 20:00"
    assert len(store.unkept) == 0


async def test_what_does_not_make_an_entry_yet_waits_too(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        form = await opened(pilot)
        await choose(pilot, form, "context", "work")
        write(pilot, "at", "blah")
        await pilot.press("escape")
        await pilot.pause()
        assert shown(pilot) is not form
        form = await opened(pilot)
        assert form.query_one(EntryFields).chosen["context"] == ("work",)
        assert form.query_one("#at", Input).value == "blah"
    assert len(store.entries) == 0


async def test_the_log_says_that_words_of_a_form_wait_and_which_key_takes_them_up(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    kept = store.entries.keep(msgspec.structs.replace(FULL, at=clock()))
    async with app_at(Place.LOG).run_test() as pilot:
        await opened(pilot)
        write(pilot, "note", WORDS)
        await pilot.press("ctrl+q")
    clock.move(minutes=1)
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        assert "Not kept yet: what you typed at 20:10. n takes it up" in text(pilot.app)
        await pilot.press("escape", "n", "ctrl+s")
        await pilot.pause()
        assert "Not kept yet" not in text(pilot.app)
        await editing(pilot, store, library, kept)
        write(pilot, "quote", "other")
        await pilot.press("escape")
        await pilot.pause()
        assert "e on the entry of 20:10 takes it up" in " ".join(text(pilot.app).split())


async def test_a_form_about_something_else_does_not_take_up_the_words(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await opened(pilot)
        write(pilot, "note", WORDS)
        await pilot.press("escape")
        await pilot.pause()
        form = await opened(pilot, NoteMoment(pause="2" * 32))
        assert form.query_one("#note", Input).value == ""
        await pilot.press("escape")
        await pilot.pause()
        form = await opened(pilot)
        assert form.query_one("#note", Input).value == WORDS


async def test_an_entry_that_was_being_changed_loses_neither_old_nor_new_words(
    app_at: AppAt, store: Store, library: Library
) -> None:
    kept = store.entries.keep(msgspec.structs.replace(FULL, kind=None))
    async with app_at().run_test() as pilot:
        await editing(pilot, store, library, kept)
        write(pilot, "quote", WORDS)
        await pilot.press("ctrl+q")
    assert list(store.entries) == [kept]
    async with app_at().run_test() as pilot:
        form = await editing(pilot, store, library, kept)
        assert form.query_one("#quote", Input).value == WORDS
        await pilot.press("ctrl+s")
    (entry,) = store.entries
    assert entry == msgspec.structs.replace(kept, changed=entry.changed, quote=WORDS)
    assert len(store.unkept) == 0


async def test_ctrl_d_shows_the_form_as_it_began_and_brings_the_words_back(
    app_at: AppAt, store: Store, library: Library
) -> None:
    kept = store.entries.keep(msgspec.structs.replace(FULL, note="old"))
    async with app_at().run_test() as pilot:
        form = await editing(pilot, store, library, kept)
        write(pilot, "note", WORDS)
        await choose(pilot, form, "need", "hope")
        await pilot.press("ctrl+d")
        await pilot.pause()
        assert form.query_one("#note", Input).value == "old"
        assert form.query_one(EntryFields).chosen["need"] == ("rest",)
        assert "Put aside. ctrl+d brings it back" in text(pilot.app)
        await pilot.press("ctrl+d")
        await pilot.pause()
        assert form.query_one("#note", Input).value == WORDS
        await pilot.press("ctrl+s")
    assert [(entry.note, entry.need) for entry in store.entries] == [(WORDS, "hope")]
