"""What an open pause says on the screen, by its kind and where it stands."""

from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len

from companion.catalogue import _
from companion.domain.pause import Pause, PauseKind, PauseState
from companion.domain.script import Script
from companion.domain.slots import end_point_words, leave_words, more_words, return_words, sign_words
from companion.domain.times import say_clock

_GAP, _DOT = "   ", " · "
"""Between words and the keys that belong to them; between one thing and the next."""


def fold(text: str, width: int) -> str:
    """Return a line with its keys under it, and broken between one thing and the next, where it does not fit."""
    if cell_len(text) <= width:
        return text
    if _GAP in text:
        return "\n".join(fold(part, width) for part in text.split(_GAP))
    folded = ""
    for part in text.split(_DOT):
        last = folded.rpartition("\n")[2]
        fits = not folded or cell_len(last + _DOT + part) <= width
        folded += part if not folded else f"{_DOT if fits else chr(10)}{part}"
    return folded


class Lines(NamedTuple):
    """The lines around the clock."""

    past: str
    """What has passed; nothing while all is as it was said."""
    promise: str
    """What was said, and where."""
    say: str
    """What the words are for."""
    words: str


def lines(pause: Pause, scripts: dict[str, Script], now: datetime) -> Lines:
    """Return what there is to say at this moment."""
    past, promise = _past(pause, now), _promise(pause, now)
    if pause.is_own and pause.is_sign_due(now):
        return Lines(past, promise, _("Send this, then go on   m I gave the sign"), sign_words(pause, scripts, now))
    if pause.end_point is not None and pause.state(now) is PauseState.OVERDUE:
        is_over = now >= pause.end_point
        words = "" if is_over else end_point_words(pause, scripts, now)
        return Lines(
            past, promise, _("Look after yourself now   c ends this") if is_over else _("You may send this"), words
        )
    if pause.state(now) is PauseState.OVERDUE:
        return Lines(past, promise, _say_over(pause), return_words(pause, scripts, now))
    if pause.told_at is None:
        say = _("Say before you go   m I said it") if pause.is_own else _("Say now, then leave it   m I said it")
        return Lines(past, promise, say, leave_words(pause, scripts, now))
    if pause.is_own and pause.moves and pause.moves[-1].told_at is None:
        return Lines(past, promise, _("Say the new time   m I said it"), more_words(pause, scripts, now))
    if pause.is_own:
        return Lines(past, promise, _("Say when you are back"), return_words(pause, scripts, now))
    return Lines(past, promise, "", "")


def _past(pause: Pause, now: datetime) -> str:
    """Say what has passed."""
    clock = say_clock(now, now)
    if pause.is_own and pause.is_sign_due(now) and pause.check_in:
        return _(
            "You said you would give a sign at {clock}. It is {clock_2}.",
            clock=say_clock(pause.check_in, now),
            clock_2=clock,
        )
    if pause.state(now) is not PauseState.OVERDUE:
        return ""
    due = say_clock(pause.due, now)
    if pause.is_own:
        return _("You said {due}. It is {clock}.", due=due, clock=clock)
    if pause.end_point and now >= pause.end_point:
        return _(
            "You gave it until {clock}. It is {clock_2}. You can stop waiting.",
            clock=say_clock(pause.end_point, now),
            clock_2=clock,
        )
    return (
        _("They said {due}. It is {clock}.", due=due, clock=clock)
        if pause.is_stated
        else _("They named no time. It is {clock}.", clock=clock)
    )


def _promise(pause: Pause, now: datetime) -> str:
    """Say what was said, and where."""
    due, over = say_clock(pause.due, now), pause.state(now) is PauseState.OVERDUE
    if pause.kind is PauseKind.GIVING:
        if pause.end_point and now < pause.end_point:
            return _("you wait until {clock}", clock=say_clock(pause.end_point, now))
        said = _("they said {due}", due=due) if pause.is_stated else _("no time named · ask at {due}", due=due)
        return _("past {due}", due=due) if over else said
    where = f" · {pause.place}" if pause.place else ""
    is_ahead = pause.check_in is not None and not over and now < pause.check_in
    sign = _(" · a sign at {clock}", clock=say_clock(pause.check_in, now)) if is_ahead and pause.check_in else ""
    return f"{'past' if over else 'back at'} {due}{where}{sign}"


def _say_over(pause: Pause) -> str:
    """Say what the words are for once the time has passed."""
    return _("Say now") if pause.is_own else _("One line, then set an end   e until when I wait")
