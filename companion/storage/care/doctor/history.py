"""Words of the log that a shell has kept in its history; they are counted and never said."""

import os
import re
import shlex
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from companion.domain.finding import Finding, Looked

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

_CALL = re.compile(
    r"""(?:^|[|;&(\n])\s*
    (?:\w+=\S*\s+ | (?:sudo|time|env|command|exec|nice|uvx|uv\ run|pipx\ run|and|or)\s+)*
    (?:\S*python[\d.]*\s+-m\s+)? (?:\S*/)?companion
    (?:\s+--[\w-]+(?:=|\s+)(?:"[^"]*"|'[^']*'|\S+))*
    \s+(?:log|words\s+check)(?=\s|$)(?P<rest>.*)""",
    re.DOTALL | re.VERBOSE,
)
"""The program as a shell calls it, its own options, a verb that takes words, and the rest."""
_WORDLESS = re.compile(
    r"""\s*(?:-|list(?!\b.*--search).*?|(?:show|delete)(?:\s+[0-9a-f]+)*(?:\s+--\w+)*|--help|-h)?\s*(?:$|[|;&<>)\#])""",
    re.DOTALL,
)
"""A rest that holds no words: nothing, “-”, or a verb that takes none."""
_FED = re.compile(r"<<|\b(?:echo|printf|print)\b[^|]*\|")
"""Words that reach standard input from the same line."""

_ZSH = re.compile(r"^: \d+:\d+;")
_LONGEST = 40
"""Lines that one command may have."""
_ONE_LINE = (_FISH, "ConsoleHost_history.txt")
"""Histories that keep each command on a line, whatever it holds."""


class History(NamedTuple):
    """The lines of one shell's history that hold words."""

    path: Path
    lines: tuple[int, ...]
    """Their numbers, from 1."""


def look_at_histories() -> Looked:
    """Check the histories of the person's shells."""
    found = tuple(_finding(history) for history in histories())
    return Looked("shell history", "No words of your log in a shell's history.", found)


def histories() -> Iterator[History]:
    """Yield the histories that hold words of the log, each file once."""
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
        longest = 1 if path.name in _ONE_LINE else _LONGEST
        if lines := tuple(_lines_with_words(text.split("\n"), longest)):
            yield History(path, lines)


def _places() -> Iterator[Path]:
    """Yield where a history may lie."""
    if named := os.environ.get(_VARIABLE):
        yield Path(named).absolute()
    if data := os.environ.get("XDG_DATA_HOME"):
        yield Path(data) / "fish" / _FISH
    with suppress(RuntimeError):  # an account without a home
        yield from (Path.home() / name for name in _FILES)


def _lines_with_words(lines: list[str], longest: int) -> Iterator[int]:
    """Yield the numbers of the lines that a command with words takes."""
    at = 0
    while at < len(lines):
        if "companion" not in lines[at]:
            at += 1
            continue
        count = _length(lines[at : at + longest])
        command = "\n".join(lines[at : at + count])
        if _holds_words(command):
            yield from range(at + 1, at + count + 1)
            at += count
        else:
            at += 1


def _length(lines: list[str]) -> int:
    """Return how many lines the command at their head takes: to the end of its quotes, or of what feeds it."""
    if heredoc := re.search(r"<<-?\s*[\"']?(\w+)", lines[0]):
        ends = [at for at, line in enumerate(lines[1:], 2) if line.strip().rstrip("\\") == heredoc[1]]
        return ends[0] if ends else 1
    for count in range(1, len(lines) + 1):
        try:
            shlex.split("\n".join(lines[:count]))
        except ValueError:  # a quote is still open, or a backslash asks for the next line
            continue
        return count
    return 1


def _holds_words(command: str) -> bool:
    command = _ZSH.sub("", command).removeprefix("- cmd: ")
    call = _CALL.search(command)
    if call is None:
        return False
    return _FED.search(command) is not None or _WORDLESS.match(call["rest"]) is None


def _finding(history: History) -> Finding:
    what = f"{history.path} holds {say_count(history)}."
    keep_out = "The app, and “companion log -”, keep words out of it."
    if history.path.name == _FISH:
        return Finding(what, f"{keep_out} To remove them:", str(history.path), "history delete --contains companion")
    if sys.platform == "win32":
        return Finding(what, f"{keep_out} Close PowerShell, and delete them with an editor.", str(history.path))
    in_place = "-i ''" if sys.platform == "darwin" else "-i"
    command = f"sed {in_place} '{_ranges(history.lines, ';', ',', 'd')}' {shlex.quote(str(history.path))}"
    return Finding(what, f"{keep_out} To remove them, close your other terminals first:", str(history.path), command)


def say_count(history: History) -> str:
    """Say how many lines and which: `3 lines with words of your log (3, 7–8)`."""
    count = "1 line" if len(history.lines) == 1 else f"{len(history.lines):,} lines"
    return f"{count} with words of your log ({_ranges(history.lines, ', ', '–')})"


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
