"""The time of a step in plain lines: how long it takes, and how it passes."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from companion.catalogue import _
from companion.commands.plain import is_unstyled
from companion.domain.times import say_length

_SHORT_STEP, _DOT = 60, 10
"""Seconds: a longer step has a dot every ten of them, not each."""


def say_seconds(seconds: int) -> str:
    """Say how long a step takes: `90 seconds`, `2 minutes`."""
    return _("{seconds} seconds", seconds=seconds) if seconds % _SHORT_STEP else say_length(timedelta(seconds=seconds))


def dots(seconds: int, clock: Callable[[], float], wait: Callable[[float], None]) -> Iterator[str]:
    """Yield a dot for each second, or for each ten of a long step, at its time."""
    began, each = clock(), 1 if seconds <= _SHORT_STEP else _DOT
    for passed in range(each, seconds + 1, each):
        wait(max(0.0, began + passed - clock()))
        yield "" if is_unstyled() else "."
    yield "\n"
