"""Bookmarks and highlights while they are locked: nothing of them is seen, and none can be made."""

import pytest

from companion.domain.bookmark import Bookmark
from companion.domain.content import Link
from companion.domain.highlight import Highlight
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.ui.locked.conftest import OpenStore, seal, shown, unlock
from tests.ui.reading import said

LINK = Link("articles", "asking-kindly")
MARKED, NOTE = "Sam meant well.", "tell the green heron"


@pytest.fixture
def app(app_at: AppAt, plain: Store, open_store: OpenStore, clock: MovableClock) -> CompanionApp:
    """The app over a locked store with marks in it."""
    plain.highlights.keep(Highlight(link=str(LINK), words=MARKED, note=NOTE, made_at=clock()))
    plain.bookmarks.keep(Bookmark(link=str(LINK), words="Asking for room, kindly", made_at=clock()))
    seal(plain)
    plain.close()
    return app_at(Place.READ, open_store())


async def test_no_mark_is_drawn_listed_or_made_until_it_is_unlocked(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert "Bookmarks and highlights" not in shown(pilot)
        await pilot.press("apostrophe")
        await pilot.pause()
        assert "Your bookmarks and highlights are locked. f2 unlocks them." in shown(pilot)
        await pilot.press("escape")
        app.follow(LINK)
        await pilot.pause()
        await pilot.pause()
        assert "▎" not in shown(pilot)
        for keys in (("m",), ("v", "down", "h")):
            await pilot.press(*keys)
            await pilot.pause()
            assert said(app) == "Your bookmarks and highlights are locked. f2 unlocks them."
        await pilot.press("escape")
        await unlock(pilot)
        await pilot.pause()
        assert "▎" in shown(pilot)
        await pilot.press("apostrophe")
        await pilot.pause()
        assert MARKED in shown(pilot) and NOTE in shown(pilot)


def test_they_lie_sealed_on_the_disk(app: CompanionApp, plain: Store) -> None:
    assert plain.folder
    for path in plain.folder.rglob("*"):
        assert path.is_dir() or b"green heron" not in path.read_bytes()


async def test_while_it_is_locked_the_keys_that_mark_are_not_offered(app: CompanionApp) -> None:
    async with app.run_test() as pilot:
        app.follow(LINK)
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        assert "y Copy" in shown(pilot)
        assert "h Highlight" not in shown(pilot) and "e Note" not in shown(pilot)
        await pilot.press("escape")
        await unlock(pilot)
        await pilot.press("v")
        await pilot.pause()
        assert "h Highlight e Note" in shown(pilot)
