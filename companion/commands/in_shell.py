"""The words of the library as the shell says them: where the app has a key, the verb."""

import re

from companion.catalogue import _

_SAFETY, HELP_LINES = "companion read safety-first", "companion help-lines"
_SAID = (
    (r"\(f1\)", f"({_SAFETY})"),
    (r"(?i)(safety first): f1\b", rf"\1: {_SAFETY}"),
    (r"\bf1\b", HELP_LINES),
    (r", and ctrl\+l hides the screen", ""),
)
"""What stands in the library, and what stands for it here."""


def in_shell(words: str) -> str:
    """Return words of the library with verbs in place of the keys that they name."""
    for key, verb in _SAID:
        words = re.sub(key, verb, words)
    return words


def say_care(note: str) -> str:
    """Say the care note of a situation; the help lines stand behind it, unless it names them."""
    said = in_shell(note)
    return said if HELP_LINES in said else _("{care_note} Help lines: {verb}.", care_note=said, verb=HELP_LINES)
