"""A script: words prepared when calm, with slots filled when they are needed."""

import re
from collections.abc import Mapping

from companion.domain.article import Side
from companion.domain.content import Content
from companion.domain.record import Record

SLOTS = ("minutes", "back_at", "place", "name", "feeling", "need", "topic", "new_time")
"""What a script can leave open."""

_SLOT = re.compile(r"\{(\w+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


class Script(Content, frozen=True, kw_only=True):
    """A shipped script."""

    id: str
    side: Side
    tone: str
    """warm, plain, firm or short."""
    instead_of: str = ""
    """What one might say in the heat."""
    text: str
    """What to try; slots in braces, parts that may be left out in square brackets."""


class ScriptFile(Content, frozen=True, kw_only=True):
    """The scripts of one situation."""

    situation: str
    label: str
    scripts: tuple[Script, ...]


class OwnScript(Record, frozen=True, kw_only=True):
    """A script that the person wrote."""

    situation: str = "own"
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("Write the words you want to keep.")


def fill(text: str, slots: Mapping[str, str]) -> str:
    """Return the script's text with its slots filled.

    A part in square brackets is left out if one of its slots is empty; elsewhere an empty slot
    shows its name, `‹place›`. Words that only look like slots stay as they were typed.
    """

    def optional(match: re.Match[str]) -> str:
        names = [name for name in _SLOT.findall(match[1]) if name in SLOTS]
        if not names:
            return match[0]
        return match[1] if all(slots.get(name) for name in names) else ""

    def slot(match: re.Match[str]) -> str:
        name = match[1]
        return (slots.get(name) or f"‹{name.replace('_', ' ')}›") if name in SLOTS else match[0]

    return _SLOT.sub(slot, _OPTIONAL.sub(optional, text))


def open_slots(text: str) -> list[str]:
    """Return the names of the slots in a text, in their order, each once."""
    return list(dict.fromkeys(name for name in _SLOT.findall(text) if name in SLOTS))
