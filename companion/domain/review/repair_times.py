"""Time to repair: how long it took until a rupture was bridged, and what is open."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from statistics import median
from typing import ClassVar

import msgspec

from companion.domain.entry import Who
from companion.domain.review.figure import Figure
from companion.domain.threads import Mended, Thread
from companion.domain.times import local


class OpenRupture(msgspec.Struct, frozen=True, kw_only=True):
    """A rupture that is neither bridged nor let go."""

    id: str
    """The entry's."""
    at: datetime
    """When it happened (UTC)."""
    today: date
    half: bool
    """Whether it is half mended."""

    @property
    def day(self) -> date:
        """Its local day."""
        return local(self.at).date()

    @property
    def open_days(self) -> int:
        """Local days since then; 0 on its own day."""
        return max(0, (self.today - self.day).days)


class MovedFirst(msgspec.Struct, frozen=True):
    """In how many threads who moved first."""

    me: int
    them: int
    both: int

    @property
    def n(self) -> int:
        """Threads that say who did."""
        return self.me + self.them + self.both


class RepairTimes(Figure, frozen=True, kw_only=True):
    """Time to repair; n counts ruptures that a later entry says are bridged."""

    least: ClassVar[int] = 3

    times: tuple[timedelta, ...]
    """From each rupture to its bridge, shortest first."""
    open: tuple[OpenRupture, ...]
    """Newest first."""
    at_once: int
    """Bridged in the same entry, so that no time is known."""
    let_go: int
    moved_first: MovedFirst
    threads: int
    """How many ruptures there are in all."""

    def open_alike(self) -> Iterator[list[OpenRupture]]:
        """Yield the open ones, those of a day together, the newest first; half mended ones apart."""
        for _, of_day in groupby(self.open, key=lambda rupture: rupture.day):
            found = list(of_day)
            yield from filter(None, ([each for each in found if each.half is half] for half in (False, True)))

    @property
    def median(self) -> timedelta | None:
        """The middle one, between the two middle ones if n is even; None under the minimum."""
        return None if self.missing else timedelta(seconds=median(time.total_seconds() for time in self.times))

    @property
    def shortest(self) -> timedelta | None:
        """The shortest; None under the minimum."""
        return None if self.missing else self.times[0]

    @property
    def longest(self) -> timedelta | None:
        """The longest; None under the minimum."""
        return None if self.missing else self.times[-1]


def repair_times(threads: Sequence[Thread], now: datetime) -> RepairTimes:
    """Return how long the threads took to be bridged, what is open, and who moved first.

    The median and the range rather than a mean: one rupture that stood open for months must not speak for the others
    (Tukey 1977, Exploratory data analysis, chapter 2).
    """
    mended = [(thread, thread.mended) for thread in threads]
    known = (thread.time_to_repair for thread, how in mended if how is Mended.BRIDGED)
    times = sorted(time for time in known if time is not None)
    first = Counter(thread.moved_first for thread in threads)
    ends = Counter(how for _, how in mended)
    today = local(now).date()
    return RepairTimes(
        n=len(times),
        times=tuple(times),
        open=tuple(
            OpenRupture(id=thread.rupture.id, at=thread.rupture.at, today=today, half=how is Mended.HALF)
            for thread, how in mended
            if how in (None, Mended.HALF)
        ),
        at_once=ends[Mended.BRIDGED] - len(times),
        let_go=ends[Mended.LET_GO],
        moved_first=MovedFirst(first[Who.ME], first[Who.THEM], first[Who.BOTH]),
        threads=len(threads),
    )
