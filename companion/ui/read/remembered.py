"""How far a piece was read: shown while it is read, and kept."""

from datetime import datetime

import msgspec

from companion.catalogue import _
from companion.domain.reading import Reading, finished_when, minutes_left, reading_id
from companion.domain.times import Clock
from companion.storage.store import Store
from companion.text.whole import Whole


class Remembered:
    """What is remembered of reading one piece; of some, and while it is locked, nothing is."""

    def __init__(self, whole: Whole, store: Store, clock: Clock) -> None:
        self._whole = whole
        self._store = store
        self._clock = clock
        self._id = reading_id(whole.link) if whole.link and whole.is_remembered else ""
        self._kept = store.reading.get(self._id) if self._id else None
        before = self._kept or Reading(id=self._id or "-", read_at=clock())
        begins_anew = before.share >= 1
        self._now = msgspec.structs.replace(
            before,
            read_at=clock(),
            place=0 if begins_anew else before.place,
            share=0.0 if begins_anew else before.share,
        )
        self._opened_at = clock()
        self._ended_at: datetime | None = None

    @property
    def place(self) -> int:
        """The source line to begin at, in the text as it is shown; one that was left at its end begins anew."""
        return self._now.place + self._whole.before if self._now.place else 0

    @property
    def line(self) -> str:
        """How far one is: `40% · 2 min left`; nothing for a page of help."""
        if not self._whole.minutes:
            return ""
        if self._now.share >= 1:
            return "100%"
        return _(
            "{share:.0%} · {minutes} min left",
            share=self._now.share,
            minutes=minutes_left(self._whole.minutes, self._now),
        )

    def moved(self, place: int, share: float) -> None:
        """Note which source line is at the top, and how far down the screen stands, 0 to 1."""
        self._now = msgspec.structs.replace(self._now, place=max(0, place - self._whole.before), share=round(share, 3))

    def ended(self) -> None:
        """Note that the end has been on the screen; the first time counts."""
        self._ended_at = self._ended_at or self._clock()

    def _finish(self) -> None:
        """Count it as finished once it may; one opening counts once."""
        if self._ended_at is None:
            return
        moment = finished_when(self._whole.minutes, self._opened_at, self._ended_at)
        if moment <= self._clock() and moment not in self._now.finished_at:
            moments = (*self._now.finished_at, moment)
            self._now = msgspec.structs.replace(self._now, finished=True, finished_at=moments)

    def take_up(self) -> None:
        """Take up what another window finished, or what was locked before."""
        kept = self._store.reading.get(self._id) if self._id else None
        if kept and kept != self._kept:
            self._kept = kept
            earlier = [moment for moment in kept.finished_at if moment not in self._now.finished_at]
            self._now = msgspec.structs.replace(
                self._now,
                finished=self._now.finished or kept.finished,
                finished_at=(*earlier, *self._now.finished_at),
            )

    def keep(self) -> None:
        """Keep it, if it has changed.

        Raises:
            StoreError: if it does not reach the disk.
        """
        if not self._id or self._store.is_locked:
            return
        self._finish()
        if self._now != self._kept:
            self.take_up()
            self._store.reading.keep(self._now)
            self._kept = self._now
