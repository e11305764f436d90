"""What a script's slots stand for around a pause."""

from datetime import datetime, timedelta

from companion.domain.pause import DEFAULT_LENGTH, SUGGESTED_MORE, Pause
from companion.domain.times import say_clock, say_length


def pause_slots(pause: Pause | None, now: datetime) -> dict[str, str]:
    """Return the slots that a pause fills; without one, those of a pause that would start now."""
    due = pause.due if pause else now + DEFAULT_LENGTH
    return {
        "minutes": say_length(pause.planned if pause else DEFAULT_LENGTH),
        "back_at": say_clock(due, now),
        "place": pause.place if pause else "",
        "topic": pause.topic if pause else "",
        "new_time": say_clock(max(due, now) + SUGGESTED_MORE, now),
    }


def draft_slots(length: timedelta, due: datetime, place: str, now: datetime) -> dict[str, str]:
    """Return the slots of a pause that is being prepared."""
    return {
        "minutes": say_length(length),
        "back_at": say_clock(due, now),
        "place": place,
        "new_time": say_clock(due + SUGGESTED_MORE, now),
    }
