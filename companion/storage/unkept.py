"""The place on the disk of what is typed in a form and not kept yet: one for each form, whoever asks its questions."""

from collections.abc import Callable
from datetime import datetime

from companion.domain.record import new_id
from companion.domain.times import Clock
from companion.domain.unkept import Unkept
from companion.storage.store import Store

Words = dict[str, str | list[str]]
"""Field name to what stands in it."""


def newest(store: Store, form: str, fits: Callable[[Unkept], bool] = bool) -> Unkept | None:
    """Return what was typed last in a form of that id, or in one whose id goes on behind a colon; none while locked."""
    found = [each for each in store.unkept if f"{each.id}:".startswith(f"{form}:") and each.fields and fits(each)]
    return max(found, key=lambda each: each.written_at, default=None)


class Draft:
    """The place on the disk of one form's words; another window's words are never written over."""

    def __init__(self, store: Store, clock: Clock, form: str, begun: Unkept | None = None) -> None:
        """Make the place; nothing is written yet.

        Args:
            store: Where it lies.
            clock: Tells when something was typed.
            form: The form's id, like `entry:ID`.
            begun: What is taken up, if anything.
        """
        self._store = store
        self._clock = clock
        self._form = form
        self._id = begun.id if begun else form
        self._last = begun

    @property
    def is_on_disk(self) -> bool:
        """Whether something of this form lies there."""
        return self._last is not None and bool(self._last.fields)

    def keep(self, words: Words, typed_at: datetime | None = None) -> None:
        """Write down what is typed; the same again is not written twice.

        Args:
            words: What stands in the fields.
            typed_at: When it was typed; now, if nothing else is said.

        Raises:
            StoreError: if it did not reach the disk.
        """
        if self._last is not None and words == self._last.fields:
            return
        with self._store.unkept.alone():
            there = self._store.unkept.get(self._id)
            is_ours = there is None or (self._last is not None and there.changed == self._last.changed)
            if not is_ours or (self._store.is_locked and self._last is None):
                self._id = f"{self._form}:{new_id()}"  # what lies there can't be read, or is of another window
            written = Unkept(id=self._id, written_at=typed_at or self._clock(), fields=words)
            self._last = self._store.unkept.keep(written)

    def drop(self) -> None:
        """Take it off the disk; while it is locked, empty it.

        Raises:
            StoreError: if that did not reach the disk.
        """
        if not self.is_on_disk:
            return
        if self._store.is_locked:
            self.keep({})
        else:
            there = self._store.unkept.get(self._id)
            if there is not None and self._last is not None and there.changed == self._last.changed:
                self._store.unkept.forget(self._id)
            self._last = None
