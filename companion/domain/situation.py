"""A situation: one of the sentences of Now, and what it leads to."""

from companion.domain.content import Content, Link, parse_link


class Deed(Content, frozen=True, kw_only=True):
    """One thing to do."""

    link: str
    text: str
    """What it is, in a line."""


class Situation(Content, frozen=True, kw_only=True):
    """A sentence of Now with one thing to do, to say and to read."""

    id: str
    sentence: str
    do: Deed
    say: str
    """The id of a script."""
    read: str
    """A link to an article or a page."""
    kind: str
    """The kind that an entry about it starts with."""

    @property
    def action(self) -> Link:
        """The thing to do, as a link."""
        return parse_link(self.do.link)

    @property
    def reading(self) -> Link:
        """The thing to read, as a link."""
        return parse_link(self.read)
