"""The pictures and the recording of the README, made from the app itself: `python -m tests.pictures`."""

import asyncio
import html
import os
import re
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot

from companion.domain.content import Link
from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.reading import Reading
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.idle import IdleLoop, wait_for_idle
from tests.recording import Frame, join
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


async def still(place: Place, link: Link | None = None, *, running: bool = False) -> str:
    """Draw one place."""
    library = Library(LIBRARY)
    app = CompanionApp(a_store(library, running=running), library, lambda: NOW, place=place)
    async with app.run_test(size=SIZE) as pilot:
        if link is not None:
            app.follow(link)
        await settle(pilot)
        return clean(app.export_screenshot(title="Companion"))


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all that a key began is drawn."""
    pilot.app.screen.query("*").refresh()  # also what looks at the clock a few times a second, and may not have yet
    for _ in range(3):
        await pilot.pause()
        await wait_for_idle()


WALK = [
    ("", 0, 2.5),
    ("p", 0, 2.5),
    ("enter", 0, 2),
    ("m", 1, 1),
    ("", 1, 1),
    ("3", 1, 1.5),
    ("enter", 1, 2),
    ("enter", 1, 2.5),
    ("pagedown", 60, 2),
    ("2", 1735, 2),
    ("enter", 0, 2.5),
]
"""A key, how many seconds pass in the app until its screen is drawn, and for how many that stays in the recording."""


async def recording() -> str:
    """Draw a walk: Now, a pause that begins and runs, an article meanwhile, and the way back."""
    library, moment = Library(LIBRARY), NOW
    app = CompanionApp(a_store(library, running=False), library, lambda: moment)
    frames = []
    async with app.run_test(size=SIZE) as pilot:
        for key, passed, seconds in WALK:
            moment += timedelta(seconds=passed)
            if key:
                await pilot.press(key)
            app._tick()
            await settle(pilot)
            frames.append(Frame(clean(app.export_screenshot(title="")), seconds, key))
    return join(frames)


async def draw_all() -> dict[str, str]:
    """Return every picture by the name of its file."""
    return {
        "now.svg": await still(Place.NOW),
        "pause.svg": await still(Place.PAUSE, running=True),
        "read.svg": await still(Place.READ, Link("articles", "asking-kindly")),
        "review.svg": await still(Place.REVIEW),
        "walk.svg": await recording(),
    }


def main(folder: Path) -> None:
    """Write them into the folder, the same bytes wherever and whenever they are drawn."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    folder.mkdir(exist_ok=True)
    with asyncio.Runner(loop_factory=IdleLoop) as runner:
        for name, svg in runner.run(draw_all()).items():
            (folder / name).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main(Path(*sys.argv[1:2]) if sys.argv[1:] else FOLDER)
