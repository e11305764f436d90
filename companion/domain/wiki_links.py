"""Obsidian's links between notes, and its and Jekyll's signs, turned to ordinary Markdown; every line stays a line."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from companion.domain.foreign_signs import SIGNS, titled, without_comments, without_signs
from companion.domain.outside_code import code_lines, outside_ticks

_WIKI = r"(!?)\[\[([^\[\]\n]{1,300})\]\](?!\()"
_PIPE = r"\\?\|"
_SAFE = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
_ANY = ("[[", *SIGNS)


def ordinary(text: str, address_of: Callable[[str], str | None]) -> str:
    """Return the text with `[[Name]]`, `[[Name|label]]`, `![[image.png]]` and other signs ordinary, but for code.

    Args:
        text: Markdown.
        address_of: Finds where the note of a name lies; None if there is none.
    """
    if not any(sign in text for sign in _ANY):
        return text

    def turned(found: re.Match[str]) -> str:
        name, *labels = re.split(_PIPE, found[2], maxsplit=1)
        page, _, part = name.strip().partition("#")
        label = (labels[0] if labels else page or part).strip() or found[2]
        address = address_of(page.strip()) if page.strip() else None
        if address is not None:
            return f"[{label}]({quoted(address)})"
        return f"![{name.strip()}](/)" if found[1] else label

    def line_turned(line: str) -> str:
        if not any(sign in line for sign in _ANY):
            return line
        return outside_ticks(titled(line), lambda words: without_signs(re.sub(_WIKI, turned, words)))

    lines = code_lines(text)
    return "\n".join(
        line if is_code else line_turned(line) for line, is_code in (without_comments(lines) if "%%" in text else lines)
    )


def quoted(path: str) -> str:
    """Return a path as the address of a link can hold it."""
    data = path.encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if byte in _SAFE else f"%{byte:02X}" for byte in data)


class Names:
    """Finds the note that a link names: by a path, a name beside it, a name anywhere, another name."""

    def __init__(self, paths: Mapping[str, str], others: Mapping[str, str] | None = None) -> None:
        """Take what there is.

        Args:
            paths: Where each note lies, by its path without the ending.
            others: Other names, each with the path without the ending.
        """
        order = sorted(paths, key=lambda each: (each.count("/"), each))
        ends = {each.rpartition("/")[2]: each for each in reversed(order)}
        named = {**(others or {}), **ends, **{each: each for each in order}}
        self._paths = {_folded(name): paths[each] for name, each in named.items() if each in paths}

    def path_of(self, name: str, home: str) -> str | None:
        """Return where the note lies that a name without an ending means in a text of that folder."""
        wanted = _folded(name)
        return self._paths.get(_folded(f"{home}/") + wanted if home else wanted) or self._paths.get(wanted)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
