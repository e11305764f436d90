"""The entries: new ones are taken while everything is locked, and can be read after unlocking."""

from companion.domain.entry import Entry
from companion.storage.collection import Collection


class Entries(Collection[Entry]):
    """Every entry of the log."""

    takes_while_locked = True
