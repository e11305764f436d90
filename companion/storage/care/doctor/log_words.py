"""Which commands that a shell has kept hold words of the person's: of the log, of a pause, of a message."""

import re
import shlex
from collections.abc import Iterator

_CALL = re.compile(
    r"""(?:^|[|;&(\n])\s*
    (?:\w+=\S*\s+ | (?:sudo|time|env|command|exec|nice|uvx|uv\ run|pipx\ run|and|or)\s+)*
    (?:\S*python[\d.]*\s+-m\s+)? (?:\S*/)?companion
    (?:\s+--[\w-]+(?:=|\s+)(?:"[^"]*"|'[^']*'|\S+))*
    \s+(?:(?:log|words\s+check|pause\s+park)(?=\s|$)(?=(?P<rest>.*))|pause(?=\s)(?P<pause>[^|;&]*))""",
    re.DOTALL | re.VERBOSE,
)
"""The program as a shell calls it, its own options, a verb that takes words, and the rest; of a start, its options."""
_WORDLESS = re.compile(
    r"""\s*(?:-|list(?!\b.*--search).*?|(?:show|delete)(?:\s+[0-9a-f]+)*(?:\s+--\w+)*|--help|-h)?\s*(?:$|[|;&<>)\#])""",
    re.DOTALL,
)
"""A rest that holds no words: nothing, “-”, or a verb that takes none."""
_TAKES = re.compile(r"\s--(?:topic|place)(?:=|\s+)(?P<given>[^\s<>)]+)")
"""An option that takes words, in the start of a pause."""
_FED = re.compile(r"<<|\b(?:echo|printf|print)\b[^|]*\|")
"""Words that reach standard input from the same line."""

_ZSH = re.compile(r"^: \d+:\d+;")
_LONGEST = 40
"""Lines that one command may have."""


def holds_words(command: str) -> bool:
    """Return whether a command calls Companion with words that are to be kept or checked, in any of its calls."""
    command = _ZSH.sub("", command).removeprefix("- cmd: ")
    is_fed = _FED.search(command) is not None
    for call in _CALL.finditer(command):
        if call["pause"] is None:
            has_words = is_fed or _WORDLESS.match(call["rest"]) is None
        else:
            has_words = any(is_fed or option["given"] != "-" for option in _TAKES.finditer(call["pause"]))
        if has_words:
            return True
    return False


def lines_with_words(text: str, *, may_go_on: bool) -> Iterator[int]:
    """Yield the numbers, from 1, of the lines that a command with words takes.

    Args:
        text: A shell's history.
        may_go_on: Whether a command may take several lines.
    """
    lines, longest, at = text.split("\n"), _LONGEST if may_go_on else 1, 0
    while at < len(lines):
        if "companion" not in lines[at]:
            at += 1
            continue
        count = _length(lines[at : at + longest])
        command = "\n".join(lines[at : at + count])
        if holds_words(command):
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
