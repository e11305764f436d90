"""Reading how long a pause shall be: `20`, `1h 15m`, `half a day`, `until 20:40`, `until monday 9:00`."""

import re
from datetime import date, datetime, time, timedelta

from companion.catalogue import _
from companion.domain.length_parts import WORDS, sum_parts
from companion.domain.length_slips import LIKE_A_LENGTH, as_typed, check_dot, put_right
from companion.domain.times import SECOND, local, next_at, say_clock, say_length

LONGEST = timedelta(days=14)
"""A pause is at most this long; then a new time is agreed."""

SUGGESTED_LEAST = timedelta(minutes=20)
"""Many therapists suggest at least this much (fact A5)."""

SHORT = _("Many therapists suggest at least 20 minutes. It is your choice.")
"""Said once of a shorter pause; then it is obeyed."""

_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?:on )?(today|tomorrow|(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?)"
_MIDNIGHT, _MORNING = time(), time(8, 0)
_AT_MIDNIGHT, _OVERNIGHT = "midnight", "overnight"
_NAMED = {"morning": _MORNING, "noon": time(12), _AT_MIDNIGHT: _MIDNIGHT}
_SLIP = timedelta(hours=18)
"""A clock time without a day that would be further away than this is asked about."""
_BARE = re.compile(r"\d{1,2}:\d{2}", re.ASCII)
_MOST_SHOWN = 60
"""Characters of what was typed that are said again."""
_HOW = _("Say it like “30” or “1h 15m”.")
_HOW_LONG_OR_UNTIL = _("Say it like “30”, “1h 15m” or “until 20:40”.")


def parse_length(text: str) -> timedelta:
    """Read a length; a bare number is minutes.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = _spaced(text)
    length = WORDS.get(words) or sum_parts(words, LONGEST)
    if length is None:
        raise ValueError(_("“{text}” is not a length. {hint}", text=_shown(text), hint=_HOW))
    if length < timedelta(minutes=1):
        raise ValueError(_("A pause is at least one minute. {hint}", hint=_HOW))
    if length > LONGEST:
        raise ValueError(_("That is more than two weeks. Take less; agree a new time before it is up."))
    return length


def parse_due(text: str, now: datetime) -> datetime:
    """Read when a pause is due: a length from now, a clock time (`until 20:40`, `8pm`, `overnight`), or one on a day.

    A clock time that has passed today means tomorrow; a day without one means its morning.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = _spaced(text)
    try:
        return _read_due(words, text, now)
    except ValueError:
        if (meant := put_right(words)) == words or not _can_be_read(meant, now):
            raise
    raise ValueError(_("“{text}” is not understood. Did you mean “{meant}”?", text=_shown(text), meant=meant))


def _read_due(words: str, text: str, now: datetime) -> datetime:
    """Return when a pause is due; words are the text in small letters, with single blanks."""
    if _is_clock(words):
        day, at = _read_clock(words)
        return _next_on(day, at, now) if day else next_at(now, at)
    check_dot(words)
    try:
        return now + parse_length(words)
    except ValueError as error:
        if words not in WORDS and sum_parts(words, LONGEST) is None:
            said = _("“{text}” is not a length. {hint}", text=_shown(text), hint=_HOW_LONG_OR_UNTIL)
            raise ValueError(said) from error
        raise


def _can_be_read(words: str, now: datetime) -> bool:
    try:
        return _read_due(words, words, now) > now
    except ValueError:
        return False


def check_day(text: str, due: datetime, now: datetime) -> None:
    """Raise ValueError if a clock time that passed not long ago was said, and nothing that it is meant for tomorrow.

    In the evening `until 9:00` is the morning; at 13:42 `until 13:00` may be a slip, and a promise of 23 hours.
    """
    words = _spaced(text)
    is_named = not _is_clock(words) or words.endswith((_OVERNIGHT, _AT_MIDNIGHT)) or re.search(rf"\b{_DAY}\b", words)
    if is_named or due - now <= _SLIP or local(due).date() <= local(now).date():
        return
    clock = f"{local(due):%H:%M}"
    said = _("{clock} has passed today. If you mean tomorrow, say so: until tomorrow {clock}.", clock=clock)
    if _is_like_a_length(words):
        length = as_typed(_read_clock(words)[1])
        said = " ".join((said, _("For a length, say “{length}”.", length=length)))
    raise ValueError(said)


def say_reading(text: str, due: datetime, now: datetime) -> str:
    """Say what was made of a clock time that may have been meant otherwise; nothing if it was read as it stands.

    Args:
        text: What was typed, and could be read.
        due: What it was read as.
        now: The time.
    """
    words, there = _spaced(text), local(due)
    if not _is_clock(words):
        return ""
    _day, at = _read_clock(words)
    if (at.hour, at.minute) != (there.hour, there.minute):
        return _(
            "{at:%H:%M} does not exist that night, as the clocks go forward: it was taken as {clock}.",
            at=at,
            clock=say_clock(due, now),
        )
    if _is_like_a_length(words) and there.date() > local(now).date():
        length = timedelta(hours=at.hour, minutes=at.minute)
        return _(
            "{words} was taken as a clock time, {clock}. For a length, say “{length}”.",
            words=words,
            clock=say_clock(due, now),
            length=say_length(length),
        )
    return ""


def _is_like_a_length(words: str) -> bool:
    """Return whether a clock time such as `1:30` may be meant as hours and minutes."""
    return bool(_BARE.fullmatch(words)) and _MIDNIGHT < parse_clock(words) < LIKE_A_LENGTH


def parse_more(text: str, due: datetime, now: datetime) -> datetime:
    """Read the new due time of a pause: a length is added to due, or to now once due has passed; a clock time is one.

    Raises:
        ValueError: with a sentence, if it is not a time, or not a later one.
    """
    read = parse_due(text, now)
    new = read if _is_clock(_spaced(text)) else max(due, now) + (read - now)
    if new <= max(due, now):
        raise ValueError(_("That is no later than {clock}. Say a later time.", clock=say_clock(max(due, now), now)))
    return new


def parse_sign(text: str, due: datetime, now: datetime) -> datetime:
    """Read when to give a sign in a pause, as `parse_due` does.

    Raises:
        ValueError: with a sentence, if it is not a time, or not one before the pause is due.
    """
    sign = parse_due(text, now)
    if sign >= due:
        back = say_clock(due, now)
        raise ValueError(
            _("A sign comes before you are back, and you are back at {back}. Say an earlier time for it.", back=back)
        )
    return sign


def parse_clock(text: str) -> time:
    """Read a clock time such as `20:40`, `8pm` or `8`.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    found = re.fullmatch(_CLOCK, text.strip().lower(), re.ASCII)
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise ValueError(_("“{text}” is not a clock time. Say it like “20:40”.", text=_shown(text)))


def _spaced(text: str) -> str:
    return " ".join(text.lower().split())


def _shown(text: str) -> str:
    """Return what was typed as a sentence can say it again."""
    words = " ".join(text.split())
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}…"


def _is_clock(words: str) -> bool:
    """Return whether the words mean a clock time, not a length."""
    if words == _OVERNIGHT or re.search(rf"\b{_DAY}\b", words):
        return True
    return words in (_AT_MIDNIGHT, "noon") or words.startswith("until") or ":" in words or words.endswith(("am", "pm"))


def _read_clock(words: str) -> tuple[str | None, time]:
    """Read the day, if any, and the time of `20:40`, `noon`, `until tomorrow`, `monday 9:00`, `overnight`."""
    words = words.removeprefix("until").strip()
    if words == _OVERNIGHT:
        return None, _MORNING
    found = re.search(rf"(?:^|\b){_DAY}\b", words)
    clock = f"{words[: found.start()]}{words[found.end() :]}".strip().removeprefix("at ") if found else words
    day = found[1] if found else None
    if day and clock == _AT_MIDNIGHT:
        raise ValueError(_("Midnight is where two days meet. Say a clock time, like “{day} 23:00”.", day=day))
    if clock.startswith(SECOND):
        return day, parse_clock(clock.removeprefix(SECOND)).replace(fold=1)
    return day, _MORNING if found and not clock else _NAMED.get(clock) or parse_clock(clock)


def _next_on(day: str, at: time, now: datetime) -> datetime:
    """Return the next moment when the clock shows that time on today, tomorrow, or a day of the week."""
    here = local(now)
    near = {"today": 0, "tomorrow": 1}
    days = near[day] if day in near else (_DAYS.index(day[:3]) - here.weekday()) % 7
    moment = _first_on(here.date() + timedelta(days=days), at, now)
    if moment is None and day not in near:
        moment = _first_on(here.date() + timedelta(days=7), at, now)
    if moment is None:
        raise ValueError(_("{at:%H:%M} has passed today. Say a later time.", at=at))
    return moment


def _first_on(day: date, at: time, now: datetime) -> datetime | None:
    """Return the first moment after now when the clock shows that time on that day; None if there is none."""
    before = local(datetime.combine(day, time())) - timedelta(microseconds=1)
    moment = next_at(max(now, before), at)
    return moment if local(moment).date() == day else None
