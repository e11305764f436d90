"""Where an open pause stands, in a line or in words; light, as a prompt asks for it each second."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from companion.catalogue import _, ngettext
from companion.domain.pause import Pause, PauseKind, PauseState
from companion.domain.set_back import IN_A_BAR, set_back
from companion.domain.times import say_clock, say_digits, say_length

_WHOSE = {
    PauseKind.TAKING: _("You take space."),
    PauseKind.GIVING: _("They take space."),
    PauseKind.PLANNED: _("Planned."),
}
_A_MINUTE = timedelta(minutes=1)


def say_standing(pause: Pause, now: datetime) -> str:
    """Say what holds: `back at 20:40`, `they said 20:40; it is 20:52`, `no time named; ask at 20:40`."""
    return _with_sign(_standing(pause, now), pause, now)


def _standing(pause: Pause, now: datetime) -> str:
    due, clock = say_clock(pause.due, now), say_clock(now, now)
    is_over = pause.state(now) is PauseState.OVERDUE
    if pause.end_point is not None and is_over:
        end = say_clock(pause.end_point, now)
        said = (
            _("you wait until {end}", end=end)
            if now < pause.end_point
            else _("you waited until {end}; you can stop", end=end)
        )
    elif pause.kind is PauseKind.GIVING:
        if not pause.is_stated:
            said = _("no time named; ask now") if is_over else _("no time named; ask at {due}", due=due)
        else:
            said = (
                _("they said {due}; it is {clock}", due=due, clock=clock) if is_over else _("they said {due}", due=due)
            )
    elif is_over:
        said = _("you said {due}; it is {clock}", due=due, clock=clock)
    else:
        said = _("own time until {due}", due=due) if pause.kind is PauseKind.PLANNED else _("back at {due}", due=due)
    return said


def say_in_a_bar(pause: Pause, now: datetime) -> str:
    """Say it as short as a bar wants it: `17:42 20:40`, `17:42 they said 20:40`, `past 20:40`."""
    return f"{_in_a_bar(pause, now)}{f'; {IN_A_BAR}' if set_back(pause, now) else ''}"


def _in_a_bar(pause: Pause, now: datetime) -> str:
    due = say_clock(pause.due, now)
    if pause.kind is PauseKind.GIVING and not pause.is_stated:
        return say_standing(pause, now)
    named = {
        PauseKind.TAKING: due,
        PauseKind.GIVING: _("they said {due}", due=due),
        PauseKind.PLANNED: _("own time until {due}", due=due),
    }
    if pause.state(now) is PauseState.OVERDUE:
        return _("past {due}", due=due) if pause.is_own else _("past, {named}", named=named[pause.kind])
    return _with_sign(f"{say_digits(pause.left(now))} {named[pause.kind]}", pause, now)


def say_in_words(pause: Pause, now: datetime) -> Iterator[str]:
    """Say in sentences how an open pause stands: whose it is, its time, what is left, signs, whether it was said."""
    standing, left = _standing(pause, now), pause.left(now)
    yield f"{_WHOSE[pause.kind]} {standing[0].upper()}{standing[1:]}."
    if left >= _A_MINUTE:
        yield _("{length} left.", length=say_length(left))
    elif left > timedelta():
        yield _("Less than a minute left.")
    if pause.check_in and pause.state(now) is PauseState.RUNNING:
        clock = say_clock(pause.check_in, now)
        if pause.is_sign_due(now):
            yield _("You said you would give a sign at {clock}.", clock=clock)
        else:
            yield (
                _("You give a sign at {clock}.", clock=clock)
                if pause.is_own
                else _("They give a sign at {clock}.", clock=clock)
            )
    if pause.moves:
        yield ngettext("Moved once.", "Moved {n} times.", len(pause.moves))


def _with_sign(standing: str, pause: Pause, now: datetime) -> str:
    """Say how a pause stands, and when the next sign is to be given, unless there is none or it is too late for one."""
    if pause.check_in is None or pause.state(now) is not PauseState.RUNNING:
        return standing
    sign = (
        _("a sign is due") if pause.is_sign_due(now) else _("a sign at {clock}", clock=say_clock(pause.check_in, now))
    )
    return f"{standing}; {sign}"
