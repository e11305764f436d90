"""The filter that is on while one locks: it waits beside the words that are not kept, and is taken up once."""

from contextlib import suppress

from companion.domain.times import Clock
from companion.domain.unkept import Unkept
from companion.storage.errors import StoreError
from companion.storage.store import Store

_FORM, _LINE = "filter:log", "line"


class KeptFilter:
    """Without a passphrase nothing is written: then the log's screen stays as it is."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def keep(self, query: str) -> None:
        """Let a filter wait; that the disk does not take it is no reason not to lock."""
        if query.strip() and self._store.has_passphrase and not self._store.is_locked:
            with suppress(StoreError):
                self._store.unkept.keep(Unkept(id=_FORM, written_at=self._clock(), fields={_LINE: query}))

    def take(self) -> str:
        """Return the filter that waited, which waits no more; nothing if none did."""
        waited = self._store.unkept.get(_FORM)
        if waited is None:
            return ""
        with suppress(StoreError):
            self._store.unkept.forget(_FORM)
        return str(waited.fields.get(_LINE, ""))
