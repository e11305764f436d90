"""What an open pause says on the screen, by its kind and where it stands."""

from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len

from companion.catalogue import _
from companion.domain.pause import Pause, PauseKind, PauseState
from companion.domain.script import Script
from companion.domain.slots import ToSay, to_say, words_now
from companion.domain.times import say_clock
from companion.ui.bindings import key_of

_GAP, _DOT = "   ", " · "
"""Between words and the keys that belong to them; between one thing and the next."""

_OWN = {
    ToSay.LEAVE: _("Say before you go   {told} I said it"),
    ToSay.SIGN: _("Send this, then go on   {told} I gave the sign"),
    ToSay.MORE: _("Say the new time   {told} I said it"),
    ToSay.BACK: _("Say when you are back"),
    ToSay.DUE: _("Say now"),
}
_THEIRS = {
    ToSay.LEAVE: _("Say now, then leave it   {told} I said it"),
    ToSay.DUE: _("One line, then set an end   {wait} until when I wait"),
    ToSay.WAITING: _("You may send this"),
    ToSay.WAITED: _("Look after yourself now   {end} ends this"),
}
"""What the words are for, in a pause of one's own and in one of theirs."""

_WAYS_ON = _("enter I'm back · {more} more time, and a sorry · {end} end it")
_WAYS_ON_THEIRS = _("enter they're back · {more} they named a time · {end} end it")
"""What can be done once the time has passed."""


def key_in(pause: Pause, name: str, declared: str) -> str:
    """Return the key that does something in a running pause; each kind has bindings of its own."""
    return key_of(f"{'running' if pause.is_own else 'waiting'}.{name}", declared)


def ways_on(pause: Pause) -> str:
    """Say what can be done once the time has passed."""
    ways = _WAYS_ON if pause.is_own else _WAYS_ON_THEIRS
    return _(ways, more=key_in(pause, "more", "plus"), end=key_in(pause, "end", "c"))


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
    return Lines(_past(pause, now), _promise(pause, now), _said_for(pause, now), words_now(pause, scripts, now))


def _said_for(pause: Pause, now: datetime) -> str:
    """Say what the words are for, with the keys that belong to them."""
    said = (_OWN if pause.is_own else _THEIRS).get(to_say(pause, now), "")
    told, end = key_in(pause, "told", "m"), key_in(pause, "end", "c")
    return _(said, told=told, end=end, wait=key_of("waiting.wait", "e")) if said else ""


def _past(pause: Pause, now: datetime) -> str:
    """Say what has passed."""
    clock = say_clock(now, now)
    if pause.is_own and pause.is_sign_due(now) and pause.check_in:
        return _(
            "You said you would give a sign at {check_in}. It is {clock}.",
            check_in=say_clock(pause.check_in, now),
            clock=clock,
        )
    if pause.state(now) is not PauseState.OVERDUE:
        return ""
    due = say_clock(pause.due, now)
    if pause.is_own:
        return _("You said {due}. It is {clock}.", due=due, clock=clock)
    if pause.end_point and now >= pause.end_point:
        return _(
            "You gave it until {until}. It is {clock}. You can stop waiting.",
            until=say_clock(pause.end_point, now),
            clock=clock,
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
    parts = [_("past {due}", due=due) if over else _("back at {due}", due=due)]
    if pause.place:
        parts.append(pause.place)
    if pause.check_in and not over and now < pause.check_in:
        parts.append(_("a sign at {clock}", clock=say_clock(pause.check_in, now)))
    return _DOT.join(parts)
