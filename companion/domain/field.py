"""A field of a worksheet, or of a step that asks: what it takes, how that is kept, and how it is said."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from companion.catalogue import _
from companion.domain.content import Content
from companion.domain.entry import MOST_FEELINGS, is_afraid
from companion.domain.length import parse_clock, parse_length
from companion.domain.offered_words import split_words, word_meant, words_meant
from companion.domain.strength import STRENGTHS
from companion.domain.times import say_day
from companion.domain.worksheet_day import kept_day, read_day


class FieldKind(StrEnum):
    """What a field takes."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    TICKS = "ticks"
    """Any of its choices."""
    SCALE = "scale"
    """0 to 10."""
    DATE = "date"
    CLOCK = "clock"
    LENGTH = "length"
    FEELINGS = "feelings"
    BODY = "body"
    NEEDS = "needs"
    PEOPLE = "people"
    ENTRIES = "entries"
    """Entries of the log, by their ids."""
    LOG = "log"
    """Dated rows, each with one of its choices."""


WORDS = (FieldKind.FEELINGS, FieldKind.BODY, FieldKind.NEEDS)
"""Kinds that take words of the file of `vocabulary/` that has their name."""
WITH_CHOICES = (FieldKind.CHOICE, FieldKind.TICKS, FieldKind.LOG)
SEVERAL = (FieldKind.TICKS, *WORDS, FieldKind.PEOPLE, FieldKind.ENTRIES)
"""Kinds that hold several values, one a line."""
COUNTED = (FieldKind.CHOICE, FieldKind.TICKS, FieldKind.SCALE)
"""Kinds whose answers a band may count."""


class Field(Content, frozen=True, kw_only=True):
    """One thing to fill in. Every answer is kept as text: several values, or rows, one a line."""

    id: str
    kind: FieldKind
    label: str = ""
    """Its question, or what stands before the answer; a step asks by its own words and may do without."""
    help: str = ""
    like: str = ""
    """An example, shown while the field is empty."""
    choices: tuple[str, ...] = ()
    """What a choice, ticks or a log offer."""
    most: int | None = None
    """How many ticks, words, people or entries it takes; None for any number (of feelings: three)."""
    low: str = ""
    """A word for the 0 of a scale."""
    high: str = ""
    """A word for its 10."""

    def __post_init__(self) -> None:
        if not self.id.isidentifier():
            raise ValueError(_("id: expected letters, digits and _ alone, got “{id}”", id=self.id))
        if (self.kind in WITH_CHOICES) != bool(self.choices):
            named = ", ".join(WITH_CHOICES)
            raise ValueError(
                _("choices of “{id}”: expected with kind {named}, and only there", id=self.id, named=named)
            )
        if len({choice.casefold() for choice in self.choices}) < len(self.choices) or not all(self.choices):
            raise ValueError(_("choices of “{id}”: expected words of its own for each", id=self.id))
        if self.most is not None and (self.kind not in SEVERAL or self.most < 1):
            raise ValueError(
                _(
                    "most of “{id}”: expected 1 or more, with kind {kinds} only",
                    id=self.id,
                    kinds=", ".join(SEVERAL),
                )
            )
        if (self.low or self.high) and self.kind is not FieldKind.SCALE:
            raise ValueError(_("low and high of “{id}”: expected with kind scale only", id=self.id))

    @property
    def limit(self) -> int | None:
        """How many values it takes; None for any number."""
        by_kind = {FieldKind.CHOICE: 1, FieldKind.FEELINGS: MOST_FEELINGS}
        return by_kind.get(self.kind) if self.most is None else self.most

    @property
    def ends(self) -> str:
        """What the ends of a scale mean: `0 is far, 10 is close`."""
        return ", ".join(
            _("{number} is {word}", number=number, word=word)
            for number, word in ((0, self.low), (10, self.high))
            if word
        )

    # -- reading what was typed

    def read(self, typed: str, today: date, offered: Sequence[str] = ()) -> str:
        """Return an answer as it is kept; nothing for nothing.

        Args:
            typed: What was typed or chosen; several values on lines of their own, or with commas between.
            today: The local day.
            offered: The words of feelings, or the ids of entries; the choices of other fields are known.

        Raises:
            PartlyKnownError: if some of several words are not known.
            ValueError: with a sentence, if it does not fit.
        """
        words = typed.strip()
        if not words:
            return ""
        match self.kind:
            case FieldKind.LINE | FieldKind.TEXT:
                return typed
            case FieldKind.LENGTH:
                parse_length(words)
                return typed
            case FieldKind.CLOCK:
                return f"{parse_clock(words):%H:%M}"
            case FieldKind.DATE:
                return read_day(words, today, ahead=True).isoformat()
            case FieldKind.SCALE if words not in map(str, STRENGTHS):
                raise ValueError(_("Choose a number from 0 to 10."))
            case FieldKind.SCALE:
                return words
            case FieldKind.CHOICE:
                return word_meant(words, self.choices)
            case FieldKind.LOG:
                rows = [read_row(row, self.choices, today) for row in words.splitlines() if row.strip()]
                return "\n".join(sorted(dict.fromkeys(rows), key=lambda row: row[: row.find(" ")]))
        return self._several(words, self.choices or offered)

    def _several(self, words: str, offered: Sequence[str]) -> str:
        values = split_words(words, offered)
        if self.kind is not FieldKind.PEOPLE:
            values = words_meant(values, offered)
        values = list(dict.fromkeys(values))
        if self.limit is not None and len(values) > self.limit:
            raise ValueError(_("Up to {limit}, please. Keep the ones that fit best.", limit=self.limit))
        return "\n".join(values)

    # -- saying what was kept

    def say(self, answer: str) -> list[str]:
        """Return the lines of an answer as a person reads them; what can't be read any more is said as it is."""
        lines = [line.strip() for line in answer.splitlines() if line.strip()]
        match self.kind:
            case FieldKind.DATE:
                return [_say_kept(line) for line in lines]
            case FieldKind.LOG:
                return [": ".join(filter(None, (_say_kept(day), held))) for day, held in map(_halves, lines)]
            case FieldKind.PEOPLE:
                return [", ".join(lines)] if lines else []
        return lines


def names_fear(fields: Iterable[Field], answers: Mapping[str, str]) -> bool:
    """Return whether a feeling is answered that asks for the way to safety."""
    feelings = (field.id for field in fields if field.kind is FieldKind.FEELINGS)
    return any(is_afraid(answers.get(name, "").splitlines()) for name in feelings)


def read_row(typed: str, choices: Sequence[str], today: date) -> str:
    """Read a dated row: `2026-11-20 held`, `yesterday partly`, `held` (today); the day has been.

    Raises:
        ValueError: with a sentence, if it does not fit.
    """
    words = " ".join(typed.split())
    for choice in sorted(choices, key=len, reverse=True):
        if words.casefold().endswith(choice.casefold()):
            said = words[: -len(choice)].strip(" :,·-")
            day = read_day(said, today, ahead=False) if said else today
            if day > today:
                raise ValueError(
                    _("{day} has not come yet. Say when it was, like “yesterday”.", day=say_day(day, today))
                )
            return f"{day.isoformat()} {choice}"
    raise ValueError(
        _("Say a day and one of: {listed}. Like: yesterday {example}", listed=", ".join(choices), example=choices[0])
    )


def _halves(row: str) -> tuple[str, str]:
    day, _, held = row.partition(" ")
    return day, held


def _say_kept(said: str) -> str:
    day = kept_day(said)
    return say_day(day) if day else said
