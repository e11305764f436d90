"""Obsidian's links between notes, turned to ordinary Markdown; every line stays a line."""

import re
from collections.abc import Callable, Iterator

_WIKI = re.compile(r"(!?)\[\[([^\[\]\n]{1,300})\]\](?!\()")
_TICKS = re.compile(r"(?<!\\)(`+)")
_FENCE = re.compile(r"[ \t]*(?:[-*+>]|\d{1,9}[.)])*[ \t]*(`{3,}|~{3,})")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_PIPE = re.compile(r"\\?\|")
_SAFE = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")


def ordinary(text: str, slug_of: Callable[[str], str | None]) -> str:
    """Return the text with `[[Name]]`, `[[Name|label]]` and `![[image.png]]` as ordinary Markdown, but for code.

    Args:
        text: Markdown.
        slug_of: Finds the slug of the article of a name; None if there is none.
    """
    if "[[" not in text:
        return text

    def turned(found: re.Match[str]) -> str:
        name, *labels = _PIPE.split(found[2], maxsplit=1)
        page, _, part = name.strip().partition("#")
        label = (labels[0] if labels else page or part).strip() or found[2]
        slug = slug_of(page.strip()) if page.strip() else None
        if slug is not None:
            return f"[{label}](/own/{quoted(slug)})"
        return f"![{name.strip()}](/)" if found[1] else label

    return "\n".join(line if is_code else _outside_ticks(line, turned) for line, is_code in _lines(text))


def quoted(path: str) -> str:
    """Return a path as the address of a link can hold it."""
    data = path.encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if byte in _SAFE else f"%{byte:02X}" for byte in data)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines, each with whether it is one of a block of code."""
    fence, is_listed, was_code_or_blank = "", False, True
    for line in text.split("\n"):
        found = _FENCE.match(line)
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
            is_listed = _ITEM.match(line) is not None
        is_code = is_indented and was_code_or_blank and not is_listed
        was_code_or_blank = is_code or not line.strip()
        yield line, is_code


def _outside_ticks(line: str, turned: Callable[[re.Match[str]], str]) -> str:
    """Turn the links of a line that stand outside code in backticks."""
    if "[[" not in line:
        return line
    if "`" not in line:
        return _WIKI.sub(turned, line)
    parts = _TICKS.split(line)  # words, ticks, words, ticks, … words
    made, at = [], 0
    while at < len(parts):
        made.append(_WIKI.sub(turned, parts[at]))
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
