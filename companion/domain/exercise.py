"""An exercise: a guided piece, one step a screen; a step may ask for something."""

import re
from collections.abc import Mapping
from datetime import date

from companion.catalogue import _
from companion.domain.article import Side
from companion.domain.content import Content
from companion.domain.field import Field, FieldKind

BEFORE, AFTER = "before", "after"
"""Ids of the fields that ask for the strength before and after, where the exercise itself does."""
_NOT_HERE = (FieldKind.TEXT, FieldKind.LOG, FieldKind.ENTRIES)
"""Kinds that no step asks for: enter would begin a line or a row, and what is kept would name entries by their ids."""

_SLOT = r"\{(\w+)\}(\.?)"
_ENDS = (".", "?", "!", "…")
"""What a line may end with, so that no full stop is put behind it."""
_OPTIONAL = r"\[([^\[\]]*)\]"

Said = Mapping[str, str]
"""What was answered, by the ids of the fields; several words on lines of their own."""


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
    ask: Field | None = None
    """What it asks for, as a worksheet would; may be left out by whoever does it."""
    message: bool = False
    """Whether the answer is a message, which is held or let go and kept nowhere else."""
    hold: str = ""
    """The choice with which the message is held."""

    @property
    def time_is_up(self) -> str:
        """What is said at the end of its time."""
        if self.turn:
            return _("That was the time for this turn. Finish your thought, then enter.")
        return _("That was the time for this step. Stay, or go on with enter.")

    def __post_init__(self) -> None:
        if self.ask and self.ask.kind in _NOT_HERE:
            raise ValueError(_("ask, kind: expected any but {kinds}", kinds=", ".join(_NOT_HERE)))
        if self.ask and self.ask.id in (BEFORE, AFTER) and self.ask.kind is not FieldKind.SCALE:
            raise ValueError(
                _(
                    "ask, kind: expected scale, for {before} and {after} are the exercise's strengths",
                    before=BEFORE,
                    after=AFTER,
                )
            )
        if self.message and not self.ask:
            raise ValueError(_("message: expected with ask only"))
        offered = self.ask.choices if self.ask else ()
        if self.hold and self.hold not in offered:
            raise ValueError(
                _("hold: expected one of {choices}, got “{hold}”", choices=", ".join(offered), hold=self.hold)
            )


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
            _check_names(_("steps, entry {number}, say", number=number), step.say, known)
            if step.ask and step.ask.id in known:
                raise ValueError(
                    _("steps, entry {number}, ask, id: “{id}” is there twice", number=number, id=step.ask.id)
                )
            known |= {step.ask.id} if step.ask else set()
        _check_names("makes", self.makes, known)

    @property
    def asked(self) -> list[Field]:
        """What its steps ask for, in their order."""
        return [step.ask for step in self.steps if step.ask]

    @property
    def asks_strength(self) -> bool:
        """Whether its own steps ask how strong it is."""
        return any(field.id in (BEFORE, AFTER) for field in self.asked)

    def says(self, at: int, said: Said) -> str:
        """Return what a step says, with the answers it speaks of."""
        return " ".join(_filled(self.steps[at].say, self._named(said)).split())

    def made(self, said: Said) -> str:
        """Return what the answers make; nothing if one that it cannot do without is missing."""
        named = self._named(said)
        if not all(named.get(name) for name in _names(re.sub(_OPTIONAL, "", self.makes))):
            return ""
        return "\n".join(line for line in _filled(self.makes, named).splitlines() if line.strip())

    def lines(self, said: Said) -> tuple[str, ...]:
        """Return what is kept of the answers: what they make, if it is whole, and those that are not part of it."""
        made, named = self.made(said), self._named(said)
        used = {BEFORE, AFTER, *(_names(self.makes) if made else ())}
        fields = (step.ask for step in self.steps if step.ask and not step.message and step.ask.id not in used)
        kept = [": ".join(filter(None, (field.label, named[field.id]))) for field in fields if field.id in named]
        return (*kept, made) if made else tuple(kept)

    def message(self, said: Said) -> str:
        """Return the message that was written on the way."""
        return next((said.get(step.ask.id, "") for step in self.steps if step.ask and step.message), "")

    def _named(self, said: Said) -> dict[str, str]:
        """Return the answers as one reads them: `tired, torn and small`."""
        return {field.id: _joined(field.say(said[field.id])) for field in self.asked if said.get(field.id)}


def _joined(words: list[str]) -> str:
    *first, last = words
    return _("{others} and {last}", others=", ".join(first), last=last) if first else last


def _names(text: str) -> list[str]:
    """Return the names of the answers that a text speaks of."""
    return [match[1] for match in re.finditer(_SLOT, text)]


def _filled(text: str, named: Mapping[str, str]) -> str:
    """Return a text of the library with its answers; a part in brackets stays away without its own."""

    def optional(match: re.Match[str]) -> str:
        names = _names(match[1])
        return match[1] if names and all(named.get(name) for name in names) else ""

    def slot(match: re.Match[str]) -> str:
        answer = named.get(match[1], "…")
        return answer if answer.endswith(_ENDS) else answer + match[2]

    return re.sub(_SLOT, slot, re.sub(_OPTIONAL, optional, text))


def _check_names(key: str, text: str, known: set[str]) -> None:
    for name in _names(text):
        if name not in known:
            raise ValueError(_("{key}: no step before asks for “{name}”", key=key, name=name))
