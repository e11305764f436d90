"""The shipped trails: one for every sentence of Now, short, each piece there, those about safety quiet."""

from companion.domain.article import Article, Side
from companion.domain.content import SAFETY_FIRST
from companion.domain.trail import Trail, minutes_in_all, trail_pieces
from companion.storage.library import Library

IDS = [
    "room-today", "nothing-when-they-cry", "they-want-space", "gone-quiet", "here-and-far", "missing-each-other",
    "whether-to-stay", "afraid", "is-this-okay",
]  # fmt: skip


def test_the_trails_are_all_there_in_their_order(library: Library) -> None:
    assert list(library.trails) == IDS
    for trail in library.trails.values():
        assert len(trail.title) <= 40 and len(trail.why) <= 110, trail.id
        assert trail.why.endswith("."), trail.id


def test_every_sentence_of_now_has_one_trail(library: Library) -> None:
    named = [each for trail in library.trails.values() for each in trail.situations]
    assert named == list(library.situations)


def test_the_pieces_are_there_few_and_read_in_an_evening(library: Library) -> None:
    for trail in library.trails.values():
        assert 3 <= len(trail.read) <= 6, trail.id
        assert len(set(trail.read)) == len(trail.read), trail.id
        assert minutes_in_all(trail_pieces(trail, library.to_read)) <= 25, trail.id


def test_a_trail_begins_with_what_its_sentence_gives_to_read(library: Library) -> None:
    for trail in library.trails.values():
        for each in trail.situations:
            reading = library.situations[each].reading
            assert reading == trail.links[0] or (each == "afraid" and reading in trail.links), trail.id


def test_the_one_for_fear_begins_with_safety(library: Library) -> None:
    trail = library.trail_for("afraid")
    assert trail and trail.links[0] == SAFETY_FIRST


def test_those_that_begin_with_safety_are_quiet_and_no_others(library: Library) -> None:
    assert [trail.id for trail in library.trails.values() if trail.quiet] == ["afraid", "is-this-okay"]
    for trail in library.trails.values():
        assert trail.quiet == begins_with_safety(trail, library), trail.id


def begins_with_safety(trail: Trail, library: Library) -> bool:
    first = library.to_read(trail.links[0])
    return trail.links[0] == SAFETY_FIRST or (isinstance(first, Article) and first.side is Side.SAFETY)
