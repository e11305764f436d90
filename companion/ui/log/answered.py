"""Which entry another one answers: open ruptures are offered first."""

from collections.abc import Iterable, Sequence

from companion.catalogue import _
from companion.domain.entry import Entry, newest_first
from companion.domain.log import say_entry
from companion.domain.person import Names
from companion.domain.threads import threads
from companion.domain.times import Clock, say_clock
from companion.domain.vocabulary import Vocabulary
from companion.storage.store import Store
from companion.ui.rows import Row

_RECENT = 30
"""How many entries one may choose from under each heading."""
_GONE = _("an entry that is gone")


class Answered:
    """The entries that one may answer."""

    def __init__(self, store: Store, vocabulary: Vocabulary, clock: Clock, but: str) -> None:
        """Look through the entries of a store.

        Args:
            store: Where they lie.
            vocabulary: Says which are ruptures.
            clock: Tells from when one looks.
            but: The id of the entry that answers; it can't answer itself.
        """
        self._store = store
        self._vocabulary = vocabulary
        self._clock = clock
        self._but = but
        self._names = Names.among(store.entries, whole=store.settings.show_names)

    @property
    def is_locked(self) -> bool:
        """Whether they can't be seen."""
        return self._store.is_locked

    def say(self, values: Sequence[str]) -> str:
        """Say the entry of that id."""
        found = self._store.entries.get(values[0]) if values else None
        if found is None:
            return _GONE if values else ""
        return f"{say_clock(found.at, self._clock())} · {self._said(found)}"

    def rows(self) -> list[Row]:
        """Return what can be answered: open ruptures, then the newest others."""
        entries = [entry for entry in self._store.entries if entry.id != self._but]
        ruptures = [thread.rupture for thread in threads(entries, self._vocabulary) if thread.is_open][:_RECENT]
        open_ids = {entry.id for entry in ruptures}
        others = [entry for entry in newest_first(entries) if entry.id not in open_ids][:_RECENT]
        rows = self._under(_("Not mended yet"), ruptures)
        return [*rows, *([Row("")] if rows else []), *self._under(_("Others") if rows else "", others)]

    def _under(self, heading: str, entries: Iterable[Entry]) -> list[Row]:
        now = self._clock()
        rows = [Row(self._said(each), each.id, lead=say_clock(each.at, now)) for each in entries]
        return [Row(heading), *rows] if rows and heading else rows

    def _said(self, entry: Entry) -> str:
        return say_entry(entry, self._vocabulary, self._names)
