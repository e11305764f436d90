"""What the form of a pause says, by the kind of pause and what is chosen."""

from datetime import datetime, timedelta

from companion.catalogue import _
from companion.domain.day_names import short_month, short_weekday
from companion.domain.drafting import ASK_IN, Draft
from companion.domain.length import SHORT, SUGGESTED_LEAST
from companion.domain.pause import PauseKind
from companion.domain.said_time import say_time_missing
from companion.domain.script import fill
from companion.domain.slots import draft_slots
from companion.domain.times import local, say_length
from companion.domain.week_time import say_time
from companion.ui.bindings import key_of

OTHER, NONE_NAMED = "other", "none"
_PRESETS = {PauseKind.TAKING: (20, 30, 45, 60), PauseKind.GIVING: (20, 30, 60), PauseKind.PLANNED: (60, 120, 180)}
"""Minutes."""
LENGTH_LABEL = {PauseKind.TAKING: _("How long"), PauseKind.GIVING: _("They said"), PauseKind.PLANNED: _("How long")}
SAY = {
    PauseKind.TAKING: _("Say before you go"),
    PauseKind.GIVING: _("Say now, then leave it"),
    PauseKind.PLANNED: _("Say before you go"),
}

_BACK = _("Say when you are back   {edit} edit")
_CARE = _("Afraid of them, or is there talk of suicide? Press {unsafe} first.")
_A_SIGN = _("A sign on the way helps whoever waits: one line, no talk.")
_ASK = _("You may ask for a time. If none comes, ask once more in {length}.", length=say_length(ASK_IN))
_EARLY = _("It has not begun yet; this pause begins now.")
_SECOND = timedelta(seconds=30)
"""So much may have passed since the length was chosen."""


def say_keys() -> str:
    """Say what can be done with the words to say before going."""
    return _("{edit} edit · {large} large", edit=key_of("pause.edit", "e"), large=key_of("pause.large", "s"))


def say_back() -> str:
    """Say what the words for the return are for."""
    return _(_BACK, edit=key_of("pause.edit-return", "r"))


def say_care() -> str:
    """Say what comes before any pause."""
    return _(_CARE, unsafe=key_of("pause.not-safe", "x"))


def minutes(draft: Draft) -> str:
    """Return the length that is chosen, in minutes."""
    return str(round(draft.length.total_seconds() / 60))


def lengths(draft: Draft) -> list[tuple[str, str]]:
    """Return the lengths to choose from: the presets of the kind, and the one that is chosen among them."""
    options = [(str(each), str(each)) for each in sorted({*_PRESETS[draft.kind], int(minutes(draft))})]
    if draft.kind is PauseKind.GIVING:
        options.append((NONE_NAMED, "none"))
    return [*options, (OTHER, _("until…"))]  # the last: whoever reaches it is asked


def advice(draft: Draft, leave: str, now: datetime) -> str:
    """Return what there is to say about what is chosen; nothing if that is nothing.

    Args:
        draft: What is chosen.
        leave: The words for now.
        now: The time.
    """
    said = (_from_week(draft, now), _other_day(draft, now), _advice(draft, leave, now))
    return " ".join(filter(None, said))


def _from_week(draft: Draft, now: datetime) -> str:
    """Say which time of the week a planned pause begins from, and whether that is still to come."""
    if (time := draft.begins_from) is None:
        return ""
    said = _("From your week: {time}.", time=say_time(time))
    return f"{said} {_EARLY}" if now < time.begins else said


def _other_day(draft: Draft, now: datetime) -> str:
    """Say that a clock time means tomorrow: today it may have passed unnoticed."""
    until = local(draft.until) if draft.until and draft.is_stated else None
    if until is None or until.date() != local(now).date() + timedelta(days=1):
        return ""
    day = f"{short_weekday(until)} {until.day} {short_month(until)}"
    return _("{time:%H:%M} is tomorrow, {day}.", time=until, day=day)


def _advice(draft: Draft, leave: str, now: datetime) -> str:
    if draft.kind is PauseKind.GIVING:
        return "" if draft.is_stated else _ASK
    if draft.due(now) - now < SUGGESTED_LEAST - _SECOND:
        return SHORT
    if draft.is_long(now) and draft.check_in(now) is None:
        return _A_SIGN
    due = draft.due(now)
    return say_time_missing(fill(leave, draft_slots(due - now, due, draft.place, now)), due, now)
