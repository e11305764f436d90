"""A worksheet: something one fills in when calm."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain, zip_longest

from companion.domain.content import Content
from companion.domain.drafting import PauseDefaults
from companion.domain.length import parse_length
from companion.domain.pause import DEFAULT_LENGTH
from companion.domain.record import Record
from companion.domain.strength import STRENGTHS

CALMS_ME = "what-calms-me"
"""The worksheet whose lines a pause shows, one at a time."""

_CALMING = ("body", "senses", "hands", "people")
"""Its fields that hold something to do."""


class FieldKind(StrEnum):
    """What a field takes."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    SCALE = "scale"
    LENGTH = "length"


class Field(Content, frozen=True, kw_only=True):
    """One thing to fill in."""

    id: str
    label: str
    kind: FieldKind
    help: str = ""
    choices: tuple[str, ...] = ()
    """What a choice offers."""

    def check(self, answer: str) -> None:
        """Raise ValueError with a sentence if the answer does not fit; an empty one fits."""
        if not answer.strip():
            return
        if self.kind is FieldKind.LENGTH:
            parse_length(answer)
        elif self.kind is FieldKind.CHOICE and answer not in self.choices:
            raise ValueError(f"Choose one of: {', '.join(self.choices)}.")
        elif self.kind is FieldKind.SCALE and answer not in map(str, STRENGTHS):
            raise ValueError("Choose a number from 0 to 10.")


class Worksheet(Content, frozen=True, kw_only=True):
    """A form with a reason."""

    slug: str
    title: str
    group: str
    why: str
    """A few lines on what it is good for."""
    fields: tuple[Field, ...]
    defaults_for: str | None = None
    """`pause`: its answers `length` and `place` become the pause's defaults."""


class Answers(Record, frozen=True, kw_only=True):
    """A filled-in worksheet; its id is the worksheet's slug."""

    answers: dict[str, str] = {}
    """Field id to answer; an answer of several lines keeps them."""
    filled_at: datetime
    """When it was last filled in (UTC)."""

    def lines(self, field_id: str) -> list[str]:
        """Return the lines of an answer that hold something."""
        return [line.strip() for line in self.answers.get(field_id, "").splitlines() if line.strip()]


def filled_fields(worksheet: Worksheet, answers: Answers | None) -> list[tuple[str, list[str]]]:
    """Return the label and the lines of every field that is filled in."""
    if answers is None:
        return []
    found = ((field.label, answers.lines(field.id)) for field in worksheet.fields)
    return [(label, lines) for label, lines in found if lines]


def card(worksheet: Worksheet, answers: Answers | None) -> str:
    """Return the worksheet as a Markdown card, its empty fields left out."""
    lines = [f"# {worksheet.title}"]
    for label, said in filled_fields(worksheet, answers):
        if len(said) == 1:
            lines += ["", f"**{label}:** {said[0]}"]
        else:
            lines += ["", f"**{label}**", "", *(f"- {line}" for line in said)]
    return "\n".join(lines) + "\n"


def pause_defaults(worksheets: Iterable[Worksheet], answers: Iterable[Answers]) -> PauseDefaults:
    """Return the length and the place that kept answers give a pause; what is not said stays as it is without them."""
    kept = {each.id: each for each in answers}
    length, place = None, ""
    for worksheet in worksheets:
        if worksheet.defaults_for == "pause" and (said := kept.get(worksheet.slug)):
            length = length or _length(said)
            place = place or " ".join(said.lines("place"))
    return PauseDefaults(length=length or DEFAULT_LENGTH, place=place)


def calming_lines(answers: Answers | None) -> list[str]:
    """Return what calms the person, one line from each field in turn, so that no two alike follow."""
    if answers is None:
        return []
    rounds = zip_longest(*(answers.lines(field) for field in _CALMING))
    return [line for line in chain.from_iterable(rounds) if line]


def _length(answers: Answers) -> timedelta | None:
    """Return the length that was answered; one kept as it could not be read says nothing."""
    try:
        return parse_length(answers.answers.get("length", ""))
    except ValueError:
        return None
