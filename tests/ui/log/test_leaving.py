"""Leaving Companion with words that are not kept yet: they are found in the log afterwards."""

import signal
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.messages import NoteMoment
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.ui.log.hands import FULL, choose, editing, opened, write
from tests.ui.test_terminal import Terminal

WORDS = "the cup broke"
QUITS = [("ctrl+q",), ("ctrl+l", "ctrl+l"), ("6", "ctrl+q"), ("f1", "ctrl+q")]


@pytest.mark.parametrize("keys", QUITS)
async def test_the_line_is_kept_however_one_quits(
    app_at: AppAt, store: Store, clock: MovableClock, keys: tuple[str, ...]
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        write(pilot, "line", f" {WORDS} ")
        if keys[0] == "6":
            await pilot.press("escape")
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
    assert [(entry.note, entry.at) for entry in store.entries] == [(WORDS, clock())]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_line_is_kept_when_the_terminal_goes_away(tmp_path: Path, number: signal.Signals) -> None:
    terminal = Terminal(tmp_path)
    terminal.wait_for(b"What is happening?")
    terminal.press(b"l")
    terminal.wait_for(b"What happened?")
    terminal.press(WORDS.encode())
    terminal.wait_for(WORDS.encode())
    terminal.process.send_signal(number)
    assert terminal.end() == 128 + number
    assert [entry.note for entry in Store(tmp_path).entries] == [WORDS]


async def test_nothing_is_kept_twice_or_when_nothing_was_typed(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        write(pilot, "line", WORDS)
        await pilot.press("enter")
        await opened(pilot, NoteMoment(kind="tears", note="known"))
        await pilot.press("ctrl+q")
    assert [entry.note for entry in store.entries] == [WORDS]


@pytest.mark.usefixtures("full_disk")
async def test_a_full_disk_does_not_hold_anybody_back(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        write(pilot, "line", WORDS)
        await opened(pilot)
        write(pilot, "note", WORDS)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app._exit


@pytest.mark.parametrize("keys", QUITS[:2])
async def test_a_whole_form_is_kept_as_it_stands(app_at: AppAt, store: Store, keys: tuple[str, ...]) -> None:
    async with app_at().run_test() as pilot:
        form = await opened(pilot, NoteMoment(pause="1" * 32))
        write(pilot, "note", WORDS)
        write(pilot, "at", "yesterday 21:00")
        await choose(pilot, form, "feelings", "hurt")
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
    (entry,) = store.entries
    assert (entry.note, entry.feelings, entry.pause) == (WORDS, ("hurt",), "1" * 32)
    assert entry.at == datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


async def test_what_does_not_make_an_entry_yet_is_made_up_for(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    async with app_at().run_test() as pilot:
        await opened(pilot)
        write(pilot, "quote", WORDS)
        write(pilot, "at", "blah")
        await pilot.press("ctrl+q")
    (entry,) = store.entries
    assert (entry.quote, entry.note, entry.at) == (WORDS, "Not finished.", clock())


async def test_an_entry_that_was_being_changed_loses_neither_old_nor_new_words(
    app_at: AppAt, store: Store, library: Library
) -> None:
    kept = store.entries.keep(msgspec.structs.replace(FULL, kind=None))
    async with app_at().run_test() as pilot:
        await editing(pilot, store, library, kept)
        write(pilot, "note", "")
        write(pilot, "quote", WORDS)
        write(pilot, "at", "blah")
        await pilot.press("ctrl+q")
    (entry,) = store.entries
    assert entry == msgspec.structs.replace(kept, changed=entry.changed, quote=WORDS)
