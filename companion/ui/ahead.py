"""Work done ahead, in pieces too short to notice, so that the first visit of a place is as quick as the next."""

from collections.abc import Iterator
from time import monotonic

from textual.message_pump import MessagePump
from textual.timer import Timer

_EVERY = 0.02
_PIECE = 0.004
"""Seconds that a piece takes about; a key waits no longer."""


class Ahead:
    """Goes through what is to be made, a piece at a time."""

    def __init__(self, pump: MessagePump) -> None:
        self._pump = pump
        self._timer: Timer | None = None

    def begin(self, work: Iterator[object]) -> None:
        """Go through it from now on, instead of what was begun before."""
        self.drop()

        def go_on() -> None:
            until = monotonic() + _PIECE
            for _ in work:
                if monotonic() >= until:
                    return
            self.drop()

        self._timer = self._pump.set_interval(_EVERY, go_on)

    def drop(self) -> None:
        """Stop, and hold nothing of it any more."""
        if self._timer:
            self._timer.stop()
        self._timer = None
