"""The pauses: at most one is open, whoever begins it."""

from collections.abc import Callable

from companion.domain.pause import Pause, open_pause
from companion.storage.collection import Collection


class Pauses(Collection[Pause]):
    """Every pause; changes of the open one are made to what is on the disk at that moment."""

    def open(self) -> Pause | None:
        """Return the pause that has not ended, if any."""
        return open_pause(list(self))

    def begin(self, pause: Pause) -> Pause:
        """Keep a new pause, unless one is open already: then return that one.

        Raises:
            StoreError: if it did not reach the disk.
        """
        with self.alone():
            return self.open() or self.keep(pause)

    def change_open(self, change: Callable[[Pause], Pause], pause_id: str | None = None) -> Pause | None:
        """Change the open pause and return it as kept; None if none is open, or another one than that.

        Raises:
            ValueError: if the change can't be made.
            StoreError: if it did not reach the disk.
        """
        with self.alone():
            found = self.open()
            if found is None or pause_id not in (None, found.id):
                return None
            return self.keep(change(found))
