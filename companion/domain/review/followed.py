"""What followed what: which repairs were tried after which miss, in the same thread."""

from collections import Counter
from collections.abc import Iterable
from typing import ClassVar

import msgspec

from companion.domain.review.counts import miss_of
from companion.domain.review.figure import Figure
from companion.domain.review.pairs import Term, term
from companion.domain.review.repaired import has_helped
from companion.domain.threads import Thread
from companion.domain.vocabulary import Vocabulary


class FollowedCount(msgspec.Struct, frozen=True):
    """How often one repair came after one miss."""

    miss: Term
    repair: Term
    n: int
    """In how many threads."""
    helped: int
    """In how many of them it helped at least a bit."""


class Followed(Figure, frozen=True, kw_only=True):
    """Repairs after misses; n counts threads that begin with a miss and hold a repair."""

    least: ClassVar[int] = 3

    counts: tuple[FollowedCount, ...]
    """Most often first."""


def followed(threads: Iterable[Thread], vocabulary: Vocabulary) -> Followed:
    """Count for each thread that begins with a miss which repairs it holds, and whether they helped."""
    tried: Counter[tuple[str, str]] = Counter()
    helped: Counter[tuple[str, str]] = Counter()
    n = 0
    for thread in threads:
        if (miss := miss_of(thread.rupture)) is None:
            continue
        moments = (thread.rupture, *thread.answers)
        repairs = {repair for entry in moments for repair in entry.repairs}
        good = {repair for entry in moments if has_helped(entry) for repair in entry.repairs}
        n += bool(repairs)
        tried.update((miss, repair) for repair in repairs)
        helped.update((miss, repair) for repair in good)
    return Followed(
        n=n,
        counts=tuple(
            FollowedCount(
                term(vocabulary, "miss", miss), term(vocabulary, "repairs", repair), -count, helped[miss, repair]
            )
            for count, miss, repair in sorted((-count, *key) for key, count in tried.items())
        ),
    )
