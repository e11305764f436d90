"""The rules of the message check: what a draft is read for, why, and what to try instead."""

from enum import StrEnum
from functools import cached_property

import msgspec

from companion.domain.content import Content
from companion.domain.phrase import Phrases

UNLESS, TIMES, NO_TIMES = "unless ", "times ", "no times "
"""What phrases belong to that no rule is looked for with; a rule's own exceptions have its id behind."""


class MessageClass(StrEnum):
    """What a message may do that makes it hard to hear; the value is the name on the command line."""

    SAFETY = "safety"
    """Not about style at all: somebody may get hurt, so nothing else is said."""
    BLAME = "blame"
    ABSOLUTES = "absolutes"
    DIAGNOSING = "diagnosing"
    THREAT = "threat"
    LATER = "later"
    NO_RETURN = "no-return"
    OVER_APOLOGY = "over-apology"
    TOO_LONG = "too-long"
    MIND_READING = "mind-reading"
    NAME_CALLING = "name-calling"
    SARCASM = "sarcasm"
    SORRY_BUT = "sorry-but"
    COMPARING = "comparing"
    QUESTIONS = "questions"
    CAPITALS = "capitals"
    DEMAND = "demand"
    GUILT = "guilt"
    SILENCE = "silence"
    TEST = "test"

    @property
    def label(self) -> str:
        """The words for a screen."""
        return self.value.replace("-", " ")


class Measure(StrEnum):
    """What can be counted in a message; a rule says how many are fine."""

    WORDS = "words"
    """From the first word that is over."""
    QUESTIONS = "questions"
    """Sentences that ask, from the first to the last."""
    CAPITALS = "capitals"
    """Words in a row in capitals; one is enough if it is in the list SHOUTED, those of ACRONYM do not count."""


class MessageRule(Content, frozen=True, kw_only=True):
    """One thing to notice: phrases, or a measure and how many are fine."""

    id: str
    kind: MessageClass = msgspec.field(name="class")
    phrases: tuple[str, ...] = ()
    """As `domain/phrase.py` reads them; without any, `measure` counts."""
    measure: Measure | None = None
    most: int = 0
    """How many of what is measured are fine."""
    unless: tuple[str, ...] = ()
    """Phrases that make the words under them fine."""
    unless_time: bool = False
    """Whether a time anywhere in the message makes them fine."""
    yields_to: MessageClass | None = None
    """A class whose findings make this rule needless."""
    why: str
    """One line."""
    try_: str = msgspec.field(name="try")
    """One line to try."""
    facts: tuple[str, ...]

    def __post_init__(self) -> None:
        if (self.measure is None) != bool(self.phrases):
            raise ValueError(f"{self.id}: expected either phrases or a measure")


class MessageRules(Content, frozen=True, kw_only=True, dict=True):
    """All rules, and the words they share."""

    spellings: dict[str, str]
    """Another way to type words, to the words."""
    skipped: str
    """Words that may stand between those of a phrase and change nothing."""
    forms: dict[str, str]
    """Words to their other forms, where these are not regular: “leave” to “leaves leaving left”."""
    lists: dict[str, str]
    """Words by the name, in capitals, that stands for any of them in a phrase."""
    times: tuple[str, ...]
    """Phrases that say when."""
    no_times: tuple[str, ...]
    """Phrases that hold a time but do not say when."""
    unless: tuple[str, ...]
    """Phrases that make the words under them fine for every rule but those of safety."""
    rules: tuple[MessageRule, ...]

    def __post_init__(self) -> None:
        _ = self.phrases  # raises ValueError if one is not as phrases are written

    @cached_property
    def phrases(self) -> Phrases:
        """Every phrase, each leading to what it belongs to: a rule's id, or what makes others fine; made once."""
        found = Phrases(self.lists, self.skipped.split(), self.forms)
        for rule in self.rules:
            found.add(rule.phrases, rule.id)
            found.add(rule.unless, f"{UNLESS}{rule.id}")
        found.add(self.unless, UNLESS)
        found.add(self.times, TIMES)
        found.add(self.no_times, NO_TIMES)
        return found
