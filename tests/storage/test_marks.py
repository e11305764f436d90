"""Bookmarks and highlights in the store: kept, taken along, and found by a search."""

from pathlib import Path

import pytest

from companion.domain.bookmark import Bookmark
from companion.domain.highlight import Highlight
from companion.domain.marks import by_text
from companion.resources import LIBRARY
from companion.storage.exchange.export_file import choose, movable
from companion.storage.library import Library
from companion.storage.marks import all_marks, find_mark, forget_mark, keep_mark, mark_documents
from companion.storage.search.index import Search
from companion.storage.store import Store
from tests.conftest import MovableClock

LINK = "articles/asking-kindly"


@pytest.fixture
def marked(any_store: Store, clock: MovableClock) -> Store:
    any_store.highlights.keep(Highlight(link=LINK, words="Three parts.", note="say it to Kim", made_at=clock()))
    clock.move(minutes=1)
    any_store.bookmarks.keep(Bookmark(link="own/walk", words="Round the pond", made_at=clock()))
    return any_store


def test_marks_come_back_from_the_disk_and_are_ordered_by_text(marked: Store) -> None:
    marked.close()
    again = Store(marked.folder) if marked.folder else marked
    texts = by_text(all_marks(again))
    assert list(texts) == ["own/walk", LINK]
    (highlight,) = texts[LINK]
    assert isinstance(highlight, Highlight)
    assert (highlight.words, highlight.note) == ("Three parts.", "say it to Kim")


def test_a_mark_taken_away_can_be_kept_again(marked: Store) -> None:
    for mark in all_marks(marked):
        assert forget_mark(marked, mark) == mark
        assert find_mark(marked, mark.id) is None and forget_mark(marked, mark) is None
        keep_mark(marked, mark)
        found = find_mark(marked, mark.id)
        assert found and found.link == mark.link
    assert len(all_marks(marked)) == 2


def test_they_are_exported_as_collections_of_their_own(marked: Store) -> None:
    tables = movable(marked.tables())
    assert set(choose(tables, ["highlights"])) == {"highlights"}
    (bookmark,) = choose(tables, ["bookmarks"])["bookmarks"].values()
    assert (bookmark["link"], bookmark["words"]) == ("own/walk", "Round the pond")


def test_a_search_finds_words_and_notes_of_highlights_and_leads_to_their_text(
    marked: Store, clock: MovableClock, tmp_path: Path
) -> None:
    marked.highlights.keep(Highlight(link="own/gone", words="Kim, gone", made_at=clock()))
    library = Library(LIBRARY, None, tmp_path)
    search = Search(mark_documents(marked, library))
    (hit,) = search.find("kim").hits
    assert (str(hit.link), hit.title) == (LINK, "Asking for room, kindly")
    assert [str(each.link) for each in search.find("three parts").hits] == [LINK]


@pytest.mark.parametrize("words", ["", " \n"])
def test_nothing_can_not_be_marked(words: str, clock: MovableClock) -> None:
    with pytest.raises(ValueError, match="no words"):
        Highlight(link=LINK, words=words, made_at=clock())
    with pytest.raises(ValueError, match="no words"):
        Bookmark(link=LINK, words=words, made_at=clock())
