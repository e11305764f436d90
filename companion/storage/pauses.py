"""The pauses: at most one is open, whoever begins it, and it works while everything is locked."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from companion.domain.pause import Pause, open_pause
from companion.domain.times import Clock
from companion.storage.collection import Alone, Collection
from companion.storage.database import IdTable
from companion.storage.machine import MACHINE, machine_id, moment_after
from companion.storage.open_pause import fields_over, read_open_pause, write_open_pause


class Pauses(Collection[Pause]):
    """Every pause; changes of the open one are made to what is on the disk at that moment."""

    def __init__(self, table: IdTable, alone: Alone, clock: Clock, folder: Path | None) -> None:
        super().__init__(table, Pause, alone, clock, takes_while_locked=True)
        self._folder = folder

    def open(self) -> Pause | None:
        """Return the pause that has not ended, if any; while it is locked, no more of it than its clock times."""
        if self._folder and self._table.is_locked:
            return read_open_pause(self._folder)
        return open_pause(list(self))

    def begin(self, pause: Pause) -> Pause:
        """Keep a new pause, unless one is open already: then return that one.

        Raises:
            ValueError: if it is longer than a day without a sign on the way.
            StoreError: if it did not reach the disk.
        """
        pause.check_signs()
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
            changed = change(found)
            return self._keep_over(found, changed) if self._table.is_locked else self.keep(changed)

    def change(self, before: Pause, after: Pause) -> Pause | None:
        """Keep what was changed in a pause that has ended, over what is on the disk; None if it is gone from there.

        Raises:
            StoreError: if it did not reach the disk.
        """
        with self.alone():
            return self._keep_over(before, after) if self._table.is_locked else self.edit(before, after)

    def keep(self, record: Pause) -> Pause:
        """Keep the pause; its clock times can be seen while it is locked."""
        with self.alone():
            kept = super().keep(record)
            with suppress(OSError):  # it is kept; what is seen while locked follows with the next change
                self.show(kept)
        return kept

    def show(self, pause: Pause | None, always: bool = False) -> None:
        """Write down, or take away, what may be seen of the open pause while it is locked.

        Only in a sealed folder, or in one that is about to be (`always`).
        """
        if self._folder and (always or self._table.is_sealed):
            write_open_pause(self._folder, pause)

    def _keep_over(self, before: Pause, after: Pause) -> Pause:
        """Keep what was changed in a pause that can't be read whole here."""
        kept = msgspec.structs.replace(after, changed=moment_after(self._clock(), before.changed))
        fields = fields_over(before, kept)
        fields["set"][MACHINE] = machine_id()
        self._table.put_over(kept.id, fields)
        with suppress(OSError):
            self.show(kept)
        return kept
