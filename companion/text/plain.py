"""Making words safe to draw and safe to set into Markdown, whoever wrote them."""

import re
import unicodedata

JOINERS = frozenset("\u200c\u200d")
"""Between letters they say how these are drawn, between emoji that they are one; they steer nothing."""

_TAGS = frozenset(map(chr, range(0xE0020, 0xE0080)))
"""Behind a black flag they say whose it is, as of Wales; nobody sees them."""
_FLAG = "\N{WAVING BLACK FLAG}"

_LETTERS_JOINED = "\u200d(?=\\w)"

_SIGNS = r"([\\`*_{}\[\]<>#&])"

_BLOCK = r"^(\d*)([-+=~|]|(?<=\d)[.)])"
"""What would begin a list, a table or a heading at the start of a line."""


def drawable(text: str) -> str:
    """Return the words with their lines, without characters that would steer the terminal."""
    return "\n".join(line if line.isprintable() else _drawable(line) for line in text.split("\n"))


def _drawable(line: str) -> str:
    return "".join(
        char if char.isprintable() or _is_joiner(line, at) or _is_tag(line, at) else " " for at, char in enumerate(line)
    )


def typed(char: str | None) -> str:
    """Return what a key writes that can't be printed by itself: a joiner, a tag, or a blank of another script."""
    if char is None or len(char) != 1 or char.isprintable():
        return ""
    return char if char in JOINERS or char in _TAGS or unicodedata.category(char) == "Zs" else ""


def _is_tag(text: str, at: int) -> bool:
    """Return whether it belongs to a flag."""
    if text[at] not in _TAGS:
        return False
    while at and text[at] in _TAGS:
        at -= 1
    return text[at] == _FLAG


def _is_joiner(text: str, at: int) -> bool:
    """Return whether a joiner stands there, between two letters or emoji."""
    beside = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] in JOINERS and len(beside) == 2 and all(map(_can_be_joined, beside))


def _can_be_joined(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LM" or category in ("So", "Sk")


def one_line(text: str) -> str:
    """Return the words on one line, without characters that would steer the terminal."""
    return " ".join(drawable(text).split())


def measurable(text: str) -> str:
    """Return the words as they take the cells that are counted: two joined letters would be counted as one."""
    return re.sub(_LETTERS_JOINED, "", text)


def escaped(text: str) -> str:
    """Return the text so that Markdown shows it as it is."""
    return re.sub(_SIGNS, r"\\\1", text)


def escaped_line(text: str) -> str:
    """Return the text on one line, so that Markdown shows it as it is, at the start of a line too."""
    return re.sub(_BLOCK, r"\1\\\2", escaped(one_line(text)))


def escaped_lines(text: str) -> str:
    """Return several lines so that Markdown shows them as they are, each on a line of its own."""
    lines = [line.strip() for line in drawable(text).strip().splitlines()]
    return "\\\n".join(escaped_line(line) if line else "\u00a0" for line in lines)
