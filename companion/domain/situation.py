"""A situation: one of the sentences of Now, and what it leads to."""

from companion.catalogue import _
from companion.domain.content import Content, Link, check_links, parse_link


class Deed(Content, frozen=True, kw_only=True):
    """One thing to do."""

    link: str
    text: str
    """What it is, in a line."""

    def __post_init__(self) -> None:
        check_links("link", self.link)


class Situation(Content, frozen=True, kw_only=True):
    """A sentence of Now with one thing to do, to say and to read."""

    id: str
    sentence: str
    do: Deed
    say: str
    """The id of a script."""
    read: str
    """A link to an article or a page."""
    kind: str | None = None
    """The kind that an entry about it starts with; none where a kind would judge."""

    def __post_init__(self) -> None:
        check_links("read", self.read)
        if self.reading.folder not in ("articles", "pages"):
            raise ValueError(_("read: expected articles/… or pages/…, got “{read}”", read=self.read))

    @property
    def action(self) -> Link:
        """The thing to do, as a link."""
        return parse_link(self.do.link)

    @property
    def reading(self) -> Link:
        """The thing to read, as a link."""
        return parse_link(self.read)
