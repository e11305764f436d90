"""The way to safety, before anything else of a place, for somebody who chose “afraid” again."""

from textual import events
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.nudges import is_safety_first
from companion.domain.times import Clock
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.messages import Follow

_PAGE = Link("pages", "safety-first")
_WAY = _("If you are afraid of them, your safety comes first: {key} opens the way. It leaves no trace here.")


class SafetyFirst(Static):
    """A line at the top of a place; there only when it is called for, never while the words are locked."""

    def __init__(self, store: Store, clock: Clock) -> None:
        super().__init__(_(_WAY, key=key_of("app.help", "f1")), id="safety-first", markup=False)
        self._store = store
        self._clock = clock
        self.display = False

    def look(self) -> None:
        """Look whether it is called for; the tags of the last weeks are all that is looked at."""
        self.display = is_safety_first(self._store.entries, self._store.settings, self._clock())

    def on_click(self, event: events.Click) -> None:
        """Open the page."""
        event.stop()
        self.post_message(Follow(_PAGE))
