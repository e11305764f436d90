"""A new time for a pause, as it is typed."""

from datetime import datetime

from companion.domain.length import parse_due, parse_more
from companion.domain.pause import Pause


def parse_new_due(words: str, pause: Pause, now: datetime) -> datetime:
    """Read when a pause is due from now on.

    One's own time only moves later: a length is added to it. Theirs is theirs to name, sooner too; where none was
    named so far, a length counts from now.

    Raises:
        ValueError: with a sentence, if it is no time, or no later one.
    """
    if pause.is_own:
        return parse_more(words, pause.due, now)
    if not pause.is_stated:
        return parse_due(words, now)
    try:
        return parse_more(words, pause.due, now)
    except ValueError:
        return parse_due(words, now)
