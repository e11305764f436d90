"""Words that are not kept yet outlive esc, quitting and a kill: they stand where they were when one comes back."""

import signal
from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.log.entry_fields import EntryFields
from companion.ui.messages import NoteMoment
from companion.ui.places import Place
from companion.ui.unkept import AFTER
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import FULL, choose, editing, opened, shown, write
from tests.ui.test_terminal import Terminal, running

WORDS = "the cup broke"
QUITS = [("ctrl+q",), ("ctrl+l", "ctrl+l"), ("6", "ctrl+q"), ("f1", "ctrl+q")]


def line(pilot: Pilot[None]) -> str:
    """Return what stands in the line of the log."""
    return pilot.app.screen.query_one("#line", Input).value


@pytest.mark.parametrize("keys", QUITS)
async def test_the_line_stands_there_again_however_one_quits(
    app_at: AppAt, store: Store, clock: MovableClock, keys: tuple[str, ...]
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", WORDS)
        if keys[0] == "6":
            await pilot.press("escape")
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
    assert len(store.entries) == 0
    began = clock()
    clock.move(minutes=50)
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        assert line(pilot) == WORDS
        assert "Taken up from 20:10; ctrl+d starts anew" in text(pilot.app)
        await pilot.press("enter")
    assert [(entry.note, entry.at) for entry in store.entries] == [(WORDS, began)]
    assert len(store.unkept) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_the_line_outlives_the_terminal_and_a_kill(tmp_path: Path, number: signal.Signals) -> None:
    with running(tmp_path) as terminal:
        type_line(terminal)
        if number == signal.SIGKILL:
            terminal.read(AFTER + 0.7)
        terminal.process.send_signal(number)
        assert terminal.end() in (128 + number, -number)
    with running(tmp_path, "--at", "log") as again:
        again.wait_for(WORDS.encode())
        again.wait_for(b"Taken up")
        again.press(b"\r")
        again.wait_for(b"Kept.")
    assert [entry.note for entry in Store(tmp_path).entries] == [WORDS]


def test_a_form_outlives_a_kill(tmp_path: Path) -> None:
    with running(tmp_path) as terminal:
        type_line(terminal)
        terminal.press(b"\x1b")
        terminal.read(0.5)
        terminal.press(b"n")
        terminal.wait_for(b"A new entry")
        terminal.press(b"spilt tea")
        terminal.read(AFTER + 0.7)
        terminal.process.kill()
        terminal.process.wait()
    store = Store(tmp_path)
    drafts = {draft.id.split(":")[0]: draft.fields for draft in store.unkept}
    assert (drafts["line"]["line"], drafts["entry"]["note"]) == (WORDS, "spilt tea")
    assert len(store.entries) == 0


def type_line(terminal: Terminal) -> None:
    """Type the words into the line of the log."""
    terminal.wait_for(b"What is happening?")
    terminal.press(b"l")
    terminal.wait_for(b"What happened?")
    terminal.press(WORDS.encode())
    terminal.wait_for(WORDS[-1:].encode())
    terminal.read(0.2)


async def test_nothing_is_kept_twice_or_when_nothing_was_typed(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        write(pilot, "line", WORDS)
        await pilot.press("enter")
        await opened(pilot, NoteMoment(kind="tears", note="known"))
        await pilot.press("ctrl+q")
    assert [entry.note for entry in store.entries] == [WORDS]
    assert len(store.unkept) == 0


async def test_a_line_that_was_kept_before_a_kill_does_not_come_back(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        write(pilot, "line", WORDS)
        await pilot.press("ctrl+q")
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        (draft,) = store.unkept
        await pilot.press("enter")
    store.unkept.keep(draft)
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        assert line(pilot) == ""
    assert len(store.unkept) == 0


async def test_ctrl_d_puts_the_line_aside_and_brings_it_back(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", WORDS)
        await pilot.press("ctrl+d")
        assert line(pilot) == ""
        assert "Put aside. ctrl+d brings it back" in text(pilot.app)
        await pilot.press("ctrl+d")
        assert line(pilot) == WORDS
        await pilot.press("ctrl+d", "n", "o")
        await pilot.press("ctrl+q")
    assert [draft.fields["line"] for draft in store.unkept] == ["no"]


@pytest.mark.usefixtures("full_disk")
async def test_a_full_disk_does_not_hold_anybody_back(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        write(pilot, "line", WORDS)
        await opened(pilot)
        write(pilot, "note", WORDS)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app._exit


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


async def test_two_windows_write_over_neither_ones_words(app_at: AppAt, store: Store) -> None:
    for words in ("one window", "another window"):
        async with app_at(Place.LOG).run_test() as pilot:
            await pilot.pause()
            write(pilot, "line", words)
            if words == "one window":
                await pilot.press("ctrl+q")
                continue
            theirs = store.unkept.get("line:log")
            assert theirs is not None
            store.unkept.keep(theirs)
            await pilot.press("ctrl+q")
    assert {draft.fields["line"] for draft in store.unkept} == {"one window", "another window"}


async def test_an_entry_of_another_window_is_never_written_over(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", WORDS)
        await pilot.press("ctrl+q")
    (theirs,) = store.unkept
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        store.entries.keep(Entry(id=str(theirs.fields["id"]), at=theirs.written_at, note="theirs"))
        write(pilot, "line", "mine")
        await pilot.press("enter")
        await pilot.pause()
    assert {entry.note for entry in store.entries} == {"theirs", "mine"}
