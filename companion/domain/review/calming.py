"""What calms me: how the strength changed over an exercise, or over a pause."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from companion.domain.pause import Pause
from companion.domain.practice import Practice
from companion.domain.review.figure import Figure
from companion.domain.review.period import Period


class Calming(Figure, frozen=True, kw_only=True):
    """The change of strength over one exercise; n counts the times with a strength before and after."""

    least: ClassVar[int] = 4

    what: str | None
    """The exercise's slug; None for a pause."""
    changes: tuple[int, ...]
    """Strength before less strength after, of each time, the lowest first; below 0 it was stronger after."""

    @property
    def mean(self) -> float | None:
        """The arithmetic mean of the changes; None under the minimum."""
        return None if self.missing else sum(self.changes) / self.n

    @property
    def lowest(self) -> int | None:
        """The lowest change; None under the minimum."""
        return None if self.missing else self.changes[0]

    @property
    def highest(self) -> int | None:
        """The highest change; None under the minimum."""
        return None if self.missing else self.changes[-1]


def calming(practices: Iterable[Practice], pauses: Iterable[Pause], period: Period) -> tuple[Calming, ...]:
    """Return the changes over each exercise and over pauses, what was used most first.

    One's own pauses and those one gave both count: the strength is one's own. People who note a strong moment come
    down from it by themselves, too (regression to the mean: Galton 1886, doi:10.2307/2841583), so a change is told as
    what went with it, with its range, and never as what it did.
    """
    found: dict[str | None, list[int]] = {}
    for what, before, after in (*_practised(practices, period), *_paused(pauses, period)):
        if before is not None and after is not None:
            found.setdefault(what, []).append(before - after)
    made = (Calming(n=len(changes), what=what, changes=tuple(sorted(changes))) for what, changes in found.items())
    return tuple(sorted(made, key=lambda each: (-each.n, each.what or "")))


_Time = tuple[str | None, int | None, int | None]
"""What was done, and the strengths before and after."""


def _practised(practices: Iterable[Practice], period: Period) -> Iterator[_Time]:
    for each in practices:
        if period.holds(each.done_at):
            yield each.slug, each.strength_before, each.strength_after


def _paused(pauses: Iterable[Pause], period: Period) -> Iterator[_Time]:
    for each in pauses:
        if period.holds(each.started_at):
            yield None, each.strength_before, each.strength_after
