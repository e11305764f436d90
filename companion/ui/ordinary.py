"""Keeping an ordinary day, once a day; also while what was kept can't be read."""

from contextlib import suppress
from datetime import date

from companion.domain.entry import Entry
from companion.domain.log import ordinary_day
from companion.domain.times import Clock, local
from companion.storage.errors import StoreError
from companion.storage.store import Store


class OrdinaryDays:
    """The ordinary days of a session. While it is locked it knows the one that it kept, and that there was one then."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._known: date | None = None

    def keep(self) -> tuple[Entry, bool]:
        """Keep today as an ordinary day; return its entry, and whether there was one already.

        Raises:
            StoreError: if it did not reach the disk.
        """
        now = self._clock()
        entry, is_kept = ordinary_day(self._store.entries, now)
        today = local(now).date()
        if self._store.is_locked:
            is_kept = self._known == today
        if not is_kept:
            self._store.entries.keep(entry)
            self._known = today
        return entry, is_kept

    def remember(self) -> None:
        """Remember, before it is locked, whether today is kept already; what can't be read holds up no locking."""
        if not self._store.is_locked:
            now, self._known = self._clock(), None
            with suppress(StoreError):
                if ordinary_day(self._store.entries, now)[1]:
                    self._known = local(now).date()
