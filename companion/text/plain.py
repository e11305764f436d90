"""Making words safe to draw and safe to set into Markdown, whoever wrote them."""

import re
import unicodedata

JOINERS = frozenset("\u200c\u200d")
"""Between letters they say how these are drawn, between emoji that they are one; they steer nothing."""

_LETTERS_JOINED = re.compile("\u200d(?=\\w)")

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#&])")

_BLOCK = re.compile(r"^(\d*)([-+=~|]|(?<=\d)[.)])")
"""What would begin a list, a table or a heading at the start of a line."""


def drawable(text: str) -> str:
    """Return the words with their lines, without characters that would steer the terminal."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char == "\n" or _is_joiner(text, at) else " " for at, char in enumerate(text)
    )


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
    return _LETTERS_JOINED.sub("", text)


def escaped(text: str) -> str:
    """Return the text so that Markdown shows it as it is."""
    return _SIGNS.sub(r"\\\1", text)


def escaped_line(text: str) -> str:
    """Return the text on one line, so that Markdown shows it as it is, at the start of a line too."""
    return _BLOCK.sub(r"\1\\\2", escaped(one_line(text)))


def escaped_lines(text: str) -> str:
    """Return several lines so that Markdown shows them as they are, each on a line of its own."""
    lines = [line.strip() for line in drawable(text).strip().splitlines()]
    return "\\\n".join(escaped_line(line) if line else "\u00a0" for line in lines)
