"""What there is to say around a pause, by its kind and where it stands, and what a script's slots stand for then."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from companion.catalogue import _
from companion.domain.drafting import PauseDefaults
from companion.domain.pause import SUGGESTED_MORE, Outcome, Pause, PauseKind, PauseState
from companion.domain.returning import THEY_CAME_BACK
from companion.domain.script import ALONE, PauseScript, Script, fill
from companion.domain.times import say_clock, say_length

_USUAL = PauseDefaults()
_TO_THE_MINUTE = timedelta(hours=4)
"""Up to here a length is said to the minute."""
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)

_PLANNED = {
    PauseScript.MORE: "planned-more",
    PauseScript.LATE_NEW_TIME: "planned-new-time",
    PauseScript.LATE_BACK: "planned-late-back",
}
"""Scripts for time of one's own instead of those for a pause in an argument."""


class ToSay(StrEnum):
    """What an open pause has to say at a moment."""

    LEAVE = "leave"
    """On going; to somebody who goes."""
    SIGN = "sign"
    MORE = "more"
    """The new time."""
    BACK = "back"
    """On coming back in time."""
    DUE = "due"
    """Once the time has passed."""
    WAITING = "waiting"
    """Their time has passed, and the waiting has an end."""
    WAITED = "waited"
    """That end has come: nothing is to be said any more."""
    NOTHING = "nothing"


def to_say(pause: Pause, now: datetime) -> ToSay:
    """Return what there is to say now."""
    if pause.is_own and pause.is_sign_due(now):
        return ToSay.SIGN
    if pause.state(now) is PauseState.OVERDUE:
        if pause.end_point is None:
            return ToSay.DUE
        return ToSay.WAITING if now < pause.end_point else ToSay.WAITED
    if pause.told_at is None:
        return ToSay.LEAVE
    if not pause.is_own:
        return ToSay.NOTHING
    return ToSay.MORE if pause.moves and pause.moves[-1].told_at is None else ToSay.BACK


def words_now(pause: Pause, scripts: Mapping[str, Script], now: datetime) -> str:
    """Return the words for what there is to say now; empty where that is nothing."""
    match to_say(pause, now):
        case ToSay.LEAVE:
            return leave_words(pause, scripts, now)
        case ToSay.SIGN:
            return sign_words(pause, scripts, now)
        case ToSay.MORE:
            return more_words(pause, scripts, now)
        case ToSay.BACK | ToSay.DUE:
            return return_words(pause, scripts, now)
        case ToSay.WAITING:
            return end_point_words(pause, scripts, now)
    return ""


# -- which script


def leave_script(kind: PauseKind, is_stated: bool = True) -> PauseScript:
    """Return the script that a pause begins with: what one says before going, or to somebody who goes."""
    if kind is PauseKind.GIVING:
        return PauseScript.GIVING if is_stated else PauseScript.ASK
    return PauseScript.PLANNED if kind is PauseKind.PLANNED else PauseScript.LEAVE


def due_script(kind: PauseKind, is_stated: bool = True) -> PauseScript:
    """Return the script for the moment when the time has come: on coming back, or when they have not."""
    if kind is PauseKind.GIVING:
        return PauseScript.NO_WORD if is_stated else PauseScript.ASK_AGAIN
    return PauseScript.PLANNED_BACK if kind is PauseKind.PLANNED else PauseScript.RETURN


def _own_script(pause: Pause, script: PauseScript) -> str:
    """Return that script, or, where time of one's own was planned and nobody argued, the one for it."""
    return _PLANNED.get(script, script) if pause.kind is PauseKind.PLANNED else script


# -- the words


def leave_words(pause: Pause, scripts: Mapping[str, Script], now: datetime) -> str:
    """Return what to say before leaving, and with a check-in when the sign comes; for giving, what to answer."""
    text = pause.leave_message or scripts[leave_script(pause.kind, pause.is_stated)].text
    return " ".join(filter(None, (fill(text, _slots_of(pause, now)), promised_sign(pause, now))))


def promised_sign(pause: Pause, now: datetime) -> str:
    """Return the sentence that promises the next sign on the way; none if there is none to give."""
    if not pause.is_own or pause.check_in is None or pause.check_in <= now:
        return ""
    return _("I'll give you a sign at {clock}.", clock=say_clock(pause.check_in, now))


