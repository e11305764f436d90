"""What the tests of marks share: the app at an article."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from companion.domain.content import Link
from companion.domain.highlight import Highlight
from companion.storage.store import Store
from companion.text.blocks import Look
from companion.text.spans import words_of
from companion.ui.app import CompanionApp
from companion.ui.reader.marked import MarkedReader
from companion.ui.reader.selecting import SelectBar
from tests.conftest import MovableClock

SLUG = "asking-kindly"
LINK = Link("articles", SLUG)
TITLE = "Asking for room, kindly"
FIRST = "Say how you are, how long you need, and the hour you'll be back."
"""The first sentence of the text proper; the second stands in the same paragraph."""
THIRD = '"I just need a minute," says Sam, and goes out.'
"""The first of the paragraph below."""


@asynccontextmanager
async def reading(app: CompanionApp, link: Link = LINK, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Open a text."""
    async with app.run_test(size=size) as pilot:
        app.follow(link)
        await pilot.pause()
        await pilot.pause()
        yield pilot


def selected(app: CompanionApp) -> str:
    """Return the words that are selected."""
    made = app.screen.query_one(SelectBar)._selecting
    return "" if made is None else made.words


def reader(app: CompanionApp) -> MarkedReader:
    """Return the text."""
    return app.screen.query_one(MarkedReader)


def copied(app: CompanionApp) -> str:
    """Return what was copied last."""
    return app.clipboard


def highlight(store: Store, clock: MovableClock, words: str, note: str = "", link: str = str(LINK)) -> Highlight:
    """Keep a highlight."""
    return store.highlights.keep(Highlight(link=link, words=words, note=note, made_at=clock()))


def drawn(app: CompanionApp) -> list[str]:
    """Return the words that are drawn as highlighted, a block each."""
    view = reader(app)
    return [
        words_of(paint.span, view.flow.blocks)
        for block in range(len(view.flow.blocks))
        for paint in view._painting.on(block)
        if paint.look is Look.HIGHLIGHT
    ]
