"""Words of the log that a shell has kept in its history; they are counted and never said."""

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from companion.catalogue import _, ngettext
from companion.domain.finding import Finding, Looked
from companion.storage.care.doctor.history_databases import NotRead, Program, count_commands, databases
from companion.storage.care.doctor.log_words import lines_with_words

_FILES = (
    *(".bash_history", ".zsh_history", ".zhistory", ".histfile", ".sh_history", ".ksh_history", ".history"),
    ".local/share/fish/fish_history",
    ".local/share/powershell/PSReadLine/ConsoleHost_history.txt",
    "AppData/Roaming/Microsoft/Windows/PowerShell/PSReadLine/ConsoleHost_history.txt",
    ".config/nushell/history.txt",
)
"""Where shells keep their histories, seen from the home folder."""

_VARIABLE = "HISTFILE"
_FISH = "fish_history"

_ONE_LINE = (_FISH, "ConsoleHost_history.txt")
"""Histories that keep each command on a line, whatever it holds."""


class History(NamedTuple):
    """A shell's history that holds words, or may."""

    path: Path
    lines: tuple[int, ...] = ()
    """The numbers of the lines that do, from 1; a database has none."""
    commands: int = 0
    """How many commands in a database do."""
    program: Program | None = None
    """What keeps it, if it is a database."""
    problem: str = ""
    """Why the database could not be read."""


def look_at_histories() -> Iterator[Looked]:
    """Check the histories of the person's shells; a database that can't be read now is said, and is no finding."""
    every = [*_files(), *_databases()]
    found = tuple(_finding(history) for history in every if not history.problem)
    yield Looked("shell history", "No words of yours in a shell's history.", found)
    for history in every:
        if history.problem:
            yield Looked("shell history", f"{history.path} was not looked into ({history.problem}).")


def histories() -> Iterator[History]:
    """Yield the histories that hold words of the log, each file once."""
    yield from _files()
    yield from (history for history in _databases() if not history.problem)


def _files() -> Iterator[History]:
    seen = set()
    for place in _places():
        try:
            path = place.resolve()
            if path in seen or not path.is_file():
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue  # another account's: not ours to look into
        seen.add(path)
        if lines := tuple(lines_with_words(text, may_go_on=path.name not in _ONE_LINE)):
            yield History(path, lines)


def _databases() -> Iterator[History]:
    for program, path in databases():
        try:
            if commands := count_commands(program, path):
                yield History(path, commands=commands, program=program)
        except NotRead as error:
            yield History(path, program=program, problem=str(error))
        except OSError:
            continue  # another account's


def _places() -> Iterator[Path]:
    """Yield where a history may lie."""
    if named := os.environ.get(_VARIABLE):
        yield Path(named).absolute()
    if data := os.environ.get("XDG_DATA_HOME"):
        yield Path(data) / "fish" / _FISH
    with suppress(RuntimeError):  # an account without a home
        yield from (Path.home() / name for name in _FILES)


def _finding(history: History) -> Finding:
    path = str(history.path)
    what = _("{path} holds {count}.", path=path, count=say_count(history))
    keep_out = _("The app, and “companion log -”, keep words out of it.")
    if history.program:
        return Finding(what, f"{keep_out} {history.program.advice}", path, history.program.run)
    if history.path.name == _FISH:
        return Finding(what, " ".join((keep_out, _("To remove them:"))), path, "history delete --contains companion")
    if sys.platform == "win32":
        return Finding(what, " ".join((keep_out, _("Close PowerShell, and delete them with an editor."))), path)
    in_place = "-i ''" if sys.platform == "darwin" else "-i"
    command = f"sed {in_place} '{_ranges(history.lines, ';', ',', 'd')}' {shlex.quote(path)}"
    return Finding(what, " ".join((keep_out, _("To remove them, close your other terminals first:"))), path, command)


def say_count(history: History) -> str:
    """Say how many lines and which: `3 lines with words of yours (3, 7–8)`; of a database, how many commands."""
    if history.program:
        return ngettext("{n:,} command with words of yours", "{n:,} commands with words of yours", history.commands)
    return ngettext(
        "{n:,} line with words of yours ({lines})",
        "{n:,} lines with words of yours ({lines})",
        len(history.lines),
        lines=_ranges(history.lines, ", ", "–"),
    )


def _ranges(numbers: tuple[int, ...], between: str, to: str, after: str = "") -> str:
    """Say rising numbers with their stretches joined: `3, 7–9`."""
    stretches: list[tuple[int, int]] = []
    for number in numbers:
        if stretches and stretches[-1][1] == number - 1:
            stretches[-1] = stretches[-1][0], number
        else:
            stretches.append((number, number))
    return between.join(
        (f"{first}{after}" if first == last else f"{first}{to}{last}{after}") for first, last in stretches
    )
