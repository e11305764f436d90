"""Keys typed right after one that leads elsewhere are meant for where it leads: they wait until one is there."""

from collections import deque

from textual import events, on

from companion.ui.lifecycle import PrivateApp
from companion.ui.messages import Arrived

_LONGEST = 1.0
"""Seconds that keys wait at most; no place takes that long."""


class TypeAheadApp(PrivateApp):
    """An app that loses no key to the moment between two places."""

    _held: deque[events.Key] | None = None

    def hold_keys(self) -> None:
        """Let keys wait from now on."""
        if self._held is None:
            self._held = deque()
            self.set_timer(_LONGEST, self.release_keys)

    @on(Arrived)
    async def release_keys(self) -> None:
        """Hand on the keys that have waited, in their order; one of them may lead elsewhere again."""
        held, self._held = self._held or deque(), None
        while held and self._held is None:
            await super().on_event(held.popleft())
        if self._held is not None:
            self._held.extend(held)

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait while one is on the way; ctrl and function keys never do."""
        if self._held is not None and isinstance(event, events.Key) and (event.is_printable or event.key == "enter"):
            self._held.append(event)
            return
        await super().on_event(event)
