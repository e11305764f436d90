"""What the tests of the review share: a few weeks of a log, and reading the screen as one text."""

from datetime import UTC, datetime, timedelta

from textual.pilot import Pilot

from companion.domain.entry import Entry, Who
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.review.page import ReviewPage
from companion.ui.review.views import VIEWS, View
from tests.screens import text

TALL = (80, 60)
FRIDAY = datetime(2026, 11, 20, 12, tzinfo=UTC)


def keep(store: Store, days_ago: float = 0, kind: str | None = "heated", **fields: object) -> Entry:
    """Keep an entry that many days before Friday noon."""
    return store.entries.keep(Entry(at=FRIDAY - timedelta(days=days_ago), kind=kind, **fields))  # type: ignore[arg-type]


def keep_pattern(store: Store) -> list[Entry]:
    """Keep a miss often enough, over weeks, never repaired."""
    return [
        keep(store, 7 * week, "not-heard", miss="shrink", miss_by=Who.THEM, note=f"time {week}") for week in range(5)
    ]


def words(app: CompanionApp) -> str:
    """The screen's words, as one line."""
    return " ".join(text(app).split())


async def shown(app: CompanionApp, pilot: Pilot[None]) -> str:
    """The screen's words, once it stands still."""
    await pilot.pause()
    await pilot.pause()
    return words(app)


async def go(pilot: Pilot[None], view: View) -> str:
    """Go through the parts to that one; return what is shown."""
    await pilot.pause()
    await pilot.press(*["n"] * VIEWS.index(view))
    assert isinstance(pilot.app, CompanionApp)
    return await shown(pilot.app, pilot)


def whole_page(app: CompanionApp) -> str:
    """All lines of the page, those out of view too."""
    page = app.screen.query_one(ReviewPage)
    return "\n".join("".join(text for text, _ in line) for line in page._drawing.lines)
