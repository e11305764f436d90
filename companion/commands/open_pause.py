"""The open pause, for the verbs that need one."""

from collections.abc import Callable
from datetime import datetime

from companion.commands.context import Context
from companion.domain.pause import Pause
from companion.domain.standing import say_standing
from companion.storage.errors import StoreError
from companion.text.plain import one_line

_NONE = "No pause is running. Start one: companion pause 30."


def open_pause(context: Context) -> Pause:
    """Return the open pause.

    Raises:
        StoreError: if there is none.
    """
    return _there(context.store.pauses.open())


def change_pause(context: Context, change: Callable[[Pause], Pause]) -> Pause:
    """Change the open pause and return it as kept.

    Raises:
        ValueError: if the change can't be made.
        StoreError: if there is none, or the change did not reach the disk.
    """
    return _there(context.store.pauses.change_open(change))


def say_pause(pause: Pause, now: datetime) -> str:
    """Say where a pause stands, in a line."""
    return " · ".join(filter(None, (say_standing(pause, now), one_line(pause.place))))


def _there(found: Pause | None) -> Pause:
    if found is None:
        raise StoreError(_NONE)
    return found
