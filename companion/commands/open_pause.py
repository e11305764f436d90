"""The open pause, for the verbs that need one."""

from collections.abc import Callable, Iterable
from datetime import datetime

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.errors import say
from companion.domain.length import say_reading
from companion.domain.pause import Pause
from companion.domain.returning import LASTS
from companion.domain.set_back import find_set_back
from companion.domain.standing import say_standing
from companion.storage.errors import StoreError
from companion.text.plain import one_line

NONE_RUNS = _("No pause is running.")
_NONE = _("{none_runs} Start one: companion pause 30.", none_runs=NONE_RUNS)


def open_pause(context: Context) -> Pause:
    """Return the open pause.

    Raises:
        StoreError: if there is none.
    """
    return _there(context.store.pauses.open(), context)


def change_pause(context: Context, change: Callable[[Pause], Pause]) -> Pause:
    """Change the open pause and return it as kept.

    Raises:
        ValueError: if the change can't be made.
        StoreError: if there is none, or the change did not reach the disk.
    """

    def explained(found: Pause) -> Pause:
        try:
            return change(found)
        except ValueError:
            _say_set_back(found, context)  # by a clock that went back, what was asked may look far off
            raise

    return _there(context.store.pauses.change_open(explained), context)


def just_ended(pauses: Iterable[Pause], now: datetime) -> Pause | None:
    """Return the pause that was come back from last, if that was not long ago."""
    returned = (each for each in pauses if each.returned_at and now - each.returned_at < LASTS)
    return max(returned, key=lambda pause: pause.started_at, default=None)


def speak(words: str) -> None:
    """Print what to say; whatever was typed into it steers no terminal."""
    click.echo(one_line(words))


def say_reading_of(typed: str, due: datetime, now: datetime) -> None:
    """Say beside the words what was made of a clock time, where another may have been meant."""
    if said := say_reading(typed, due, now):
        click.echo(said, err=True)


def say_pause(pause: Pause, now: datetime) -> str:
    """Say where a pause stands, in a line."""
    return " · ".join(filter(None, (say_standing(pause, now), one_line(pause.place))))


def _there(found: Pause | None, context: Context) -> Pause:
    if found is None:
        raise StoreError(_NONE)
    _say_set_back(found, context)
    return found


def _say_set_back(pause: Pause, context: Context) -> None:
    """Say that the clock went back, if it did."""
    if is_back := find_set_back(pause, context.clock()):
        say(is_back)
