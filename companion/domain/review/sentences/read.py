"""What was read, and what was noted after it, in words."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from companion.catalogue import _
from companion.domain.pause import Pause
from companion.domain.review.after_reading import AfterReading
from companion.domain.review.sentences.words import count
from companion.domain.times import say_day, say_length
from companion.domain.vocabulary import Vocabulary

_NOTED_SHOWN = 3
"""So many things are named after one text; the rest is a number."""


def say_read(times: Sequence[AfterReading]) -> str:
    """Say how often texts were read to their end."""
    if not times:
        return _("No text was read to its end in these days.")
    return _(
        "{count} read to the end. Below each stands what was noted in the day after.", count=count(len(times), "text")
    )


def say_read_rule() -> str:
    """Say what the list does not say."""
    return _("One came after the other. That is all this list knows: it doesn't say that one led to the other.")


def say_after_reading(after: AfterReading, title: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Say when a text was finished, and what was noted in the day after it."""
    noted = [said for _, said in sorted(_noted(after, vocabulary))]
    more = len(noted) - _NOTED_SHOWN
    shown = "; ".join(noted[:_NOTED_SHOWN])
    if not noted:
        then = _("Then nothing was noted for a day.")
    elif more > 0:
        then = _("Then: {noted}; and {more} more.", noted=shown, more=more)
    else:
        then = _("Then: {noted}.", noted=shown)
    return f"{say_day(after.day)}: “{title}”", then


def name_read(after: AfterReading, title: str) -> str:
    """Return what the entries after a text are called."""
    return _("After “{title}”, {day}", title=title, day=say_day(after.day))


def _noted(after: AfterReading, vocabulary: Vocabulary) -> Iterator[tuple[datetime, str]]:
    for entry in after.entries:
        kind = vocabulary.kind_label(entry.kind) if entry.kind else _("a line")
        yield entry.at, kind if entry.strength is None else f"{kind}, {entry.strength}/10"
    for pause in after.pauses:
        yield pause.started_at, _say_pause(pause)


def _say_pause(pause: Pause) -> str:
    return _("a pause of {length}", length=say_length(pause.planned))
