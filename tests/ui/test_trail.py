"""A trail on the screen: its pieces in order, where one goes on, and what a quiet one leaves out."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.content import Link
from companion.domain.pause import Pause, PauseKind
from companion.domain.reading import Reading
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.suggestions import suggestions
from companion.ui.app import CompanionApp
from companion.ui.now.sheet import SituationSheet
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.read.trail import TrailScreen
from companion.ui.row_list import RowList
from tests.conftest import AppAt, MovableClock
from tests.screens import text

AT = datetime(2026, 11, 20, tzinfo=UTC)
ROOM = ["asking-kindly", "a-pause-with-a-promise", "what-to-do-in-the-break", "coming-back-well"]
"""All of the first trail but the last."""


def finish(store: Store, slugs: Iterable[str]) -> None:
    """Keep that these were read to their end."""
    for slug in slugs:
        store.reading.keep(Reading(id=slug, finished=True, share=1, read_at=AT))


async def opened(app: CompanionApp, pilot: Pilot[None], trail: str = "room-today") -> TrailScreen:
    """Open a trail."""
    await pilot.pause()
    app.follow(Link("trails", trail))
    await pilot.pause()
    assert isinstance(app.screen, TrailScreen)
    return app.screen


def chosen(app: CompanionApp) -> str:
    """Return the row under the cursor."""
    row = app.screen.query_one(RowList).chosen
    return row.id or "" if row else ""


async def test_its_pieces_stand_in_order_under_what_they_lead_through(app_at: AppAt, library: Library) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await opened(app, pilot)
        shown = text(app)
        assert "I need room today\n" in shown
        assert library.trails["room-today"].why in shown
        assert "5 pieces · 16 min" in shown
        assert "❯ 1  Asking for room, kindly" in shown
        assert "  5  The guilt that tags along" in shown
        assert "✓" not in shown


async def test_it_begins_where_one_goes_on(app_at: AppAt, store: Store) -> None:
    finish(store, ROOM[:2])
    app = app_at()
    async with app.run_test() as pilot:
        await opened(app, pilot)
        shown = text(app)
        assert chosen(app) == "articles/what-to-do-in-the-break"
        assert "2 of 5 read · 9 min left" in shown
        assert "1  Asking for room, kindly ✓" in shown


async def test_back_from_a_piece_that_is_finished_now_one_stands_on_the_next(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await opened(app, pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        await pilot.press("end")
        await pilot.pause()
        clock.move(minutes=2)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TrailScreen)
        assert chosen(app) == "articles/what-to-do-in-the-break"
        assert "1 of 5 read" in text(app)
        await pilot.press("up", "up", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert chosen(app) == "articles/asking-kindly"  # it was only begun


async def test_all_read_is_said_calmly(app_at: AppAt, store: Store) -> None:
    finish(store, [*ROOM, "the-guilt-that-tags-along"])
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "I need room today ✓" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "All read. Any of them can be read again." in text(app)
        assert chosen(app) == "articles/asking-kindly"


@pytest.mark.parametrize("trail", ["afraid", "is-this-okay"])
async def test_a_quiet_one_shows_nothing_of_what_was_read(
    app_at: AppAt, store: Store, library: Library, trail: str
) -> None:
    finish(store, [link.slug for link in library.trails[trail].links])
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert f"{library.trails[trail].title} ✓" not in text(app)
        await opened(app, pilot, trail)
        shown = text(app)
        assert not any(each in shown for each in ("✓", "read ·", "left", "All read"))
        assert chosen(app) == library.trails[trail].read[0]


async def test_the_way_through_fear_keeps_the_cursor_where_it_was(app_at: AppAt, store: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await opened(app, pilot, "afraid")
        await pilot.press("enter", "end", "escape")
        await pilot.pause()
        assert isinstance(app.screen, TrailScreen)
        assert chosen(app) == "pages/safety-first"
    assert not list(store.reading)


async def test_the_shelf_begins_with_the_trails(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = text(app)
        for trail in library.trails.values():
            assert shown.index(trail.title) < shown.index("When you need room")
        assert library.trails["room-today"].why in shown
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, TrailScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert chosen(app) == "trails/room-today"


async def test_every_sheet_leads_to_the_trail_of_its_sentence(app_at: AppAt, library: Library) -> None:
    app = app_at()
    async with app.run_test(size=(120, 40)) as pilot:
        for situation in library.situations:
            app.follow(Link("situations", situation))
            await pilot.pause()
            assert isinstance(app.screen, SituationSheet)
            trail = library.trail_for(situation)
            assert trail and f"Or the whole trail: {trail.title} · {len(trail.read)} pieces" in text(app)
            app.screen.query_one(RowList).show(app.screen._rows(), f"trails/{trail.id}")
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, TrailScreen)
            await pilot.press("escape", "escape")
            await pilot.pause()


async def test_the_palette_finds_trails(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("ctrl+p")
        await pilot.pause()
        app.screen.query_one(Input).value = "far apart"
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, TrailScreen)
        assert "In one room, far apart" in text(app)


@pytest.mark.parametrize(
    ("kind", "trail"), [(PauseKind.TAKING, "room-today"), (PauseKind.GIVING, "they-want-space")]
)  # fmt: skip
def test_a_pause_offers_the_trail_for_this_moment(
    store: Store, library: Library, clock: MovableClock, kind: PauseKind, trail: str
) -> None:
    half_an_hour = timedelta(minutes=30)
    pause = Pause(kind=kind, started_at=clock(), due=clock() + half_an_hour, planned=half_an_hour)
    assert Link("trails", trail) in [each.link for each in suggestions(store, library, pause)]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_piece_can_be_reached_at_every_size(app_at: AppAt, library: Library, size: tuple[int, int]) -> None:
    app = app_at()
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        for link in library.trails["room-today"].read:
            assert chosen(app) == link
            assert "❯" in text(app)
            await pilot.press("down")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert library.article("the-guilt-that-tags-along").summary in " ".join(text(app).split())
