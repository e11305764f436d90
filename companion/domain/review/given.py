"""What a review is made from."""

from dataclasses import dataclass
from datetime import datetime

from companion.domain.context_note import ContextNote
from companion.domain.pause import Pause
from companion.domain.practice import Practice
from companion.domain.reading import Reading
from companion.domain.review.period import Period
from companion.domain.review.reviewed import Reviewed
from companion.domain.settings import Settings
from companion.domain.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Given:
    """A period, what is kept, and how it is to be looked at."""

    period: Period
    seen: Reviewed
    """The entries it may look at, of all times: an answer may lie after the period."""
    pauses: tuple[Pause, ...]
    practices: tuple[Practice, ...]
    notes: tuple[ContextNote, ...]
    readings: tuple[Reading, ...]
    vocabulary: Vocabulary
    settings: Settings
    person: str | None
    """The one bond that is looked at; all of them if None."""
    now: datetime | None
    """The time, if it is known; else the period's end stands for it."""
