"""Reading times in natural words: `yesterday 21:00`, `last friday`, `20 Nov 18:30`."""

from datetime import date, datetime

from companion.domain.length import parse_clock
from companion.domain.times import YEARS, last_at, local, utc

_LONGEST = 60
"""Characters; longer words are a story, not a time."""


def parse_when(text: str, now: datetime) -> datetime:
    """Return the past moment that the words mean, in UTC; a bare clock time is the last one.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = " ".join(text.split())
    if words.lower() == "now":
        return utc(now)
    moment = _parse_clock(words, now) or _parse_words(words, now)
    if moment is None or moment.year not in YEARS:
        said = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        raise ValueError(f"“{said}” is not a time. Say it like “yesterday 21:00” or “2026-11-20 18:30”.")
    if moment > now:
        raise ValueError(f"“{words}” has not happened yet. Say when it was, like “yesterday 21:00”.")
    return utc(moment)


def parse_day(text: str, now: datetime) -> date:
    """Return the local day that the words mean; one written as 2026-11-20 may lie ahead.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return local(parse_when(text, now)).date()


def _parse_clock(words: str, now: datetime) -> datetime | None:
    """Return the last moment when the local clock showed that time; None if it is not a bare clock time."""
    if ":" not in words:
        return None
    try:
        clock = parse_clock(words)
    except ValueError:
        return None
    return last_at(now, clock)


def _parse_words(words: str, now: datetime) -> datetime | None:
    if words.isdecimal() or len(words) > _LONGEST:
        return None  # dateparser would take “7” for a month
    import dateparser  # a third of a second: only when somebody types a time

    return dateparser.parse(
        words,
        languages=["en"],
        settings={
            "PREFER_DATES_FROM": "past",
            "RELATIVE_BASE": local(now).replace(tzinfo=None),
            "RETURN_AS_TIMEZONE_AWARE": True,
        },
    )
