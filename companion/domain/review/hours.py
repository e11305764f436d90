"""At which hours of which weekdays entries were noted, by the clock on the person's wall."""

from collections.abc import Iterable

from companion.domain.review.days import Moment
from companion.domain.review.figure import Figure

WEEKDAYS, HOURS = 7, 24

MOST_LEAST = 10
"""From so many entries a weekday and an hour can be told to have the most."""


class Hours(Figure, frozen=True, kw_only=True):
    """Entries by weekday and local hour; n counts entries."""

    counts: tuple[tuple[int, ...], ...]
    """Seven rows, Monday first, of 24 hours."""

    @property
    def weekday(self) -> int | None:
        """The weekday with the most entries, 0 for Monday; None with few entries, or if two have as many."""
        return self._first(self.weekdays)

    @property
    def hour(self) -> int | None:
        """The hour of the day with the most entries; None with few entries, or if two have as many."""
        return self._first(self.of_day)

    def _first(self, counts: tuple[int, ...]) -> int | None:
        most = max(counts)
        return counts.index(most) if self.n >= MOST_LEAST and counts.count(most) == 1 else None

    @property
    def most(self) -> int:
        """The highest count of an hour of a weekday."""
        return max(map(max, self.counts))

    @property
    def weekdays(self) -> tuple[int, ...]:
        """Entries of each weekday, Monday first."""
        return tuple(map(sum, self.counts))

    @property
    def of_day(self) -> tuple[int, ...]:
        """Entries of each hour of the day."""
        return tuple(map(sum, zip(*self.counts, strict=True)))


def hours(moments: Iterable[Moment]) -> Hours:
    """Count the entries by weekday and hour.

    The hour is the one that the local clock showed: the hour that comes twice when the clock is set back is one hour
    here, and the one that is left out in spring has nothing.
    """
    counts = [[0] * HOURS for _ in range(WEEKDAYS)]
    for at, _ in moments:
        counts[at.weekday()][at.hour] += 1
    return Hours(n=sum(map(sum, counts)), counts=tuple(map(tuple, counts)))
