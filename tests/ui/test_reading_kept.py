"""What is remembered of reading: where one stands, soon after scrolling stops, and what counts as read."""

import sys
import time
from pathlib import Path

import pytest
from textual.pilot import Pilot

from companion.domain.content import Link
from companion.domain.reading import Reading
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.text.whole import Whole
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.read.article import REST, ArticleScreen
from companion.ui.reader.view import Reader
from tests.conftest import AppAt, MovableClock
from tests.screens import lines, text
from tests.ui.locked.conftest import seal
from tests.ui.reading import open_first_text
from tests.ui.test_terminal import running

SLUG = "asking-kindly"
LINK = Link("articles", SLUG)
SOON = REST + 0.3


async def read(app: CompanionApp, pilot: Pilot[None], *keys: str, link: Link = LINK) -> None:
    """Open a text and press keys."""
    app.follow(link)
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.pause()


def kept(store: Store) -> Reading:
    found = store.reading.get(SLUG)
    assert found is not None
    return found


# -- where one stands


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_the_place_outlives_a_kill(tmp_path: Path) -> None:
    with running(tmp_path, "--at", "read") as terminal:
        open_first_text(terminal)
        terminal.press(b"\x1b[6~")
        until = time.monotonic() + 10
        while not (places := [each.place for each in Store(tmp_path).reading]) or not all(places):
            assert time.monotonic() < until
            terminal.read(0.2)
        terminal.process.kill()
        terminal.process.wait()
    assert kept(Store(tmp_path)).place > 0


async def test_another_window_opens_where_this_one_stands(app_at: AppAt, tmp_path: Path) -> None:
    app, other = (app_at(Place.READ, Store(tmp_path / "both")) for _ in range(2))
    async with app.run_test() as pilot:
        await read(app, pilot, "space")
        stands = app.screen.query_one(Reader).place
        await pilot.pause(SOON)
        async with other.run_test() as beside:
            await read(other, beside)
            assert other.screen.query_one(Reader).place == stands > 0


async def test_it_is_written_once_when_scrolling_stops_and_not_again_while_nothing_changes(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Reading] = []
    monkeypatch.setattr(store.reading, "keep", written.append)
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await read(app, pilot, "space", "down", "down")
        assert not written
        await pilot.pause(SOON)
        assert [each.place > 0 for each in written] == [True]
        await pilot.press("v", "escape")
        await pilot.pause(SOON)
        await pilot.press("escape")
        await pilot.pause()
    assert len(written) == 1


async def test_a_full_disk_does_not_disturb_while_one_reads(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Reading) -> Reading:
        raise NotKept("Not kept: the disk is full.")

    monkeypatch.setattr(store.reading, "keep", full)
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await read(app, pilot, "space")
        await pilot.pause(SOON)
        assert not app._notifications
        await pilot.press("escape")
        assert app._notifications


@pytest.mark.parametrize("link", ["pages/safety-first", "pages/privacy", "articles/silence-that-punishes"])
async def test_help_and_safety_leave_no_trace_however_long_one_rests(app_at: AppAt, store: Store, link: str) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await read(app, pilot, "space", link=Link(*link.split("/")))
        await pilot.pause(SOON)
        assert not list(store.reading)


async def test_nothing_is_written_while_it_is_locked(app_at: AppAt, tmp_path: Path) -> None:
    store = Store(tmp_path / "sealed")
    seal(store)
    store.lock()
    app = app_at(Place.READ, store)
    async with app.run_test() as pilot:
        before = {path: path.read_bytes() for path in (tmp_path / "sealed").rglob("*") if path.is_file()}
        await read(app, pilot, "space")
        await pilot.pause(SOON)
        after = {path: path.read_bytes() for path in (tmp_path / "sealed").rglob("*") if path.is_file()}
    assert after == before


# -- what counts as read


async def test_jumping_to_the_end_at_once_finishes_nothing(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await read(app, pilot, "end")
        assert "100%" in text(app)
        await pilot.press("escape")
        assert not kept(store).finished
        await pilot.press("1")
        await pilot.pause()
        assert "Read on   Asking for room, kindly" in text(app)


async def test_it_is_finished_after_a_quarter_of_its_minutes_once_an_opening_and_stays_so(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await read(app, pilot)
        clock.move(seconds=46)  # of three minutes
        await pilot.press("end")
        ended = clock()
        clock.move(hours=9)
        await pilot.press("home", "end", "d", "3", "escape")
        await pilot.pause()
        assert (kept(store).finished, kept(store).finished_at) == (True, (ended,))
        await read(app, pilot, "escape")
        assert kept(store).finished_at == (ended,)


async def test_a_text_that_fits_on_the_screen_is_not_finished_by_being_opened(
    app_at: AppAt, store: Store, library: object, clock: MovableClock
) -> None:
    whole = Whole(Link("own", "short"), "Short", "One line.\n", "own", minutes=1, is_remembered=True)
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        for seconds, times in ((1, 0), (16, 1)):
            app.show(ArticleScreen(whole, store, app._library, clock))
            await pilot.pause()
            clock.move(seconds=seconds)
            await pilot.press("escape")
            await pilot.pause()
            found = store.reading.get("own/short")
            assert found is not None and len(found.finished_at) == times


async def test_one_read_to_its_end_begins_anew(app_at: AppAt, clock: MovableClock) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await read(app, pilot, "end")
        clock.move(minutes=1)
        await pilot.press("escape")
        await read(app, pilot)
        assert lines(app)[3].strip() == "Asking for room, kindly"


async def test_what_another_window_finished_meanwhile_stays_finished(
    app_at: AppAt, tmp_path: Path, clock: MovableClock
) -> None:
    store, other = (Store(tmp_path / "both") for _ in range(2))
    app = app_at(Place.READ, store)
    async with app.run_test() as pilot:
        await read(app, pilot)
        await pilot.pause(SOON)
        other.reading.keep(Reading(id=SLUG, read_at=clock(), share=1, finished=True, finished_at=(clock(),)))
        await pilot.press("space", "escape")
        await pilot.pause()
    assert kept(store).finished_at == (clock(),)
