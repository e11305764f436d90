"""A context note: what else was going on over a stretch of days, such as a newborn or exams."""

from collections.abc import Iterable
from datetime import date

from companion.catalogue import _
from companion.domain.record import Record


class ContextNote(Record, frozen=True, kw_only=True):
    """One stretch of days and what it was about."""

    what: str
    """A word of `vocabulary/contexts.yaml`, or the person's own."""
    since: date
    """Its first local day."""
    until: date | None = None
    """Its last local day; None while it goes on."""

    def __post_init__(self) -> None:
        if not self.what.strip():
            raise ValueError(_("Say what was going on, like newborn or exams."))
        if self.until is not None and self.until < self.since:
            raise ValueError(_("The last day is before the first one. Change one of them."))

    def holds(self, day: date) -> bool:
        """Return whether it goes on on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


def on(notes: Iterable[ContextNote], day: date) -> list[ContextNote]:
    """Return what goes on on a day, the longest-standing first."""
    return sorted((note for note in notes if note.holds(day)), key=lambda note: (note.since, note.id))
