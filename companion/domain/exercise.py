"""An exercise: a guided piece, one step a screen; a step may ask for something."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from companion.domain.article import Side
from companion.domain.content import Content
from companion.domain.entry import MOST_FEELINGS

BEFORE, AFTER = "before", "after"
"""Names of the steps that ask for the strength before and after, where the exercise itself does."""

_SLOT = re.compile(r"\{(\w+)\}(\.?)")
_ENDS = (".", "?", "!", "…")
"""What a line may end with, so that no full stop is put behind it."""
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")

Said = Mapping[int, tuple[str, ...]]
"""What was answered, by the number of the step from 0: the words of a list, or one line."""


class Ask(StrEnum):
    """What a step may ask for."""

    LINE = "line"
    MESSAGE = "message"
    """A line that is held or let go; it is kept nowhere else."""
    STRENGTH = "strength"
    FEELINGS = "feelings"
    BODY = "body"
    NEED = "need"
    CHOICE = "choice"

    @property
    def most(self) -> int:
        """How many words it takes."""
        return MOST_FEELINGS if self is Ask.FEELINGS else 1


class Step(Content, frozen=True, kw_only=True):
    """One step of an exercise."""

    say: str
    """What to do, shown alone on the screen; `{name}` shows an earlier answer."""
    seconds: int | None = None
    """How long the step takes, if it has a clock."""
    rhythm: str | None = None
    """The id of the rhythm that paces it, if any."""
    turn: bool = False
    """Whether it is one person's turn: the clock rings at its end, and somebody else goes on."""
    ask: Ask | None = None
    """What it asks for; may be left out by whoever does it."""
    name: str = ""
    """What the answer is called in later texts; `before` and `after` are the exercise's strengths."""
    label: str = ""
    """Stands before the answer where it is kept, if it would say too little alone."""
    like: str = ""
    """An example, shown while the field is empty."""
    choices: tuple[str, ...] = ()
    """What a choice chooses from."""
    hold: str = ""
    """The choice with which the message is held."""

    def __post_init__(self) -> None:
        if (self.ask is Ask.CHOICE) != bool(self.choices):
            raise ValueError("choices: expected with ask: choice, and only there")
        if self.hold and self.hold not in self.choices:
            raise ValueError(f"hold: expected one of {', '.join(self.choices)}, got “{self.hold}”")


class Exercise(Content, frozen=True, kw_only=True):
    """A guided piece."""

    slug: str
    title: str
    side: Side
    minutes: int
    """About how long it takes, in whole minutes."""
    summary: str
    skip: str
    """Who should leave it out, and what to do instead; said before it starts."""
    evidence: str
    """What is known of it, in the strength of its facts."""
    facts: tuple[str, ...]
    sources: tuple[str, ...] = ()
    updated: date
    together: bool = False
    """Whether two do it face to face: then safety first is a key away at every step."""
    steps: tuple[Step, ...]
    makes: str = ""
    """What the answers make together: `{name}` is an answer, a part in square brackets goes with its answers."""
    text: str
    """Markdown: what it is for."""

    def __post_init__(self) -> None:
        known: set[str] = set()
        for number, step in enumerate(self.steps, 1):
            _check_names(f"steps, entry {number}, say", step.say, known)
            if step.ask and step.name:
                known.add(step.name)
        _check_names("makes", self.makes, known)

    @property
    def asks_strength(self) -> bool:
        """Whether its own steps ask how strong it is."""
        return any(step.name in (BEFORE, AFTER) for step in self.steps)

    def says(self, at: int, said: Said) -> str:
        """Return what a step says, with the answers it speaks of."""
        return " ".join(_filled(self.steps[at].say, self._named(said)).split())

    def made(self, said: Said) -> str:
        """Return what the answers make; nothing if one that it cannot do without is missing."""
        named = self._named(said)
        needed = _names(_OPTIONAL.sub("", self.makes))
        if not all(named.get(name) for name in needed):
            return ""
        return "\n".join(line for line in _filled(self.makes, named).splitlines() if line.strip())

    def lines(self, said: Said) -> tuple[str, ...]:
        """Return what is kept of the answers: what they make, if it is whole, and those that are not part of it."""
        made = self.made(said)
        used = set(_names(self.makes)) if made else set()
        kept = [
            f"{step.label}: {_joined(said[at])}" if step.label else _joined(said[at])
            for at, step in enumerate(self.steps)
            if said.get(at) and step.ask is not Ask.MESSAGE and step.name not in (BEFORE, AFTER, *used)
        ]
        return (*kept, made) if made else tuple(kept)

    def strength(self, name: str, said: Said) -> int | None:
        """Return the strength that the step of that name was answered with."""
        answer = self._named(said).get(name)
        return int(answer) if answer else None

    def message(self, said: Said) -> str:
        """Return the message that was written on the way."""
        return next((said[at][0] for at, step in enumerate(self.steps) if step.ask is Ask.MESSAGE and said.get(at)), "")

    def _named(self, said: Said) -> dict[str, str]:
        return {step.name: _joined(said[at]) for at, step in enumerate(self.steps) if step.name and said.get(at)}


def _joined(words: tuple[str, ...]) -> str:
    """Return words as one reads them: `tired, torn and small`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _names(text: str) -> list[str]:
    """Return the names of the answers that a text speaks of."""
    return [match[1] for match in _SLOT.finditer(text)]


def _filled(text: str, named: Mapping[str, str]) -> str:
    """Return a text of the library with its answers; a part in brackets stays away without its own."""

    def optional(match: re.Match[str]) -> str:
        names = _names(match[1])
        return match[1] if names and all(named.get(name) for name in names) else ""

    def slot(match: re.Match[str]) -> str:
        answer = named.get(match[1], "…")
        return answer if answer.endswith(_ENDS) else answer + match[2]

    return _SLOT.sub(slot, _OPTIONAL.sub(optional, text))


def _check_names(key: str, text: str, known: set[str]) -> None:
    for name in _names(text):
        if name not in known:
            raise ValueError(f"{key}: no step before has the name “{name}”")
