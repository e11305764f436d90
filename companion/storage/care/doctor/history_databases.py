"""Shells' histories that other programs keep in sqlite databases of their own; they are read, and never written to."""

import os
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from companion.catalogue import _
from companion.storage.care.doctor.log_words import holds_words

_DATA = Path(".local/share")
"""Where data lies below the home folder, unless $XDG_DATA_HOME says otherwise."""
_PATIENCE = 0.5
"""Seconds to wait for a program that is writing just now."""
_WAL = 2
"""What bytes 18 and 19 of a database hold that keeps its last changes in a file beside it, https://sqlite.org/fileformat.html."""


class Program(NamedTuple):
    """One that keeps such a database."""

    places: tuple[Path, ...]
    """Where it may lie, seen from the home folder."""
    commands: str
    """Asks for the commands in which a word stands."""
    advice: str
    run: str = ""


class NotRead(Exception):
    """A database could not be read, and why."""


_PROGRAMS = (
    Program(
        places=(_DATA / "atuin/history.db",),
        commands=_("SELECT CAST(command AS TEXT) FROM history WHERE command LIKE ?"),
        advice=_("To remove whatever names Companion there (without --delete you see it):"),
        run="atuin search --delete --search-mode fulltext companion",
    ),
    Program(
        places=(
            _DATA / "mcfly/history.db",
            Path("Library/Application Support/McFly/history.db"),
            Path(".mcfly/history.db"),
        ),
        commands=_("SELECT CAST(cmd AS TEXT) FROM commands WHERE cmd LIKE ?"),
        advice=_("To remove them, find each one with ctrl+r and press F2."),
    ),
)


def databases() -> Iterator[tuple[Program, Path]]:
    """Yield the databases that are there, each once, with the program that keeps it."""
    seen = set()
    for program in _PROGRAMS:
        for place in program.places:
            for path in _below(place):
                with suppress(OSError):
                    if path.is_file() and path.resolve() not in seen:
                        seen.add(path.resolve())
                        yield program, path


def _below(place: Path) -> Iterator[Path]:
    if (data := os.environ.get("XDG_DATA_HOME")) and place.is_relative_to(_DATA):
        yield Path(data).absolute() / place.relative_to(_DATA)
    with suppress(RuntimeError):  # an account without a home
        yield Path.home() / place


def count_commands(program: Program, path: Path) -> int:
    """Return how many commands in a database hold words of the log.

    Raises:
        NotRead: if it is locked, or not what the program's databases are.
        OSError: if it can't be opened.
    """
    address = _address(path)
    try:
        import sqlite3
    except ImportError as error:
        raise NotRead(_("this Python has no sqlite")) from error
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as database:
            database.text_factory = lambda data: data.decode(errors="replace")
            return sum(holds_words(command) for (command,) in database.execute(program.commands, ("%companion%",)))
    except sqlite3.Error as error:
        raise NotRead(str(error)) from error


def _address(path: Path) -> str:
    """Return what opens it for reading; sqlite would make files beside one whose last changes it looks for in vain."""
    with path.open("rb") as file:
        is_wal = file.read(20)[18:] == bytes([_WAL, _WAL])
    is_alone = is_wal and not path.with_name(f"{path.name}-wal").exists()
    return f"{path.as_uri()}?mode=ro" + ("&immutable=1" if is_alone else "")
