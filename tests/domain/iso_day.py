"""Reading the days of a filter where only those written out are needed."""

from datetime import date


def iso_day(words: str, /, *, is_last: bool = False) -> date:
    """Return the day of 2026-11-20: the first and the last of its own."""
    return date.fromisoformat(words)
