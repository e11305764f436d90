"""Deleting fillings, and bringing them back, the last one first."""

from companion.catalogue import _
from companion.domain.filling import Answers
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.bindings import key_of

_CANT = _("It can't be deleted here: it is gone already, or Companion can't read it any more.")


class Deleting:
    """What was deleted on a screen, as long as the screen is there."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._deleted: list[Answers] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to bring back."""
        return bool(self._deleted)

    def delete(self, filling_id: str) -> str:
        """Delete a filling; return what is said of that."""
        try:
            deleted = self._store.worksheets.forget(filling_id)
        except StoreError as error:
            return str(error)
        if deleted is None:
            return _CANT
        self._deleted.append(deleted)
        return _("Deleted. {undo} brings it back.", undo=key_of("filling.undo", "u"))

    def undo(self) -> str:
        """Bring back what was deleted last; return what stood against it, or nothing."""
        if not self._deleted:
            return ""
        try:
            self._store.worksheets.keep(self._deleted[-1])
        except StoreError as error:
            return str(error)
        self._deleted.pop()
        return ""
