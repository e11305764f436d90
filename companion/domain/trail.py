"""A trail: a few pieces for one situation, in an order in which they build on each other, and how far one is."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from companion.catalogue import _
from companion.domain.article import Article
from companion.domain.content import Content, Link, Page, check_links, parse_link
from companion.domain.reading import Reading, minutes_left, reading_id

WORDS_A_MINUTE = 200
"""How fast a page is read; articles say their minutes themselves."""


class Trail(Content, frozen=True, kw_only=True):
    """Pieces to read one after the other."""

    id: str
    title: str
    why: str
    """One line: what it leads through."""
    situations: tuple[str, ...] = msgspec.field(name="for", default=())
    """Ids of the sentences of Now that it belongs to."""
    quiet: bool = False
    """Whether nothing shows how far it has been read: no mark, no count, no place to go on from."""
    read: tuple[str, ...]
    """Links to articles; in a quiet trail, to pages too: nothing about reading them is remembered."""

    def __post_init__(self) -> None:
        check_links("read", *self.read)
        folders = ("articles", "pages") if self.quiet else ("articles",)
        for text, link in zip(self.read, self.links, strict=True):
            if link.folder not in folders:
                raise ValueError(
                    _(
                        "read: expected {folders}, got “{text}”",
                        folders=" or ".join(f"{each}/…" for each in folders),
                        text=text,
                    )
                )

    @property
    def links(self) -> list[Link]:
        """The pieces, as links."""
        return [parse_link(text) for text in self.read]

    def after(self, link: Link | None) -> Link | None:
        """Return the piece that follows one; none behind the last, nor where that is no piece of this trail."""
        links = self.links
        return links[links.index(link) + 1] if link in links[:-1] else None


class TrailPiece(msgspec.Struct, frozen=True):
    """One piece of a trail, and what is left of it."""

    link: Link
    title: str
    summary: str
    minutes: int
    left: int
    """Minutes left; 0 when it is finished, all of them while nothing may show."""

    @property
    def is_finished(self) -> bool:
        """Whether it was read to its end, as far as that may show."""
        return self.left == 0


def trail_pieces(
    trail: Trail, piece: Callable[[Link], Article | Page], readings: Iterable[Reading] = ()
) -> list[TrailPiece]:
    """Return the pieces of a trail in their order.

    Args:
        trail: The trail.
        piece: Returns what a link leads to.
        readings: What is remembered of reading; a quiet trail leaves it unread.
    """
    known = {} if trail.quiet else {reading.id: reading for reading in readings}
    return [_piece(link, piece(link), known) for link in trail.links]


def _piece(link: Link, piece: Article | Page, readings: Mapping[str, Reading]) -> TrailPiece:
    minutes = piece.minutes if isinstance(piece, Article) else max(1, round(len(piece.text.split()) / WORDS_A_MINUTE))
    reading = readings.get(reading_id(link))
    left = minutes if reading is None else 0 if reading.finished else minutes_left(minutes, reading)
    return TrailPiece(link, piece.title, piece.summary, minutes, left)


def next_unfinished(pieces: Sequence[TrailPiece], after: Link | None = None) -> TrailPiece | None:
    """Return the piece to go on with: the first that is unfinished behind that one, else the first of all."""
    at = next((number for number, piece in enumerate(pieces) if piece.link == after), -1) + 1
    return next((piece for piece in [*pieces[at:], *pieces[:at]] if not piece.is_finished), None)


def minutes_in_all(pieces: Iterable[TrailPiece]) -> int:
    """Return the minutes that a trail takes."""
    return sum(piece.minutes for piece in pieces)


def say_size(pieces: Sequence[TrailPiece]) -> str:
    """Say how long a trail is: `5 pieces · 16 min`."""
    return _("{n} pieces · {minutes} min", n=len(pieces), minutes=minutes_in_all(pieces))


def say_progress(pieces: Sequence[TrailPiece]) -> str:
    """Say how far one is: `2 of 5 read · 9 min left`; how long it is, before anything is finished."""
    finished = sum(piece.is_finished for piece in pieces)
    if finished == len(pieces):
        return _("All read. Any of them can be read again.")
    left = sum(piece.left for piece in pieces)
    return (
        _("{finished} of {n} read · {left} min left", finished=finished, n=len(pieces), left=left)
        if finished
        else say_size(pieces)
    )
