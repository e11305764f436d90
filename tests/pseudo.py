"""A language that nobody speaks: each sentence of ours with other letters and a third longer, to see what is left out.

`python -m tests.pseudo WIDTH` draws every scene (`tests/ui/scenes.py`) and prints them as JSON: what each shows, and
what of it is cut off.
"""

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Message
from babel.messages.mofile import write_mo

from companion.catalogue import DOMAIN, ELSEWHERE
from tests.catalogue import sentences

HEIGHT = 40
LANGUAGE = "de"
"""A real language's name, as its plurals are English's."""
_KEPT = re.compile(r"(\{[^{}]*\}|\[[^\]]*\]\([^)]*\)|\*\*|\n)")
"""Places, links and marks, which stay as they are."""
_LETTERS = str.maketrans(
    "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ", "áƀćďéƒǵȟíǰķĺɱńóƥŕšťúʋŵẋýźÁƁĆĎÉƑǴȞÍǰĶĹṀŃÓƤŔŠŤÚƲŴẊÝŹ"
)
_EACH_THIRD = re.compile(r"([^\W\d]{2})([^\W\d])")


def pseudo(text: str) -> str:
    """Return a sentence in other letters, every third one twice: about a third longer, its places kept."""
    parts = _KEPT.split(text)
    return "".join(
        part if _KEPT.fullmatch(part) else _EACH_THIRD.sub(r"\1\2\2", part).translate(_LETTERS) for part in parts
    )


def make(languages: Path) -> None:
    """Write the catalogue of that language."""
    catalog = sentences()
    catalog.locale = LANGUAGE
    for message in catalog:
        if message.id:
            message.string = _translated(message)
    folder = languages / LANGUAGE / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, catalog)


def _translated(message: Message) -> str | tuple[str, ...]:
    return pseudo(message.id) if isinstance(message.id, str) else tuple(map(pseudo, message.id))


def run(languages: Path, *words: str) -> str:
    """Run Python in that language; return what it prints."""
    variables = os.environ | {ELSEWHERE: str(languages), "LANGUAGE": LANGUAGE, "TZ": "Europe/Berlin"}
    done = subprocess.run([sys.executable, "-m", *words], env=variables, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 10, 11), done.stderr
    return done.stdout


async def draw(width: int) -> dict[str, tuple[str, list[str]]]:
    """Return of every scene its text, and the words that are cut off."""
    from companion.resources import LIBRARY
    from companion.storage.library import Library
    from companion.storage.store import Store
    from companion.ui.app import CompanionApp
    from tests.conftest import MovableClock
    from tests.screens import text
    from tests.ui.scenes import SCENES
    from tests.ui.test_every_screen import cut_off, reach

    library, drawn = Library(LIBRARY), {}
    for name, scene in SCENES.items():
        clock = MovableClock(datetime(2026, 11, 22, 19, 10, tzinfo=UTC))
        store = Store(clock=clock)
        scene.fill(store, library, clock)
        async with CompanionApp(store, library, clock, place=scene.place).run_test(size=(width, HEIGHT)) as pilot:
            await reach(pilot, scene)
            drawn[name] = text(pilot.app), [*cut_off(pilot)]
    return drawn


if __name__ == "__main__":
    from tests.idle import IdleLoop

    time.tzset()
    with asyncio.Runner(loop_factory=IdleLoop) as runner:
        print(json.dumps(runner.run(draw(int(sys.argv[1])))))
