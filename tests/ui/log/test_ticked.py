"""Ticking entries, and what is done to all of them at once: delete, hide, tag, answer; and undoing it."""

from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest
from textual.pilot import Pilot

from companion.domain.binned import LASTS
from companion.domain.entry import Entry
from companion.domain.saved_filter import SavedFilter
from companion.storage.binning import delete, in_bin
from companion.storage.store import Store
from companion.ui.log.bin import BinScreen
from companion.ui.log.form import EntryForm
from companion.ui.places import Place
from companion.ui.row_list import RowList
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import text
from tests.ui.log.hands import SIZES, cursor


async def tick_first_two(pilot: Pilot[None]) -> None:
    await pilot.press("escape", "home", "space", "space")


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("size", SIZES)
async def test_ticks_are_seen_counted_and_taken_back(app_at: AppAt, size: tuple[int, int]) -> None:
    async with app_at(Place.LOG).run_test(size=size) as pilot:
        await tick_first_two(pilot)
        assert "■ 20:10" in text(pilot.app)
        assert "2 ticked: d delete" in text(pilot.app)
        await pilot.press("escape")
        assert "ticked" not in text(pilot.app)
        assert "■" not in text(pilot.app)


async def test_ticked_entries_are_deleted_and_brought_back_together(
    app_at: AppAt, store: Store, noted: list[Entry]
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await tick_first_two(pilot)
        await pilot.press("d")
        assert "2 entries deleted. u brings them back" in text(pilot.app)
        assert list(store.entries) == [noted[2]]
        await pilot.press("u")
        assert "2 entries brought back." in text(pilot.app)
    assert {entry.id for entry in store.entries} == {entry.id for entry in noted}


async def test_ticked_entries_are_hidden_and_shown_again(app_at: AppAt, store: Store, noted: list[Entry]) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await tick_first_two(pilot)
        await pilot.press("h")
        assert [entry.hidden for entry in store.entries] == [True, True, False]
        assert "2 hidden: / is:hidden" in text(pilot.app)
        await pilot.press("u")
        assert not any(entry.hidden for entry in store.entries)
        await pilot.press("h", "slash", *"is:hidden", "enter")
        await pilot.pause()
        await pilot.press("h")
        assert "Shown again." in text(pilot.app)
    assert not any(entry.hidden for entry in store.entries)


async def test_ticked_entries_are_tagged(app_at: AppAt, store: Store, noted: list[Entry]) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await tick_first_two(pilot)
        await pilot.press("t", "enter", "escape")
        await pilot.pause()
        tagged = [entry.context for entry in store.entries]
        assert tagged[0] == tagged[1] != ()
        assert tagged[2] == ()
        assert f"2 entries tagged: {tagged[0][0]}." in text(pilot.app)
        await pilot.press("u")
    assert [entry.context for entry in store.entries] == [(), (), ()]


async def test_ticked_entries_answer_one_rupture_and_never_in_a_circle(
    app_at: AppAt, store: Store, noted: list[Entry]
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await tick_first_two(pilot)
        await pilot.press("a")
        await pilot.pause()
        rows = [row.id for row in pilot.app.screen.query_one(RowList).rows if row.id]
        assert rows == [noted[2].id]
        await pilot.press("enter")
        await pilot.pause()
        assert [entry.answers for entry in store.entries] == [noted[2].id, noted[2].id, None]
        await pilot.press("end", "space", "a")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert [entry.answers for entry in store.entries] == [noted[2].id, noted[2].id, None]


@pytest.mark.usefixtures("noted")
async def test_what_a_filter_takes_out_of_sight_is_not_ticked_any_more(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await tick_first_two(pilot)
        await pilot.press("slash", *"soup", "enter")
        await pilot.pause()
        await pilot.press("d")
    assert sorted(entry.note for entry in store.entries) == ["They looked at the phone", "in the kitchen"]


async def test_a_duplicate_begins_like_the_entry_with_now_as_its_time(
    app_at: AppAt, store: Store, clock: MovableClock, noted: list[Entry]
) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "end", "D")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EntryForm)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert cursor(pilot).endswith("in the kitchen")
    alike = [entry for entry in store.entries if entry.note == noted[2].note]
    assert sorted(entry.at for entry in alike) == [noted[2].at, clock()]


async def test_after_a_restart_u_brings_back_what_was_deleted_last(
    app_at: AppAt, tmp_path: Path, clock: MovableClock
) -> None:
    before = Store(tmp_path)
    entries = [before.entries.keep(Entry(at=clock(), note=note)) for note in ("one", "two", "three")]
    delete(before, [entries[0].id], clock())
    clock.move(hours=1)
    delete(before, [entries[1].id], clock())
    store = Store(tmp_path)
    async with app_at(Place.LOG, store).run_test() as pilot:
        await pilot.press("escape", "u")
        assert cursor(pilot) == "two"
        await pilot.press("u")
        assert cursor(pilot) == "one"
        assert len(store.entries) == 3


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("size", SIZES)
async def test_the_bin_says_how_long_and_gives_back(app_at: AppAt, store: Store, size: tuple[int, int]) -> None:
    async with app_at(Place.LOG).run_test(size=size) as pilot:
        await pilot.press("escape", "d", "r")
        await pilot.pause()
        assert isinstance(pilot.app.screen, BinScreen)
        assert "30 days left" in text(pilot.app)
        await pilot.press("enter")
        assert "Nothing is here." in " ".join(text(pilot.app).split())
        await pilot.press("escape")
        await pilot.pause()
        assert "phone" in " ".join(row.text for row in pilot.app.screen.query_one("#entries", RowList).rows)
    assert len(store.entries) == 3


@pytest.mark.usefixtures("noted")
async def test_forgetting_for_good_asks_first(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await tick_first_two(pilot)
        await pilot.press("d", "r")
        await pilot.pause()
        await pilot.press("d", "enter")
        await pilot.pause()
        assert len(in_bin(store)) == 2
        await pilot.press("d", "down", "enter")
        await pilot.pause()
        assert len(in_bin(store)) == 1
        await pilot.press("D", "down", "enter")
        await pilot.pause()
    assert not list(store.bin)
    assert len(store.entries) == 1


async def test_the_bin_empties_itself_while_nobody_types(
    app_at: AppAt, store: Store, noted: list[Entry], clock: MovableClock
) -> None:
    delete(store, [noted[0].id], clock() - LASTS - timedelta(days=1))
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.pause()
        app._touched = monotonic() - 10
        app.fade_if_quiet()
        await pilot.pause()
    assert not list(store.bin)


@pytest.mark.parametrize(
    "key", ["v", "slash", "f", "s", "at", "r", "u", "c", "space", "d", "h", "t", "a", "m", "M", "L", "D", "e"]
)
async def test_while_it_is_locked_no_key_shows_anything(
    app_at: AppAt, tmp_path: Path, clock: MovableClock, key: str
) -> None:
    store = Store(tmp_path, wrapping=FakeWrapping(), clock=clock)
    kept = [
        store.entries.keep(Entry(at=clock(), kind="tears", note=f"red cup {number}", person="Kim")) for number in (1, 2)
    ]
    delete(store, [kept[0].id], clock())
    store.filters.keep(SavedFilter(name="secret", query="red"))
    store.set_passphrase(store.new_key("four plain words here"))
    store.lock()
    app = app_at(Place.LOG, store)
    async with app.run_test() as pilot:
        await pilot.press("escape", key)
        await pilot.pause()
        shown = text(app)
        assert "f2 unlocks it" in shown
        assert not any(word in shown for word in ("red cup", "Kim", "secret", "Tears", "Threads", "Deleted"))
