"""What was noted after a text was read to its end: a list, and no claim that one came from the other."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.reading import Reading
from companion.domain.review.figure import Figure
from companion.domain.review.period import Period
from companion.domain.times import local

SOON = timedelta(hours=24)
"""What lies further off is not listed."""


class AfterReading(Figure, frozen=True, kw_only=True):
    """One time that a text was read to its end; n counts what was noted soon after."""

    piece: str
    """The id of its reading."""
    day: date
    """The local day of that."""
    entries: tuple[Entry, ...]
    """Earliest first."""
    pauses: tuple[Pause, ...]
    """Those begun, earliest first."""


def after_reading(
    readings: Iterable[Reading], entries: Iterable[Entry], pauses: Iterable[Pause], period: Period
) -> tuple[AfterReading, ...]:
    """Return each time that a text was finished in the period, newest first."""
    ended = [
        (moment, reading.id)
        for reading in readings
        for moment in reading.finished_at
        if period.since <= local(moment).date() <= period.until
    ]
    if not ended:
        return ()
    earliest = min(moment for moment, _ in ended)
    noted = sorted((entry for entry in entries if entry.at > earliest), key=lambda entry: (entry.at, entry.id))
    begun = sorted((pause for pause in pauses if pause.started_at > earliest), key=lambda pause: pause.started_at)
    return tuple(_one(piece, moment, noted, begun) for moment, piece in sorted(ended, reverse=True))


def _one(piece: str, moment: datetime, noted: list[Entry], begun: list[Pause]) -> AfterReading:
    entries = tuple(entry for entry in noted if moment < entry.at <= moment + SOON)
    pauses = tuple(pause for pause in begun if moment < pause.started_at <= moment + SOON)
    return AfterReading(
        n=len(entries) + len(pauses), piece=piece, day=local(moment).date(), entries=entries, pauses=pauses
    )
