"""No network: nothing in the app opens a socket, a browser or a name look-up.

Every test of the suite runs under the audit hook of `tests/offline`; here it is tried, led through the whole app, and
compared with what the system sees.
"""

import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from companion.commands.verbs import VERBS
from tests import network_trace
from tests.conftest import forget_attempts
from tests.offline.sitecustomize import Refused

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

linux = pytest.mark.skipif(network_trace.why_not() is not None, reason=str(network_trace.why_not()))


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)


def test_a_tour_of_all_places_opens_no_socket() -> None:
    toured = run(TOUR)
    assert toured.stdout.endswith("toured\n"), toured.stdout + toured.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="asyncio needs AF_INET there")
@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket(socket.AF_INET)",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "socket.getaddrinfo('localhost', 80)",
        "socket.gethostbyname('localhost')",
        "__import__('webbrowser').GenericBrowser('true').open('https://example.org')",
        "__import__('urllib.request').request.urlopen('http://127.0.0.1')",
    ],
)
def test_the_hook_refuses_and_notes_it_here_and_in_a_process_that_a_test_starts(attempt: str) -> None:
    with pytest.raises(Refused):
        eval(attempt)  # noqa: S307 (the lines above)
    assert forget_attempts()
    ran = run(f"import socket; {attempt}")
    assert "Refused: network" in ran.stderr
    assert forget_attempts()


def test_a_refusal_that_is_swallowed_is_noted_all_the_same() -> None:
    with suppress(RuntimeError):
        socket.socket(socket.AF_INET)
    assert "socket.__new__" in forget_attempts()


def test_a_socket_between_processes_of_this_machine_is_allowed() -> None:
    one, other = socket.socketpair()
    one.close()
    other.close()
    assert not forget_attempts()


def test_every_verb_has_lines_to_trace() -> None:
    assert set(VERBS) <= set(network_trace.LINES)


@linux
@pytest.mark.parametrize("verb", VERBS)
def test_the_system_sees_no_network_call_of_a_verb(verb: str, tmp_path: Path) -> None:
    for line, code, trace in network_trace.trace_verb(verb, tmp_path):
        assert not network_trace.far_calls(trace), line
        assert code == 0 or verb in ("status", "doctor"), line


@linux
def test_the_system_sees_no_network_call_of_the_app(tmp_path: Path) -> None:
    code, trace = network_trace.trace_app(tmp_path)
    assert code == 0
    assert "AF_UNIX" in trace
    assert not network_trace.far_calls(trace)


@linux
def test_the_trace_sees_a_network_call(tmp_path: Path) -> None:
    seen = tmp_path / "trace.txt"
    subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=network", "-o", seen, sys.executable, "-I", "-S", "-c",
         "import _socket; _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM)"],
        check=True,
    )  # fmt: skip
    assert network_trace.far_calls(seen.read_text())
