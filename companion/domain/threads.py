"""Threads: a rupture and the entries that answer it, until it is bridged or let go on purpose."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from companion.catalogue import _
from companion.domain.entry import Entry, Who
from companion.domain.times import local
from companion.domain.vocabulary import Mood, Vocabulary

NOT_MISSED = "none"
"""The miss that says that nothing missed."""


class Mended(StrEnum):
    """How far a rupture is mended; the values are the ids of `vocabulary/mendings.yaml`."""

    HALF = "half"
    BRIDGED = "bridged"
    LET_GO = "let-go"


_ENDS = frozenset(Mended)
_REPAIR, _LETTING_GO = "repair", "letgo"
"""The kind of an entry that answers a rupture, and the repair that says it was let go on purpose."""
_LET_IT_GO = _("I let it go.")
"""The words of an answer that says no more than that."""
_ORDER = (None, Mended.HALF, Mended.BRIDGED, Mended.LET_GO)
"""What is open comes first."""


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """A rupture with everything that answers it, oldest first."""

    rupture: Entry
    answers: tuple[Entry, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its entries."""
        return frozenset(entry.id for entry in (self.rupture, *self.answers))

    @property
    def mended(self) -> Mended | None:
        """How far it is mended, by the last entry that says so; None while nothing does."""
        said = [entry.mended for entry in (self.rupture, *self.answers) if entry.mended in _ENDS]
        return Mended(said[-1]) if said and said[-1] else None

    @property
    def is_open(self) -> bool:
        """Whether it is neither bridged nor let go."""
        return self.mended in (None, Mended.HALF)

    @property
    def moved_first(self) -> Who | None:
        """Who moved first: whoever the first answer that says so names; None if none does."""
        return next((entry.reached_by for entry in self.answers if entry.reached_by), None)

    @property
    def mended_at(self) -> datetime | None:
        """When it was bridged, for good; None if it is open, let go, or was bridged in the same entry."""
        if self.mended is not Mended.BRIDGED:
            return None
        return next((entry.at for entry in self.answers if entry.mended == Mended.BRIDGED), None)

    @property
    def time_to_repair(self) -> timedelta | None:
        """From the rupture to the first entry that says it is bridged; None if there is none."""
        return None if self.mended_at is None else max(timedelta(), self.mended_at - self.rupture.at)

    def open_days(self, now: datetime) -> int:
        """Return for how many local days it has been open; 0 on its own day."""
        return max(0, (local(now).date() - local(self.rupture.at).date()).days)


def _is_rupture(entry: Entry, hard: frozenset[str]) -> bool:
    """Return whether an entry begins a thread: a hard kind or a miss, and it answers no other entry."""
    return entry.answers is None and (entry.kind in hard or (entry.miss is not None and entry.miss != NOT_MISSED))


def _hard_kinds(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(kind.id for kind in vocabulary.kinds if kind.mood is Mood.HARD)


def answer_to(rupture: Entry, at: datetime, mended: Mended | None = None, note: str = "") -> Entry:
    """Return an entry that answers a rupture, and says how far it is mended if that is known.

    What is let go was not mended, so such an answer is of no kind: a review would count its day among the good ones.
    An entry of no kind needs words.
    """
    is_let_go = mended is Mended.LET_GO
    return Entry(
        at=at,
        kind=None if is_let_go else _REPAIR,
        note=note or (_LET_IT_GO if is_let_go else ""),
        answers=rupture.id,
        person=rupture.person,
        mended=mended,
        repairs=(_LETTING_GO,) if is_let_go else (),
    )


def open_first(found: Iterable[Thread]) -> list[Thread]:
    """Return the threads in the order in which one looks at them: open, half mended, bridged, let go."""
    return sorted(found, key=lambda thread: _ORDER.index(thread.mended))


def threads(entries: Iterable[Entry], vocabulary: Vocabulary) -> list[Thread]:
    """Return the threads, the newest rupture first; what answers an answer belongs to the same thread.

    An entry that is answered heads a thread whatever its kind.
    """
    hard = _hard_kinds(vocabulary)
    by_id = {entry.id: entry for entry in entries}
    answers: dict[str, list[Entry]] = {}
    for entry in by_id.values():
        if entry.answers is not None and (root := _root(entry, by_id)) is not None:
            answers.setdefault(root, []).append(entry)
    found = [
        Thread(rupture=entry, answers=tuple(sorted(answers.get(entry.id, ()), key=_moment)))
        for entry in by_id.values()
        if _is_rupture(entry, hard) or (entry.answers is None and entry.id in answers)
    ]
    return sorted(found, key=lambda thread: _moment(thread.rupture), reverse=True)


def _root(entry: Entry, by_id: dict[str, Entry]) -> str | None:
    """Return the id of the entry at the head of the thread; None if the way there is broken or goes in a circle."""
    seen = {entry.id}
    while entry.answers is not None:
        if entry.answers in seen or entry.answers not in by_id:
            return None
        seen.add(entry.answers)
        entry = by_id[entry.answers]
    return entry.id


def _moment(entry: Entry) -> tuple[datetime, str]:
    return entry.at, entry.id
