"""Making words safe to draw and safe to set into Markdown, whoever wrote them."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#&])")


def drawable(text: str) -> str:
    """Return the words with their lines, without characters that would steer the terminal."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\n" else " " for char in text)


def one_line(text: str) -> str:
    """Return the words on one line, without characters that would steer the terminal."""
    return " ".join(drawable(text).split())


def escaped(text: str) -> str:
    """Return the text so that Markdown shows it as it is."""
    return _SIGNS.sub(r"\\\1", text)
