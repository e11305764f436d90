"""An article of the library, and what is remembered of reading it."""

from datetime import date, datetime
from enum import StrEnum

from companion.domain.content import Content, Link, check_links, parse_link
from companion.domain.record import Record
from companion.domain.times import check_moment


class Side(StrEnum):
    """Whom a piece speaks to."""

    SPACE = "space"
    RECEIVING = "receiving"
    BOTH = "both"
    DECIDING = "deciding"
    SAFETY = "safety"


class Article(Content, frozen=True, kw_only=True):
    """A piece to read."""

    slug: str
    """The file's name without its ending; unique over all topics."""
    title: str
    side: Side
    topic: str
    """An id of `vocabulary/topics.yaml`; the folder it lies in."""
    minutes: int
    """Reading time in whole minutes, at about 200 words a minute."""
    summary: str
    """One line for lists."""
    tags: tuple[str, ...]
    facts: tuple[str, ...]
    """Ids of facts in `sources.yaml` that its claims rest on."""
    sources: tuple[str, ...]
    """Ids of sources in `sources.yaml`, shown at its end."""
    next: tuple[str, ...]
    """Links to read on."""
    do: str
    """The link to the one thing to do now."""
    updated: date
    text: str
    """Markdown."""
    care_note: str = ""
    """A line shown before the text when it is hard to read."""

    def __post_init__(self) -> None:
        check_links("do", self.do)
        check_links("next", *self.next)

    @property
    def action(self) -> Link:
        """The thing to do now, as a link."""
        return parse_link(self.do)

    @property
    def ways_on(self) -> list[Link]:
        """The pieces to read on, as links."""
        return [parse_link(text) for text in self.next]


class Reading(Record, frozen=True, kw_only=True):
    """What is remembered of reading one article; its id is the article's slug."""

    place: int = 0
    """The source line of the paragraph at the top of the screen, from 0."""
    share: float = 0.0
    """How far down that is, 0 to 1."""
    finished: bool = False
    """Whether its end has been on the screen."""
    read_at: datetime
    """When it was last open (UTC)."""

    def __post_init__(self) -> None:
        check_moment(self.read_at)


def continue_with(readings: list[Reading]) -> Reading | None:
    """Return the article last left unfinished, if any."""
    unfinished = (reading for reading in readings if not reading.finished)
    return max(unfinished, key=lambda reading: reading.read_at, default=None)


def minutes_left(article: Article, reading: Reading) -> int:
    """Return the reading time that is left, at least one minute."""
    return max(1, round(article.minutes * (1 - reading.share)))
