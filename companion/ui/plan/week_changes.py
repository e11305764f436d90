"""What is changed in the week and can be taken back, as long as the screen is there."""

from collections.abc import Callable, Sequence
from functools import partial

from companion.domain.week_time import WeekTime
from companion.storage.store import Store


class WeekChanges:
    """Changes the times, and knows the way back. Each raises StoreError if it did not reach the disk."""

    def __init__(self, store: Store) -> None:
        self._times = store.week_times
        self._ways_back: list[Callable[[], object]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._ways_back)

    def add(self, times: Sequence[WeekTime]) -> None:
        """Keep new times."""
        self._ways_back.append(partial(self._forget, [each.id for each in times]))
        with self._times.alone():
            for each in times:
                self._times.keep(each)

    def change(self, before: WeekTime, after: WeekTime) -> bool:
        """Keep what was changed in a time; return whether it is still there."""
        if is_there := self._times.edit(before, after) is not None:
            self._ways_back.append(partial(self._times.edit, after, before))
        return is_there

    def delete(self, time_id: str) -> bool:
        """Delete a time; return whether it was there."""
        if (gone := self._times.forget(time_id)) is None:
            return False
        self._ways_back.append(partial(self._times.keep, gone))
        return True

    def undo(self) -> None:
        """Take back the last change."""
        self._ways_back[-1]()
        self._ways_back.pop()

    def _forget(self, ids: Sequence[str]) -> None:
        with self._times.alone():
            for time_id in ids:
                self._times.forget(time_id)
