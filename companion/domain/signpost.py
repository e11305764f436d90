"""Where words lead that people search for, though they stand nowhere in the piece that helps."""

from companion.domain.content import Content, Link, check_links, parse_link


class Signpost(Content, frozen=True, kw_only=True):
    """Words, and the pieces that come first for them."""

    id: str
    """What its words are about."""
    words: tuple[str, ...]
    """Words, or several that follow each other, as somebody may type them."""
    leads_to: tuple[str, ...]
    """Links, the first first."""

    def __post_init__(self) -> None:
        check_links("leads_to", *self.leads_to)

    @property
    def links(self) -> list[Link]:
        """The pieces, as links."""
        return [parse_link(text) for text in self.leads_to]
