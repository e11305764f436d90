"""An article of the library."""

from datetime import date
from enum import StrEnum

from companion.domain.content import Content, Link, check_links, parse_link


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
