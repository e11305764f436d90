"""What went on over stretches of a period: the context notes that lie over its charts."""

from collections.abc import Iterable
from datetime import date

import msgspec

from companion.domain.context_note import ContextNote
from companion.domain.review.period import Period


class ContextSpan(msgspec.Struct, frozen=True, kw_only=True):
    """A context note as far as it lies in the period."""

    what: str
    since: date
    until: date
    is_open: bool
    """Whether it still goes on."""


def context_spans(notes: Iterable[ContextNote], period: Period, today: date) -> tuple[ContextSpan, ...]:
    """Return the notes that lie in the period, cut to it, the earliest first; one that goes on lasts until today."""
    ends = ((note, note.until or max(note.since, today)) for note in notes)
    found = [
        ContextSpan(
            what=note.what,
            since=max(note.since, period.since),
            until=min(until, period.until),
            is_open=note.until is None,
        )
        for note, until in ends
        if note.since <= period.until and until >= period.since
    ]
    return tuple(sorted(found, key=lambda span: (span.since, span.until, span.what)))
