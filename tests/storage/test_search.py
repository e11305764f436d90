"""Finding words in the library, mistyped ones too."""

import pytest

from companion.domain.content import Link
from companion.storage.library import Library
from companion.storage.search import Search


@pytest.fixture(scope="module")
def search() -> Search:
    from companion.resources import LIBRARY

    library = Library(LIBRARY)
    return Search(library.articles.values(), library.exercises.values())


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("asking kindly", "asking-kindly"),
        ("kindly ask", "asking-kindly"),
        ("breath", "breathing-that-is-worth-your-time"),
        ("brething", "breathing-that-is-worth-your-time"),
        ("pasue promise", "a-pause-with-a-promise"),
        ("guil", "the-guilt-that-tags-along"),
        ("contrl", "silence-that-punishes"),
    ],
)
def test_the_right_article_is_among_the_first(search: Search, typed: str, slug: str) -> None:
    assert slug in [hit.link.slug for hit in search.find(typed)][:3]


@pytest.mark.parametrize("typed", ["", "   ", '"', "' OR 1=1 --", "*", "NEAR(", "title:", "\x02", "(((", "zzzzqqqq"])
def test_nothing_that_can_be_typed_breaks_it(search: Search, typed: str) -> None:
    assert isinstance(search.find(typed), list)


def test_a_snippet_shows_the_words_it_was_found_by(search: Search) -> None:
    hit = search.find("guilt")[0]
    assert "guilt" in hit.snippet.lower()
    assert "](" not in hit.snippet


def test_exercises_are_found_after_the_articles_by_their_steps_too(search: Search) -> None:
    found = [hit.link for hit in search.find("breath")]
    assert [link.folder for link in found] == sorted(link.folder for link in found)
    assert Link("exercises", "long-sigh") in found
    assert Link("exercises", "long-sigh") in [hit.link for hit in search.find("small sip more")]
