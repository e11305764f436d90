"""Reading times in natural words: `yesterday 21:00`, `last friday`, `20 Nov 18:30`."""

from datetime import datetime

from companion.domain.length import parse_clock
from companion.domain.times import at_clock, local, utc


def parse_when(text: str, now: datetime) -> datetime:
    """Return the past moment that the words mean, in UTC; a bare clock time is the last one.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = " ".join(text.split())
    try:
        moment = at_clock(now, parse_clock(words)) if ":" in words else None
    except ValueError:
        moment = None
    if moment is None:
        moment = _parse_words(words, now)
    if moment is None:
        raise ValueError(f"“{words}” is not a time. Say it like “yesterday 21:00” or “2026-11-20 18:30”.")
    if moment > now:
        raise ValueError(f"“{words}” has not happened yet. Say when it was, like “yesterday 21:00”.")
    return utc(moment)


def _parse_words(words: str, now: datetime) -> datetime | None:
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
