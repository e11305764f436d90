"""Keeping an entry that another window may have changed meanwhile: nothing of either is lost unseen."""

import msgspec

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.storage.store import Store
from companion.ui.bindings import key_of


class ChangedMeanwhileError(Exception):
    """Something was changed here, and otherwise in another window."""

    def __init__(self, seen: Entry, theirs: Entry, fields: tuple[str, ...]) -> None:
        key = key_of("entry.keep", "ctrl+s")
        super().__init__(_("Changed in another window meanwhile. Not kept yet; {key} keeps yours", key=key))
        self.theirs = theirs
        """The entry as it is kept now."""
        self.fields = fields
        """What was changed in both."""
        self.seen = msgspec.structs.replace(seen, **{name: getattr(theirs, name) for name in fields})
        """The entry as it was, once the person has been told what the other window made of those fields."""


def keep_entry(store: Store, seen: Entry | None, entry: Entry) -> None:
    """Keep a new entry, or what was changed in an old one; one that was deleted meanwhile is kept again.

    Args:
        store: Where it is kept.
        seen: The old entry as the person has seen it, if there is one.
        entry: What is to be kept.

    Raises:
        ChangedMeanwhileError: if another window changed the same field otherwise; nothing is kept then.
        StoreError: if it did not reach the disk.
    """
    if store.is_locked:  # sealed as a new one; it takes the old one's place when it is unlocked
        store.entries.keep(msgspec.structs.replace(entry, changed=None))
        return
    with store.entries.alone():
        theirs = store.entries.get(entry.id)
        if seen and theirs and (fields := _changed_in_both(seen, entry, theirs)):
            raise ChangedMeanwhileError(seen, theirs, fields)
        if seen is None or store.entries.edit(seen, entry) is None:
            store.entries.keep(entry)


def differing(one: Entry, other: Entry) -> tuple[str, ...]:
    """Return the fields in which two states of an entry differ."""
    return tuple(name for name in _FIELDS if getattr(one, name) != getattr(other, name))


def _changed_in_both(before: Entry, mine: Entry, theirs: Entry) -> tuple[str, ...]:
    both = {*differing(before, mine)} & {*differing(before, theirs)}
    return tuple(name for name in differing(mine, theirs) if name in both)


_FIELDS = tuple(name for name in Entry.__struct_fields__ if name not in ("id", "changed"))
