"""An audit hook that refuses whatever leads to a network, and notes it, should somebody swallow the refusal.

The suite imports it (`tests/conftest.py`); Pythons that a test starts load it by its name, since its folder is on
their PYTHONPATH.
"""

import os
import sys
from typing import Any

VARIABLE = "COMPANION_TEST_ATTEMPTS"
"""Environment variable that names the file in which attempts are noted."""

_REFUSED = {
    "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request", "http.client.connect", "webbrowser.open",
}  # fmt: skip
_UNIX = (-1, 1)
"""Families of a socket that reaches no further than this machine; -1 stands for what a file descriptor has."""


class Refused(RuntimeError):
    """Something tried to reach a network."""


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    far = event == "socket.__new__" and int(arguments[1]) not in _UNIX
    if not far and (event not in _REFUSED or _is_unix(arguments)):
        return
    said = f"network: {event} {arguments[1:]}"
    if path := os.environ.get(VARIABLE):
        with open(path, "a", encoding="utf-8") as file:  # noqa: PTH123 (nothing more is imported at every start)
            file.write(f"{said}\n")
    raise Refused(said)


def _is_unix(arguments: tuple[Any, ...]) -> bool:
    """Return whether the event's first argument is a socket between processes of this machine."""
    return int(getattr(arguments[0], "family", 0)) == 1 if arguments else False


if (
    sys.platform != "win32" and "pip" not in sys.orig_argv
):  # there asyncio needs AF_INET; pip looks whether IPv6 is there
    sys.addaudithook(_refuse)
