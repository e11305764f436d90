"""Words that are not kept yet outlive esc, quitting and a kill: they stand where they were when one comes back."""

import signal
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.storage.store import Store
from companion.ui.messages import NoteMoment
from companion.ui.places import Place
from companion.ui.unkept import AFTER
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import WORDS, opened, write
from tests.ui.test_terminal import Terminal, running

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
