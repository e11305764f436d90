"""A trail: what is finished of it, where to go on, how long it takes; of a quiet one nothing of that."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from companion.domain.article import Article, Side
from companion.domain.content import Link, Page
from companion.domain.reading import Reading
from companion.domain.trail import (
    Trail,
    TrailPiece,
    minutes_in_all,
    next_unfinished,
    say_progress,
    say_size,
    trail_pieces,
)

AT = datetime(2026, 11, 20, tzinfo=UTC)
READ = ("articles/one", "articles/two", "articles/three")


def piece(link: Link) -> Article | Page:
    """Return an article of four minutes, or a page of 400 words."""
    day = date(2026, 11, 20)
    if link.folder == "pages":
        return Page(slug=link.slug, title="A page", summary="Of help.", updated=day, text="word " * 400)
    return Article(
        slug=link.slug, title=link.slug.title(), side=Side.BOTH, topic="calm", minutes=4, summary="What it says.",
        tags=(), facts=(), sources=(), next=(), do="pause", updated=day, text="",
    )  # fmt: skip


def trail(read: tuple[str, ...] = READ, quiet: bool = False) -> Trail:
    return Trail(id="a", title="A trail", why="Because.", read=read, quiet=quiet)


def read(slug: str, share: float = 1.0) -> Reading:
    return Reading(id=slug, share=share, finished=share == 1, read_at=AT)


def walked(*readings: Reading, quiet: bool = False) -> list[TrailPiece]:
    return trail_pieces(trail(quiet=quiet), piece, readings)


def test_its_situations_are_written_under_for() -> None:
    raw = {"id": "a", "title": "A", "why": "B.", "for": ["afraid"], "read": ["articles/one"]}
    assert msgspec.convert(raw, Trail).situations == ("afraid",)


@pytest.mark.parametrize("link", ["exercises/long-sigh", "pause", "nowhere/at-all", "pages/safety-first"])
def test_it_leads_to_articles_only(link: str) -> None:
    with pytest.raises(ValueError, match=f"^read: .*expected|^read: .*{link}"):
        trail((link,))


def test_a_quiet_one_leads_to_pages_too() -> None:
    quiet = trail(("pages/safety-first", "articles/one"), quiet=True)
    assert [each.minutes for each in trail_pieces(quiet, piece)] == [2, 4]


def test_what_was_read_to_its_end_is_finished_and_what_was_begun_takes_less() -> None:
    pieces = walked(read("one"), read("two", 0.5), read("elsewhere"))
    assert [each.is_finished for each in pieces] == [True, False, False]
    assert [each.left for each in pieces] == [0, 2, 4]
    assert minutes_in_all(pieces) == 12


def test_one_goes_on_behind_what_was_finished_last_and_then_with_what_was_left_out() -> None:
    first, _, third = pieces = walked(read("two"))
    assert next_unfinished(pieces) == first
    assert next_unfinished(pieces, after=Link("articles", "two")) == third
    assert next_unfinished(walked(read("two"), read("three")), after=Link("articles", "three")) == first
    assert next_unfinished(walked(read("one"), read("two"), read("three"))) is None


def test_how_far_one_is_is_said_in_words() -> None:
    assert say_progress(walked()) == say_size(walked()) == "3 pieces · 12 min"
    assert say_progress(walked(read("one"), read("two", 0.5))) == "1 of 3 read · 6 min left"
    assert say_progress(walked(*map(read, ("one", "two", "three")))) == "All read. Any of them can be read again."


def test_of_a_quiet_one_nothing_shows() -> None:
    assert walked(*map(read, ("one", "two", "three")), read("pages/four"), quiet=True) == walked()


def test_a_piece_is_followed_by_the_next_and_nothing_follows_the_last_or_another_text() -> None:
    trail = Trail(id="t", title="T", why="W", read=("articles/a", "articles/b"))
    first, last = trail.links
    assert trail.after(first) == last
    assert trail.after(last) is trail.after(None) is trail.after(Link("articles", "elsewhere")) is None
