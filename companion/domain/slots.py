"""What a script's slots stand for around a pause."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from companion.domain.pause import SUGGESTED_MORE, Outcome, Pause, PauseDefaults
from companion.domain.script import PauseScript, Script, fill
from companion.domain.times import say_clock, say_length

_USUAL = PauseDefaults()


def pause_slots(pause: Pause | None, now: datetime, usual: PauseDefaults = _USUAL) -> dict[str, str]:
    """Return the slots that a pause fills; without one, those of the usual pause, were it to start now."""
    due = pause.due if pause else now + usual.length
    return {
        "minutes": say_length(_length(pause, now) if pause else usual.length),
        "back_at": say_clock(due, now),
        "place": pause.place if pause else usual.place,
        "topic": pause.topic if pause else "",
        "new_time": say_clock(max(due, now) + SUGGESTED_MORE, now),
    }


def return_words(pause: Pause, scripts: Mapping[str, Script], now: datetime) -> str:
    """Return what to say on coming back now: the pause's own words, or, when that is late, words that say so."""
    ended = pause if pause.outcome else pause.come_back(now)
    text = scripts[PauseScript.LATE_BACK].text if ended.outcome is Outcome.LATE else pause.return_message
    return fill(text, pause_slots(pause, now))


def more_words(pause: Pause, scripts: Mapping[str, Script], now: datetime) -> str:
    """Return what to say about the last move of a pause: asking for more time, or, after due, sorry and a new time."""
    in_time = pause.moves[-1].in_time
    script = scripts[PauseScript.MORE if in_time else PauseScript.LATE_NEW_TIME]
    return fill(script.text, pause_slots(pause, now) | {"new_time": say_clock(pause.due, now)})


def _length(pause: Pause, now: datetime) -> timedelta:
    """Return how long the pause will be for somebody who is told now."""
    return pause.left(now) if now < pause.due else pause.planned


def draft_slots(length: timedelta, due: datetime, place: str, now: datetime) -> dict[str, str]:
    """Return the slots of a pause that is being prepared."""
    return {
        "minutes": say_length(length),
        "back_at": say_clock(due, now),
        "place": place,
        "new_time": say_clock(due + SUGGESTED_MORE, now),
    }