def sign_words(pause: Pause, scripts: Mapping[str, Script], now: datetime) -> str:
    """Return what to say on the way: a sign that all is well and the time still holds."""
    return fill(scripts[PauseScript.CHECK_IN].text, _slots_of(pause, now))


def return_words(pause: Pause, scripts: Mapping[str, Script], now: datetime) -> str:
    """Return what to say on coming back now: the pause's own words, or, when that is late, words that say so.

    For giving, what to say when their time has come and no word has; once they are back, a welcome.
    """
    text = pause.return_message or scripts[due_script(pause.kind, pause.is_stated)].text
    if pause.is_own:
        ended = pause if pause.outcome else pause.come_back(now)
        text = scripts[_own_script(pause, PauseScript.LATE_BACK)].text if ended.outcome is Outcome.LATE else text
    elif pause.outcome:
        text = pause.return_message or THEY_CAME_BACK
    return fill(text, _slots_of(pause, now))


def end_point_words(pause: Pause, scripts: Mapping[str, Script], now: datetime) -> str:
    """Return what to say when their time has passed without a word and the waiting has an end."""
    until = {"new_time": say_clock(pause.end_point, now)} if pause.end_point else {}
    return fill(scripts[PauseScript.END_POINT].text, _slots_of(pause, now) | until)


def more_words(pause: Pause, scripts: Mapping[str, Script], now: datetime) -> str:
    """Return what to say about the last move of a pause: asking for more time, or, after due, sorry and a new time.

    For giving, what to answer to the new time that they named.
    """
    own = PauseScript.MORE if pause.moves[-1].in_time else PauseScript.LATE_NEW_TIME
    script = _own_script(pause, own) if pause.is_own else PauseScript.GIVING
    said = fill(scripts[script].text, _slots_of(pause, now) | {"new_time": say_clock(pause.due, now)})
    return " ".join(filter(None, (said, promised_sign(pause, now))))


# -- the slots


def pause_slots(pause: Pause | None, now: datetime, usual: PauseDefaults = _USUAL) -> dict[str, str]:
    """Return the slots of what one may say now: those of one's own pause while it runs, else of a usual one from now.

    A time that has passed is no promise, and the time of somebody else is theirs.
    """
    usually = draft_slots(usual.length, now + usual.length, usual.place, now) | {"topic": pause.topic if pause else ""}
    if pause is None or not pause.is_own:
        return usually
    own = _slots_of(pause, now) | {ALONE: usually["minutes"]}
    is_running = pause.state(now) is PauseState.RUNNING
    return own if is_running else own | {name: usually[name] for name in ("minutes", "back_at")}


def say_running(pause: Pause, now: datetime) -> str:
    """Say that a pause runs already and where; nothing once its time has passed."""
    if pause.state(now) is not PauseState.RUNNING:
        return ""
    return _("A pause is running until {clock}. Enter shows it.", clock=say_clock(pause.due, now))


def _slots_of(pause: Pause, now: datetime) -> dict[str, str]:
    """Return the slots of the words that belong to a pause, whoever takes it and wherever it stands."""
    earliest = max(pause.due, now) if pause.is_open else now
    return {
        "minutes": _say_length(_length(pause, now)),
        "back_at": say_clock(pause.due, now),
        "place": pause.place,
        "topic": pause.topic,
        "new_time": say_clock(earliest + SUGGESTED_MORE, now),
    }


def draft_slots(length: timedelta, due: datetime, place: str, now: datetime) -> dict[str, str]:
    """Return the slots of a pause that is being prepared."""
    return {
        "minutes": _say_length(length),
        "back_at": say_clock(due, now),
        "place": place,
        "new_time": say_clock(due + SUGGESTED_MORE, now),
    }


def _length(pause: Pause, now: datetime) -> timedelta:
    """Return how long the pause will be for somebody who is told now."""
    return pause.left(now) if pause.left(now) >= _MINUTE else pause.planned


def _say_length(length: timedelta) -> str:
    """Say a length; a long one that ends at a clock time in whole hours, as the time itself is said beside it."""
    if length <= _TO_THE_MINUTE or length % _HOUR == timedelta():
        return say_length(length)
    return _("about {length}", length=say_length(round(length / _HOUR) * _HOUR))
