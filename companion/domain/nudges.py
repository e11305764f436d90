"""Nudges: kind sentences that look at tags, strength and kind alone. What was written is never looked at.

Their reason is in the evidence on logging: one hard entry after the other can feed dwelling (facts H8 and H9).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from heapq import nlargest
from itertools import takewhile

from companion.domain.entry import Entry, is_afraid
from companion.domain.settings import Settings
from companion.domain.times import local
from companion.domain.vocabulary import Mood, Vocabulary

HEAVY = 7
"""From this strength on an entry is heavy, unless it is of a good moment."""

HEAVY_IN_A_DAY = 3
"""So many heavy entries in a day are a lot to carry."""

HEAVY_IN_A_ROW = 5
"""After so many heavy entries in a row, one thing that went right is asked for."""

_LOOKED_AT = 60
"""How many of the newest entries are looked at."""

AFRAID_TIMES = 2
"""“afraid” in so many entries offers safety before anything else."""

AFRAID_WITHIN = timedelta(days=30)
"""How long an entry with “afraid” counts for that."""


class Nudge(StrEnum):
    """What is said after an entry was kept."""

    DAY = "day"
    """A lot to carry: an exercise is offered."""
    ROW = "row"
    """One thing that went right is asked for."""


def is_heavy(entry: Entry, vocabulary: Vocabulary) -> bool:
    """Return whether an entry is heavy: strong, or of a hard kind where no strength is given; never a good moment."""
    mood = vocabulary.mood(entry.kind)
    if mood is Mood.GOOD or (entry.kind is None and _feels_good(entry, vocabulary)):
        return False
    return mood is Mood.HARD if entry.strength is None else entry.strength >= HEAVY


def nudge(entries: Iterable[Entry], kept: Entry, vocabulary: Vocabulary, settings: Settings) -> Nudge | None:
    """Return what to say once an entry was kept, if anything; of what is past there is nothing to say.

    Args:
        entries: Everything that is kept, the new entry among it.
        kept: The entry that was just kept; it must be the newest.
        vocabulary: Says which kinds are hard, and which feelings are good.
        settings: Which nudges are wanted.
    """
    if not is_heavy(kept, vocabulary):
        return None
    newest = nlargest(_LOOKED_AT, entries, key=lambda entry: (entry.at, entry.id))
    if not newest or newest[0].id != kept.id:
        return None
    if settings.nudge_day and _are_many_today(newest, kept, vocabulary):
        return Nudge.DAY
    if settings.nudge_row and _in_a_row(newest, vocabulary) == HEAVY_IN_A_ROW:
        return Nudge.ROW
    return None


def is_safety_first(entries: Iterable[Entry], settings: Settings, now: datetime) -> bool:
    """Return whether safety is offered before anything else: “afraid” was chosen again within the last weeks."""
    if not settings.nudge_afraid:
        return False
    since = now - AFRAID_WITHIN
    return sum(since <= entry.at and is_afraid(entry.feelings) for entry in entries) >= AFRAID_TIMES


def _are_many_today(newest: Sequence[Entry], kept: Entry, vocabulary: Vocabulary) -> bool:
    day = local(kept.at).date()
    today = takewhile(lambda entry: local(entry.at).date() == day, newest)
    return sum(is_heavy(entry, vocabulary) for entry in today) >= HEAVY_IN_A_DAY


def _in_a_row(newest: Sequence[Entry], vocabulary: Vocabulary) -> int:
    return sum(1 for _ in takewhile(lambda entry: is_heavy(entry, vocabulary), newest))


def _feels_good(entry: Entry, vocabulary: Vocabulary) -> bool:
    """Return whether all feelings of an entry are good ones."""
    good = {word for group in vocabulary.feelings if group.mood is Mood.GOOD for word in group.words}
    return bool(entry.feelings) and good.issuperset(entry.feelings)
