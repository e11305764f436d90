"""A part of a review as one reads it: a heading, sentences, what is counted, and what is told."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from companion.catalogue import _
from companion.domain.review.pairs import Term

MOST = 12
"""So many rows of what is counted are shown of one part; the rest is a number."""


class Part(StrEnum):
    """One part of a review, in the order in which they are read; the value is the name on the command line."""

    DAYS = "days"
    KINDS = "kinds"
    STRENGTH = "strength"
    HOURS = "hours"
    FEELINGS = "feelings"
    NEEDS = "needs"
    CONTEXTS = "contexts"
    MISSES = "misses"
    PATTERNS = "patterns"
    REPAIRS = "repairs"
    MENDING = "mending"
    TOGETHER = "together"
    WENT_WITH = "went-with"
    CALM = "calm"
    READ = "read"
    PROMISES = "promises"
    SINCE = "since"

    @property
    def label(self) -> str:
        """Its heading."""
        return _LABELS[self]


_LABELS = {
    Part.DAYS: _("Days"),
    Part.KINDS: _("Kinds per week"),
    Part.STRENGTH: _("Strength over time"),
    Part.HOURS: _("Weekdays and hours"),
    Part.FEELINGS: _("Feelings"),
    Part.NEEDS: _("Needs"),
    Part.CONTEXTS: _("What else went on"),
    Part.MISSES: _("What landed and what missed"),
    Part.PATTERNS: _("One-off or pattern?"),
    Part.REPAIRS: _("Repair"),
    Part.MENDING: _("Time to repair"),
    Part.TOGETHER: _("In the same entry"),
    Part.WENT_WITH: _("Went with"),
    Part.CALM: _("What calms me"),
    Part.READ: _("What I read"),
    Part.PROMISES: _("Promises"),
    Part.SINCE: _("Time since last"),
}


class Counted(msgspec.Struct, frozen=True):
    """One thing that is counted."""

    label: str
    n: int
    said: str
    """All of it in a line."""
    terms: tuple[Term, ...] = ()
    """What the entries that it counts have in common."""


class Told(msgspec.Struct, frozen=True):
    """One thing that is told in sentences, with the entries behind it."""

    said: tuple[str, ...]
    entries: tuple[str, ...] = ()
    """Their ids."""
    name: str = ""
    """What it is called over its entries, whatever is told of it by then."""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a review."""

    part: Part
    said: tuple[str, ...]
    """Sentences, the first always there."""
    counted: tuple[Counted, ...] = ()
    """Most often first."""
    told: tuple[Told, ...] = ()
    """One under the other, in no order of size."""
    rest: str = ""
    """What is not told one by one."""
    how: str = ""
    """How a figure or a rule is made; said quietly."""

    @property
    def shown(self) -> tuple[Counted, ...]:
        """What is counted most often."""
        return self.counted[:MOST]

    @property
    def more(self) -> str:
        """How many more are counted; empty if all are shown."""
        more = len(self.counted) - MOST
        return _("And {more:,} more, less often.", more=more) if more > 0 else ""


def made(
    part: Part,
    *said: str,
    counted: Iterable[Counted] = (),
    told: Iterable[Told] = (),
    rest: str = "",
    how: str = "",
) -> Section:
    """Return a part with the sentences that say something."""
    said = tuple(filter(None, said))
    return Section(part=part, said=said, counted=tuple(counted), told=tuple(told), rest=rest, how=how)


def term_of(field: str, word: str) -> tuple[Term, ...]:
    """Return what entries have in common that chose one word."""
    return (Term(field, word, word),)
