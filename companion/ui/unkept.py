"""What is typed in a form and not kept yet: on the disk within a second, until it is kept or begun anew."""

from collections.abc import Callable
from datetime import datetime

from textual.message_pump import MessagePump
from textual.timer import Timer

from companion.catalogue import _
from companion.domain.times import say_clock
from companion.ui.bindings import key_of

AFTER = 1.0
"""Seconds after a key until it is on the disk, however quickly others follow."""

START_ANEW = "ctrl+d"
"""The key that puts aside what was taken up, and brings it back."""


def say_taken_up(written_at: datetime, now: datetime, anew: str) -> str:
    """Say that what stands in a form was typed before; `anew` is the id of the binding that starts anew there."""
    key = key_of(anew, START_ANEW)
    return _("Taken up from {clock}; {start_anew} starts anew", clock=say_clock(written_at, now), start_anew=key)


def say_aside(anew: str) -> str:
    """Say that what was taken up is put aside, once one has started anew with that binding."""
    key = key_of(anew, START_ANEW)
    return _("Put aside. {start_anew} brings it back, until something else is typed", start_anew=key)


def say_left(way_back: str, *, is_locked: bool = False) -> str:
    """Say that what is typed in a form waits there, and which way leads back to it, if need be after unlocking."""
    if is_locked:
        return _("Not kept yet, and not lost: once it is unlocked, {way_back} takes it up again.", way_back=way_back)
    return _("Not kept yet, and not lost: {way_back} takes it up again.", way_back=way_back)


class WriteSoon:
    """Writes down what is typed a second after the first key that is not on the disk; more keys don't put it off."""

    def __init__(self, form: MessagePump, write: Callable[[], object]) -> None:
        self._form = form
        self._write = write
        self._timer: Timer | None = None

    def start(self) -> None:
        """Write in a second, unless that is about to happen already."""
        if self._timer is None:
            self._timer = self._form.set_timer(AFTER, self._fire)

    def stop(self) -> None:
        """Write nothing, until it is started again."""
        if self._timer:
            self._timer.stop()
        self._timer = None

    def _fire(self) -> None:
        self._timer = None
        self._write()
