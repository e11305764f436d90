"""What was promised: what was said before each pause of one's own, its times, and how it ended."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import msgspec

from companion.catalogue import _
from companion.domain.move import Move
from companion.domain.pause import Outcome, Pause
from companion.domain.script import Script
from companion.domain.slots import leave_words
from companion.domain.times import local, say_dated


def promises(pauses: Iterable[Pause]) -> list[Pause]:
    """Return the pauses of one's own, newest first."""
    return sorted((each for each in pauses if each.is_own), key=lambda pause: pause.started_at, reverse=True)


def promise(pause: Pause, scripts: Mapping[str, Script]) -> str:
    """Return what was said before going, with the time that was true then."""
    at_first = msgspec.structs.replace(pause, due=_first_due(pause), moves=(), check_in=None)
    return leave_words(at_first, scripts, pause.told_at or pause.started_at)


def say_promise(pause: Pause, now: datetime) -> list[str]:
    """Return the times of a promise and how it ended, in words: no count, no mark.

    Other days stand there with their dates, as it is read under the day of the pause.
    """
    day = local(pause.started_at).date()
    told = say_dated(pause.told_at or pause.started_at, day)
    due = say_dated(_first_due(pause), day)
    if pause.told_at:
        words = [_("said at {told}: back at {due}", told=told, due=due)]
    elif pause.is_untold:
        words = [_("begun at {begun}, not said: back at {due}", begun=told, due=due)]
    else:
        words = [_("begun at {begun}: back at {due}", begun=told, due=due)]
    words += [_moved(move, day) for move in pause.moves]
    if pause.outcome is None:
        words.append(_("it runs") if now < pause.due else _("the time has passed"))
    else:
        words.append(_say_end(pause.outcome, say_dated(pause.ended_at or pause.due, day)))
    return words


def _say_end(outcome: Outcome, moment: str) -> str:
    match outcome:
        case Outcome.KEPT:
            return _("back {moment}: kept", moment=moment)
        case Outcome.MOVED:
            return _("back {moment}: moved in time", moment=moment)
        case Outcome.LATE:
            return _("back {moment}: late", moment=moment)
        case Outcome.CANCELLED:
            return _("called off {moment}", moment=moment)
    return _("not returned")


def _first_due(pause: Pause) -> datetime:
    """Return the time that was said at first."""
    return pause.moves[0].old if pause.moves else pause.due


def _moved(move: Move, day: date) -> str:
    when = _("in time") if move.in_time else _("after it had passed")
    return _(
        "moved at {moment} to {due}, {when}",
        moment=say_dated(move.at, day),
        due=say_dated(move.new, day),
        when=when,
    )
