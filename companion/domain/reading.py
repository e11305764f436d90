"""What is remembered of reading."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.record import Record
from companion.domain.times import check_moment, local, say_day

ENOUGH = 0.25
"""The part of a text's reading time that must go by until it can count as read. Our choice, not a finding: people read
several times as fast as we reckon when they know half of it, and nobody reads in the time that a key takes."""


def reading_id(link: Link) -> str:
    """Return the id of what is remembered of reading a piece: an article's slug, or the whole link of one's own."""
    return link.slug if link.folder == "articles" else str(link)


def reading_link(id: str) -> Link:
    """Return the link to what a reading is about."""
    folder, slash, slug = id.partition("/")
    return Link(folder, slug) if slash else Link("articles", id)


class Reading(Record, frozen=True, kw_only=True):
    """What is remembered of reading one article; its id is that of `reading_id`."""

    place: int = 0
    """The source line of the paragraph at the top of the screen, from 0."""
    share: float = 0.0
    """How far down that is, 0 to 1."""
    finished: bool = False
    """Whether it was read to its end, as far as `finished_when` can tell."""
    finished_at: tuple[datetime, ...] = ()
    """When it was read to its end, each time (UTC); those before they were noted are missing."""
    read_at: datetime
    """When it was last open (UTC)."""

    def __post_init__(self) -> None:
        for moment in (self.read_at, *self.finished_at):
            check_moment(moment)


def finished_when(minutes: int, opened: datetime, ended: datetime) -> datetime:
    """Return from when on a text counts as read to its end, if it is still open then.

    Its end must have been on the screen, and a part of its reading time must have gone by: jumping to the end is not
    reading. Nobody can tell whether the eyes rested on it in between.

    Args:
        minutes: Its reading time.
        opened: When it was opened.
        ended: When its end was first on the screen.
    """
    return max(ended, opened + timedelta(minutes=minutes) * ENOUGH)


def lately(readings: Iterable[Reading]) -> list[Reading]:
    """Return what was read, the last first."""
    return sorted(readings, key=lambda reading: (reading.read_at, reading.id), reverse=True)


def say_read(reading: Reading, now: datetime) -> str:
    """Say when a piece was read, and how far: `today · 40%`, `20 November · finished twice`."""
    days = (local(now).date() - local(reading.read_at).date()).days
    day = {0: _("today"), 1: _("yesterday")}.get(days) or say_day(local(reading.read_at).date(), local(now).date())
    if not reading.finished:
        return f"{day} · {reading.share:.0%}"
    times = len(reading.finished_at)
    return f"{day} · finished" + {0: "", 1: "", 2: " twice"}.get(times, f" {times} times")


def continue_with(readings: Iterable[Reading]) -> Reading | None:
    """Return the article last left unfinished, if any."""
    unfinished = (reading for reading in readings if not reading.finished)
    return max(unfinished, key=lambda reading: reading.read_at, default=None)


def minutes_left(minutes: int, reading: Reading) -> int:
    """Return the reading time that is left of a piece of that many minutes, at least one."""
    return max(1, round(minutes * (1 - reading.share)))
