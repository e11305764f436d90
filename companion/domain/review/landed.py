"""Landed beside missed: what became of replies, mine to them and theirs to me; never the one without the other."""

from collections.abc import Iterator
from enum import Enum

import msgspec

from companion.domain.entry import Entry, Who
from companion.domain.review.counts import miss_of
from companion.domain.review.days import DayEntries
from companion.domain.review.figure import Figure
from companion.domain.threads import NOT_MISSED

LANDED = {"toward": True, "missed": False, "away": False, "against": False}
"""Whether a reply of `vocabulary/replies.yaml` landed; of one that it does not hold nothing is said."""


class Replies(msgspec.Struct, frozen=True):
    """How many entries say that one side's reply landed, or missed."""

    landed: int = 0
    missed: int = 0
    mixed: int = 0
    """Where one entry says both: turned toward, and missed all the same."""

    @property
    def n(self) -> int:
        """How many entries say either."""
        return self.landed + self.missed + self.mixed


class Landed(Figure, frozen=True, kw_only=True):
    """Landed beside missed; n counts entries that say either."""

    mine: Replies
    """My replies to them."""
    theirs: Replies
    """Their replies to me."""
    unknown: Replies
    """Where it is not noted whose reply it was."""


class _Side(Enum):
    MINE, THEIRS, UNKNOWN = range(3)


_MISSED_BY = {
    Who.ME: (_Side.MINE,),
    Who.THEM: (_Side.THEIRS,),
    Who.BOTH: (_Side.MINE, _Side.THEIRS),
}
_REPLIED_TO = {
    Who.ME: (_Side.THEIRS,),
    Who.THEM: (_Side.MINE,),
    Who.BOTH: (_Side.MINE, _Side.THEIRS),
}


def landed(days: DayEntries) -> Landed:
    """Count the entries for each side, each at most once.

    A reply is that of the one who did not reach out; a miss is that of whom it names. What says both sides counts for
    both of them.
    """
    counts = {side: {"landed": 0, "missed": 0, "mixed": 0} for side in _Side}
    n = 0
    for entries in days.values():
        for entry in entries:
            if entry.reply is None and entry.miss is None and entry.miss_by is None:
                continue
            said: dict[_Side, set[bool]] = {}
            for side, has_landed in _said(entry):
                said.setdefault(side, set()).add(has_landed)
            n += bool(said)
            for side, found in said.items():
                counts[side]["mixed" if len(found) > 1 else "landed" if True in found else "missed"] += 1
    mine, theirs, unknown = (Replies(**counts[side]) for side in _Side)
    return Landed(n=n, mine=mine, theirs=theirs, unknown=unknown)


def _said(entry: Entry) -> Iterator[tuple[_Side, bool]]:
    """Return for each side whether the entry says that its reply landed."""
    replied = _REPLIED_TO.get(entry.reached_by) if entry.reached_by else None
    if entry.reply in LANDED:
        yield from ((side, LANDED[entry.reply]) for side in replied or (_Side.UNKNOWN,))
    missed_by = _MISSED_BY.get(entry.miss_by) if entry.miss_by else None
    if miss_of(entry) is not None:
        yield from ((side, False) for side in missed_by or (_Side.UNKNOWN,))
    elif entry.miss == NOT_MISSED or entry.miss_by is Who.NONE:
        yield from ((side, True) for side in missed_by or replied or (_Side.UNKNOWN,))
