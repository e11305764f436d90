"""Words of the person's: typed behind a verb, or on standard input, which keeps them out of the shell's history."""

import sys

from companion.catalogue import _

_MOST = 1_000_000
"""Bytes that are taken from standard input."""
INPUT = "-"
"""Typed instead of the words themselves, it means standard input."""


def given_words(text: str) -> str:
    """Return the words without blanks at their ends and without bytes that are no text; `-` reads standard input.

    Raises:
        ValueError: if that is closed, or holds too much.
    """
    return clean(_standard_input() if text == INPUT else text)


def clean(words: str) -> str:
    """Return the words without blanks at their ends and without bytes that are no text."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()


def _standard_input() -> str:
    if sys.stdin is None:
        raise ValueError(_("Standard input is closed. Type the words instead of “-”."))
    data = sys.stdin.buffer.read(_MOST + 1)
    if len(data) > _MOST:
        raise ValueError(_("That is more than {most:,} bytes. Keep a shorter text.", most=_MOST))
    return data.decode("utf-8", "replace").replace("\r\n", "\n")
