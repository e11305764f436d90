"""Telling the words of Markdown from the code in them, line by line."""

import re
from collections.abc import Callable, Iterator

_TICKS = r"(?<!\\)(`+)"
_FENCE = r"[ \t]*(?:[-*+>]|\d{1,9}[.)])*[ \t]*(`{3,}|~{3,})"
_ITEM = r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]"


def code_lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines, each with whether it is one of a block of code."""
    fence, is_listed, was_code_or_blank = "", False, True
    for line in text.split("\n"):
        found = re.match(_FENCE, line) if "```" in line or "~~~" in line else None
        if fence:
            closes = found and found[1].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
            yield line, True
            continue
        if found:
            fence = found[1]
            yield line, True
            continue
        is_indented = line.startswith(("    ", "\t"))
        if line.strip() and not is_indented:
            is_listed = re.match(_ITEM, line) is not None
        is_code = is_indented and was_code_or_blank and not is_listed
        was_code_or_blank = is_code or not line.strip()
        yield line, is_code


def outside_ticks(line: str, turned: Callable[[str], str]) -> str:
    """Turn what stands in a line outside code in backticks."""
    if "`" not in line:
        return turned(line)
    parts = re.split(_TICKS, line)  # words, ticks, words, ticks, … words
    made, at = [], 0
    while at < len(parts):
        made.append(turned(parts[at]))
        if at + 1 >= len(parts):
            break
        ticks = parts[at + 1]
        closing = next((each for each in range(at + 3, len(parts), 2) if parts[each] == ticks), None)
        if closing is None:
            made.append(ticks)
            at += 2
        else:
            made.append("".join(parts[at + 1 : closing + 1]))
            at = closing + 1
    return "".join(made)
