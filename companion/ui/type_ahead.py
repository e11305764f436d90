"""Keys are dealt with one after the other: what is typed behind one that leads elsewhere is meant for where it leads.

Textual hands a key to what has the focus at that moment, and finds out only then what it does. Of a burst (a slow line,
a stalled machine), all keys but the first would go where one is not any more.
"""

from collections import deque
from collections.abc import Sequence

from textual import events, on
from textual.dom import DOMNode
from textual.timer import Timer

from companion.ui.dismissing import LeftOnce
from companion.ui.messages import Arrived
from companion.ui.own_keys import OwnKeysApp

_LONGEST = 5.0
"""Seconds that keys wait at most; no place takes that long."""

_CLIMBS = 3
"""How often to follow the messages up to the app: the key, what it set off, and what that set off."""

_MOVES = {"up", "down", "pageup", "pagedown", "home", "end"}
"""Keys that lead nowhere in a list, and are often held down."""

_Typed = events.Key | events.Paste


def _stays(event: events.Key, node: DOMNode) -> bool:
    """Return whether a key writes in a field or moves in a list; in a field, moving must not overtake writing."""
    if node.check_consume_key("a", "a"):
        return node.check_consume_key(event.key, event.character)
    return event.key in _MOVES and event.key in node._bindings.key_to_bindings


class TypeAheadApp(OwnKeysApp):
    """An app that loses no key to the moment between two places."""

    _held: deque[_Typed] | None = None
    """What waits for an earlier key; None if there is none on its way."""
    _is_through = False
    _has_written = False
    """Whether keys have gone to a field whose screen may not know of them yet."""
    _patience: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait while an earlier key is on its way; the key that covers never waits."""
        if not isinstance(event, _Typed) or event.is_forwarded or self._is_to_cover(event):
            await super().on_event(event)
        elif self._held is None:
            await self._pass_on(event)
        else:
            self._held.append(event)
            self._patience = self._patience or self.set_timer(_LONGEST, self._release)

    def _is_to_cover(self, event: _Typed) -> bool:
        return isinstance(event, events.Key) and self.is_key_of("app.cover", event.key)

    async def _pass_on(self, event: _Typed) -> None:
        """Hand on what was typed; unless it does no more than write or move where the focus is, the rest waits.

        A key that does more waits itself until the screen knows what was written before it.
        """
        node: DOMNode = self.focused or self.screen
        if isinstance(event, events.Paste) or _stays(event, node):
            self._has_written = True
            await super().on_event(event)
            return
        held = self._held = deque()
        path = node.ancestors_with_self * _CLIMBS
        if self._has_written:
            self._has_written = False
            held.append(event)
        else:
            await super().on_event(event)
        self._climb(path, held)

    def _climb(self, path: Sequence[DOMNode], held: deque[_Typed]) -> None:
        """Go where the messages bubble, behind them; what is gone by then is left out."""
        for at, node in enumerate(path):
            if node.call_later(self._climb, path[at + 1 :], held):
                return
        self.call_later(self._come_through, held)

    async def _come_through(self, held: deque[_Typed]) -> None:
        """Note that the key before these has been dealt with."""
        self._is_through = held is self._held
        await self._go_on()

    @on(Arrived)
    async def _go_on(self) -> None:
        """Go on with what has waited, if the key before it is dealt with and the screen it led to is ready."""
        if not self._is_through:
            return
        screen = self.screen
        if not isinstance(screen, LeftOnce):
            screen.call_after_refresh(self.call_later, self._release)
        elif screen.has_arrived:
            await self._release()

    async def _release(self) -> None:
        """Hand on what has waited, in its order; one of the keys may lead elsewhere again."""
        held = self._held or deque()
        self.drop_keys()
        while held and self._held is None:
            await self._pass_on(held.popleft())
        if self._held is not None:
            self._held.extend(held)

    def take_again(self, event: events.Key) -> None:
        """Let a key that is being dealt with be the first one for the screen that it led to."""
        if self._held is not None:
            self._held.appendleft(events.Key(event.key, event.character))

    def drop_keys(self) -> None:
        """Forget what has waited."""
        self._held, self._is_through = None, False
        if self._patience:
            self._patience.stop()
            self._patience = None
