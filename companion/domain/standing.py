"""Where an open pause stands, in a line; light, as a prompt asks for it each second."""

from datetime import datetime

from companion.domain.pause import Pause, PauseKind, PauseState
from companion.domain.times import say_clock, say_digits


def say_standing(pause: Pause, now: datetime) -> str:
    """Say what holds: `back at 20:40`, `they said 20:40; it is 20:52`, `no time named; ask at 20:40`."""
    due, clock = say_clock(pause.due, now), say_clock(now, now)
    is_over = pause.state(now) is PauseState.OVERDUE
    if pause.end_point is not None and is_over:
        end = say_clock(pause.end_point, now)
        said = f"you wait until {end}" if now < pause.end_point else f"you waited until {end}; you can stop"
    elif pause.kind is PauseKind.GIVING:
        if not pause.is_stated:
            said = "no time named; ask now" if is_over else f"no time named; ask at {due}"
        else:
            said = f"they said {due}; it is {clock}" if is_over else f"they said {due}"
    elif is_over:
        said = f"you said {due}; it is {clock}"
    else:
        said = f"own time until {due}" if pause.kind is PauseKind.PLANNED else f"back at {due}"
    return said + _sign(pause, now)


def say_in_a_bar(pause: Pause, now: datetime) -> str:
    """Say it as short as a bar wants it: `17:42 20:40`, `17:42 they said 20:40`, `past 20:40`."""
    due = say_clock(pause.due, now)
    if pause.kind is PauseKind.GIVING and not pause.is_stated:
        return say_standing(pause, now)
    named = {PauseKind.TAKING: due, PauseKind.GIVING: f"they said {due}", PauseKind.PLANNED: f"own time until {due}"}
    if pause.state(now) is PauseState.OVERDUE:
        return f"past {due}" if pause.is_own else f"past, {named[pause.kind]}"
    return f"{say_digits(pause.left(now))} {named[pause.kind]}{_sign(pause, now)}"


def _sign(pause: Pause, now: datetime) -> str:
    """Say when the next sign is to be given; nothing if there is none, or it is too late for one."""
    if pause.check_in is None or pause.state(now) is not PauseState.RUNNING:
        return ""
    return "; a sign is due" if pause.is_sign_due(now) else f"; a sign at {say_clock(pause.check_in, now)}"
