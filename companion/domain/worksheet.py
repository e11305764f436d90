"""A worksheet: something one fills in when calm."""

from datetime import datetime
from enum import StrEnum

from companion.domain.content import Content
from companion.domain.length import parse_length
from companion.domain.record import Record
from companion.domain.strength import STRENGTHS


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


def card(worksheet: Worksheet, answers: Answers | None) -> str:
    """Return the worksheet as a Markdown card, its empty fields left out."""
    lines = [f"# {worksheet.title}"]
    for field in worksheet.fields:
        said = answers.lines(field.id) if answers else []
        if len(said) == 1:
            lines += ["", f"**{field.label}:** {said[0]}"]
        elif said:
            lines += ["", f"**{field.label}**", "", *(f"- {line}" for line in said)]
    return "\n".join(lines) + "\n"
