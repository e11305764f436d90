"""The drill: what one might say in the heat, a moment to think, and one way to put it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from companion.domain.article import Side
from companion.domain.script import ScriptFile

_STEP = 7
"""How many cards further each day begins; no number of scripts that we ship is a multiple of it for long."""


@dataclass(frozen=True)
class Card:
    """One pair: what is said in the heat, and what to try."""

    id: str
    """The script's id."""
    situation: str
    """What its situation is called."""
    instead_of: str
    text: str
    """Slots unfilled."""
    care_note: str = ""


def deal(files: Iterable[ScriptFile], day: date) -> tuple[Card, ...]:
    """Return the pairs, beginning with another one each day; what is said in danger is nothing to practise."""
    cards = [
        Card(script.id, file.label, script.instead_of, script.text, file.care_note)
        for file in files
        for script in file.scripts
        if script.instead_of and script.side is not Side.SAFETY
    ]
    if not cards:
        return ()
    first = day.toordinal() * _STEP % len(cards)
    return (*cards[first:], *cards[:first])
