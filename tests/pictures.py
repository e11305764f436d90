"""The pictures of the README, made from the app itself: `python -m tests.pictures`."""

import asyncio
import html
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from companion.domain.content import Link
from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.reading import Reading
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.sample import make_entries, make_pauses

FOLDER = Path(__file__).parent.parent / ".pictures"
NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
SIZE = (80, 24)
CELL = 12.2
"""Width of a character in the picture."""


def a_store(library: Library, *, running: bool) -> Store:
    """Return a store with some months in it."""
    store = Store()
    for entry in make_entries(160, library, NOW):
        store.entries.keep(entry)
    for pause in make_pauses(12, NOW):
        store.pauses.keep(pause)
    store.reading.keep(Reading(id="asking-kindly", share=0.4, read_at=NOW))
    answers = {"body": "a slow lap round the block"}
    store.worksheets.keep(Answers(id="what-calms-me", answers=answers, filled_at=NOW))
    if running:
        scripts = library.scripts
        began = NOW - timedelta(minutes=12, seconds=18)
        half = timedelta(minutes=30)
        store.pauses.keep(
            Pause(
                started_at=began, due=began + half, planned=half, place="the bedroom", told_at=began,
                leave_message=scripts["leave-default"].text, return_message=scripts["return-default"].text,
            )
        )  # fmt: skip
    return store


def without_blanks(match: re.Match[str]) -> str:
    """Return one piece of text without blanks at its ends: viewers drop them, and all would move to the left."""
    head, x, middle, length, tail, escaped = match.groups()
    words = html.unescape(escaped)
    inner = words.lstrip("\xa0")
    lead, inner = len(words) - len(inner), inner.rstrip("\xa0")
    if not inner:
        return ""
    width = float(length) * len(inner) / len(words)
    return f'{head}x="{float(x) + CELL * lead:.1f}"{middle}textLength="{width:.1f}"{tail}>{html.escape(inner)}</text>'


def clean(svg: str) -> str:
    """Return the picture without a font from the network, and the same on every run."""
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    svg = re.sub(r"terminal-\d+-", "t-", svg)
    svg = re.sub(
        r'(<text [^>]*?)x="([\d.]+)"([^>]*?)textLength="([\d.]+)"([^>]*)>([^<]*)</text>',
        without_blanks,
        svg,
    )
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


async def picture(name: str, place: Place, link: Link | None = None, *, running: bool = False) -> None:
    """Draw one place into the folder."""
    library = Library(LIBRARY)
    app = CompanionApp(a_store(library, running=running), library, lambda: NOW, place=place)
    async with app.run_test(size=SIZE) as pilot:
        if link is not None:
            app.follow(link)
        for _ in range(4):
            await pilot.pause(0.2)
        svg = app.export_screenshot(title="Companion")
    (FOLDER / f"{name}.svg").write_text(clean(svg), encoding="utf-8")


async def main() -> None:
    """Draw all pictures."""
    FOLDER.mkdir(exist_ok=True)
    await picture("now", Place.NOW)
    await picture("pause", Place.PAUSE, running=True)
    await picture("read", Place.READ, Link("articles", "asking-kindly"))
    await picture("review", Place.REVIEW)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
