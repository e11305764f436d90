"""An entry: one noted moment of the log."""

from datetime import datetime
from enum import StrEnum

from companion.domain.record import Record
from companion.domain.strength import check_strength

MOST_FEELINGS = 3
"""More than three feeling words slow people down (fact H2)."""


class MissBy(StrEnum):
    """Whose response failed to land."""

    ME = "me"
    THEM = "them"
    BOTH = "both"
    NONE = "none"


class Entry(Record, frozen=True, kw_only=True):
    """One noted moment. A line of note is enough; the rest can be added later."""

    at: datetime
    """When it happened (UTC)."""
    kind: str | None = None
    """An id of `vocabulary/kinds.yaml`."""
    strength: int | None = None
    """0-10."""
    note: str = ""
    """The person's own line."""
    feelings: tuple[str, ...] = ()
    """Up to three words of `vocabulary/feelings.yaml`."""
    need: str | None = None
    """A word of `vocabulary/needs.yaml`."""
    body: str | None = None
    """A body sign of `vocabulary/body.yaml`."""
    miss: str | None = None
    """An id of `vocabulary/misses.yaml`."""
    miss_by: MissBy | None = None
    """Whose response missed; `none` when it landed."""
    repairs: tuple[str, ...] = ()
    """Ids of `vocabulary/repairs.yaml`."""
    result: str | None = None
    """An id of `vocabulary/results.yaml`."""
    context: tuple[str, ...] = ()
    """Words of `vocabulary/contexts.yaml`."""
    person: str = ""
    """Initials or a name; keeps several bonds apart."""
    answers: str | None = None
    """Id of the entry that this one answers (a repair to its rupture)."""
    pause: str | None = None
    """Id of the pause it came out of."""
    quote: str = ""
    """Their words, as remembered."""

    def __post_init__(self) -> None:
        check_strength(self.strength)
        if len(self.feelings) > MOST_FEELINGS:
            raise ValueError(f"Up to {MOST_FEELINGS} feelings, please. Keep the ones that fit best.")
        if not self.note.strip() and self.kind is None:
            raise ValueError("Write a line, or choose a kind.")


def newest_first(entries: list[Entry]) -> list[Entry]:
    """Return the entries by the time they happened, newest first."""
    return sorted(entries, key=lambda entry: (entry.at, entry.id), reverse=True)
