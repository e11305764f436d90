"""No network: nothing in the app opens a socket, a browser or a name look-up."""

import subprocess
import sys
from pathlib import Path

HOOK = """
import sys
def refuse(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "webbrowser.open"):
        raise SystemExit(f"network: {event} {args[1:]}")
    if event == "socket.__new__" and int(args[1]) not in (-1, 1):
        raise SystemExit(f"network: a socket of family {args[1]}")
sys.addaudithook(refuse)
"""

TOUR = """
import asyncio
from companion.domain.content import Link
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.clock import system_clock
from companion.ui.places import Place

async def tour():
    library = Library(LIBRARY)
    app = CompanionApp(Store(), library, system_clock)
    async with app.run_test() as pilot:
        for place in Place:
            app.go(place)
            await pilot.pause()
        for slug in list(library.articles)[:3]:
            app.follow(Link("articles", slug))
            await pilot.pause()
            await pilot.press("escape")
        await pilot.press("f1")
        await pilot.pause()
        await pilot.press("ctrl+l")
        await pilot.pause()
asyncio.run(tour())
print("toured")
"""


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=120, check=False
    )


def test_a_tour_of_all_places_opens_no_socket() -> None:
    toured = run(HOOK + TOUR)
    assert toured.stdout.endswith("toured\n"), toured.stdout + toured.stderr


def test_no_verb_opens_a_socket(tmp_path: Path) -> None:
    verb = HOOK + "from companion.__main__ import main\nsys.argv[0] = 'companion'\nmain()"
    for words in (
        ["pause", "20"], ["status", "--json"], ["pause", "back"], ["log", "a line"], ["log", "list"], ["day"],
        ["review"], ["read", "list"], ["read", "search", "breath"], ["words"], ["help-lines"], ["paths"], ["keys"],
    ):  # fmt: skip
        ran = run(verb, "--data-dir", str(tmp_path), *words)
        assert "network" not in ran.stdout + ran.stderr, words
        assert ran.returncode in (0, 10), (words, ran.stderr)


def test_the_hook_catches_a_socket() -> None:
    caught = run(HOOK + "import socket; socket.socket(socket.AF_INET)")
    assert "network" in caught.stderr
