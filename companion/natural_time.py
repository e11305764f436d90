"""Reading times in natural words: `yesterday 21:00`, `last friday`, `this morning`, `20 Nov 18:30`."""

import re
from datetime import date, datetime, time

from companion.domain.length import parse_clock
from companion.domain.times import YEARS, last_at, local, utc

_LONGEST = 60
"""Characters; longer words are a story, not a time."""

_CLOCK = r"(?:at\s+)?(?:\d{1,2}:\d\d(?:\s?[ap]m)?|\d{1,2}\s?[ap]m)"
_PART_OF_DAY = r"morning|afternoon|evening|night"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
_MONTH = r"(?:jan|feb|(?-i:Mar)|apr|(?-i:May)|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DATE = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?)"
_AGO = r"(?:\d{1,3}|an?|one|two|three|half\san)\s(?:minute|hour|day|week|month)s?\sago"

_FRONT = re.compile(
    rf"""(?P<time>
        (?: {_DATE} | {_AGO} | (?:the\s)?day\sbefore\syesterday ) (?: ,?\s {_CLOCK} )?
      | (?: today | yesterday | (?:last|on)\s{_WEEKDAY} ) (?: \s(?:{_PART_OF_DAY}) )? (?: ,?\s {_CLOCK} )?
      | (?: this\s(?:morning|afternoon|evening) | last\snight | tonight ) (?: ,?\s {_CLOCK} )?
      | {_WEEKDAY} \s (?: (?:{_PART_OF_DAY}) (?:\s{_CLOCK})? | {_CLOCK} )
      | {_CLOCK}
    ) (?: \s*[,:;–—-]+(?=\s|$) | (?=\s|$) ) \s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""The closed list of ways to begin a line with a time."""

_PART = re.compile(
    rf"(?:tonight|(?P<day>this|last|\S.*?)\s(?P<part>{_PART_OF_DAY}))(?:,?\s(?:at\s)?(?P<clock>\d.*))?",
    re.IGNORECASE,
)
_HALF_AN_HOUR = "half an hour", "30 minutes"
"""Which of them dateparser knows comes second."""

_DAWN = time(6)
"""Until then the small hours belong to the night before."""
_PARTS = {
    "morning": (time(9), time(4)),
    "afternoon": (time(15), time(12)),
    "evening": (time(20), time(17)),
    "night": (time(22), time(17)),
}
"""What clock time stands for a part of a day, and when it begins."""

_GOES_ON = frozenset({
    "was", "wasn't", "wasn’t", "were", "is", "isn't", "isn’t", "has", "had", "went", "felt", "feels", "brought",
    "started", "began", "again", "and", "or", "but",
})  # fmt: skip
"""After these the time is part of the sentence: “yesterday was long” keeps all its words."""


def split_front(text: str) -> tuple[str, str]:
    """Return the time that a line begins with, as it is written, and what is left of the line.

    Only what is clearly a time counts; without one the first is empty. Costs next to nothing: it reads no meaning.
    """
    words = text.lstrip()
    found = _FRONT.match(words)
    if found is None:
        return "", text
    said, rest = found["time"], words[found.end() :]
    follows = rest.split(maxsplit=1)[:1]
    is_part_of_it = not any(map(str.isdigit, said)) and follows and follows[0].lower() in _GOES_ON
    return said, text if is_part_of_it else rest


def parse_when(text: str, now: datetime) -> datetime:
    """Return the past moment that the words mean, in UTC; a bare clock time is the last one.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = " ".join(text.split())
    moment = _parse(words, now)
    if moment > now:
        raise ValueError(f"“{words}” has not happened yet. Say when it was, like “yesterday 21:00”.")
    return utc(moment)


def parse_day(text: str, now: datetime, *, may_lie_ahead: bool = False) -> date:
    """Return the local day that the words mean; one written as 2026-11-20 may always lie ahead.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = " ".join(text.split())
    try:
        return date.fromisoformat(words)
    except ValueError:
        return local(_parse(words, now) if may_lie_ahead else parse_when(words, now)).date()


def _parse(words: str, now: datetime) -> datetime:
    """Return the moment that the words mean; of two that they may mean the past one."""
    if words.lower() == "now":
        return now
    moment = _parse_clock(words, now) or _parse_part(words, now) or _parse_words(words, now)
    if moment is None or moment.year not in YEARS:
        said = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        raise ValueError(f"“{said}” is not a time. Say it like “yesterday 21:00” or “2026-11-20 18:30”.")
    return moment


def _parse_clock(words: str, now: datetime) -> datetime | None:
    """Return the last moment when the local clock showed that time; None if it is not a bare clock time."""
    if ":" not in words:
        return None
    try:
        clock = parse_clock(words)
    except ValueError:
        return None
    return last_at(now, clock)


def _parse_part(words: str, now: datetime) -> datetime | None:
    """Return what a part of a day means: `this morning`, `last night 23:30`; None if the words name none."""
    found = _PART.fullmatch(words) if len(words) <= _LONGEST else None
    if found is None:
        return None
    day, part = (found["day"] or "").lower(), (found["part"] or "night").lower()
    typical, begins = _PARTS[part]
    clock = _clock_in(part, found["clock"]) if found["clock"] else typical
    if clock is None:
        return None
    is_after_midnight = part == "night" and clock < _DAWN
    on = {"this": "today", "": "today", "last": "today" if is_after_midnight else "yesterday"}.get(day, day)
    moment = _parse_words(f"{on} {clock:%H:%M}", now)
    is_going_on = on == "today" and not found["clock"] and begins <= local(now).time()
    return now if moment and moment > now and is_going_on else moment


def _clock_in(part: str, words: str) -> time | None:
    """Return the clock time that is meant in a part of a day: 7:30 in the evening is 19:30."""
    try:
        clock = parse_clock(words)
    except ValueError:
        return None
    is_bare = not words.lower().endswith("m")
    is_late = part in ("afternoon", "evening") or (part == "night" and clock >= _DAWN)
    return clock.replace(hour=clock.hour + 12) if is_bare and is_late and clock.hour < 12 else clock


def _parse_words(words: str, now: datetime) -> datetime | None:
    if words.isdecimal() or len(words) > _LONGEST:
        return None  # dateparser would take “7” for a month
    import dateparser  # a third of a second: only when somebody types a time

    return dateparser.parse(
        words.lower().replace(*_HALF_AN_HOUR),
        languages=["en"],
        settings={
            "PREFER_DATES_FROM": "past",
            "RELATIVE_BASE": local(now).replace(tzinfo=None),
            "RETURN_AS_TIMEZONE_AWARE": True,
        },
    )
