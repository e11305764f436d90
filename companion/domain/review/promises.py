"""Promises: how many pauses ended in time, and how far the real share may lie from that."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from math import sqrt
from typing import ClassVar

import msgspec

from companion.catalogue import _
from companion.domain.pause import A_DAY, Outcome, Pause
from companion.domain.review.figure import Figure
from companion.domain.review.period import Period

_Z = 1.959963984540054
"""The standard normal distribution's point for 95 %: 2.5 % lie above it, 2.5 % below its opposite."""


class Share(msgspec.Struct, frozen=True):
    """The ends of a range of shares, 0 to 1."""

    low: float
    high: float


class Promises(Figure, frozen=True, kw_only=True):
    """Pauses kept, or moved in time; n counts pauses that ended and were not called off."""

    least: ClassVar[int] = 5

    kept: int
    """How many of the n were back in time, or told a new time before the old one had passed."""
    moved: int = 0
    """How many of the kept were moved in time."""
    late: int = 0
    """How many came back late."""
    not_returned: int = 0
    """How many ended without a return."""
    untold: int = 0
    """How many of the n began without a word, as far as is noted."""

    @property
    def share(self) -> Share | None:
        """Where the real share may lie (Wilson, 95 %); None under the minimum."""
        return None if self.missing else wilson(self.kept, self.n)


def promises(pauses: Iterable[Pause], period: Period, now: datetime | None = None) -> Promises:
    """Count the promises of the pauses that began in the period.

    A pause that the other person took is their promise, and is left out. One that is open a day after its time will
    hardly end any more, and counts as one without a return.
    """
    counted = [
        pause
        for pause in pauses
        if pause.is_own
        and pause.outcome is not Outcome.CANCELLED
        and (not pause.is_open or (now is not None and now > pause.due + A_DAY))
        and period.holds(pause.started_at)
    ]
    ends = Counter(pause.outcome or Outcome.NOT_RETURNED for pause in counted)
    return Promises(
        n=len(counted),
        kept=sum(n for outcome, n in ends.items() if outcome.is_kept),
        moved=ends[Outcome.MOVED],
        late=ends[Outcome.LATE],
        not_returned=ends[Outcome.NOT_RETURNED],
        untold=sum(pause.is_untold for pause in counted),
    )


def wilson(k: int, n: int) -> Share:
    """Return the 95 % score interval for k of n.

    E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22, 209-212, doi:10.1080/01621459.1927.10502953.

    Raises:
        ValueError: unless 0 ≤ k ≤ n and n ≥ 1.
    """
    if not 0 <= k <= n or n < 1:
        raise ValueError(_("{k} of {n} is not a share.", k=k, n=n))
    share, whole = k / n, 1 + _Z**2 / n
    centre = (share + _Z**2 / (2 * n)) / whole
    reach = _Z / whole * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    return Share(max(0.0, centre - reach), min(1.0, centre + reach))
