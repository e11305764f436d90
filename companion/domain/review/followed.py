"""What followed what: which repairs were tried after which miss, in the same thread."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

import msgspec

from companion.domain.entry import Entry
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
    entries: tuple[str, ...]
    """The ids of the misses, and of what tried the repair after them."""


class Followed(Figure, frozen=True, kw_only=True):
    """Repairs after misses; n counts threads that begin with a miss and hold a repair."""

    least: ClassVar[int] = 3

    counts: tuple[FollowedCount, ...]
    """Most often first."""


def followed(threads: Iterable[Thread], seen: Iterable[Entry], vocabulary: Vocabulary) -> Followed:
    """Count for each thread that begins with a miss which repairs it holds, and whether they helped.

    Args:
        threads: The threads, whole.
        seen: The entries whose repairs count; those of others are not looked at.
        vocabulary: Says what the words are called.
    """
    counted = {entry.id for entry in seen}
    found: dict[tuple[str, str], list[list[Entry]]] = {}
    n = 0
    for thread in threads:
        if (miss := miss_of(thread.rupture)) is None:
            continue
        tried: dict[str, list[Entry]] = {}
        for entry in (each for each in (thread.rupture, *thread.answers) if each.id in counted):
            for repair in set(entry.repairs):
                tried.setdefault(repair, [thread.rupture]).append(entry)
        n += bool(tried)
        for repair, entries in tried.items():
            found.setdefault((miss, repair), []).append(entries)
    most_first = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return Followed(n=n, counts=tuple(_counted(*key, threads, vocabulary) for key, threads in most_first))


def _counted(miss: str, repair: str, threads: Sequence[Sequence[Entry]], vocabulary: Vocabulary) -> FollowedCount:
    """Count the threads of a miss with a repair; of each, the rupture comes first and then what tried the repair."""
    return FollowedCount(
        miss=term(vocabulary, "miss", miss),
        repair=term(vocabulary, "repairs", repair),
        n=len(threads),
        helped=sum(any(map(has_helped, tried)) for _, *tried in threads),
        entries=tuple(dict.fromkeys(entry.id for thread in threads for entry in thread)),
    )
