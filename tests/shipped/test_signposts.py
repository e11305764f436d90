"""The words that lead somewhere: each in small letters, once, and to a piece that is there."""

from collections import Counter

from companion.domain.content import Link
from companion.storage.library import Library


def test_all_of_them_lead_to_articles_and_pages_that_are_there(library: Library) -> None:
    there = {Link("articles", slug) for slug in library.articles} | {Link("pages", slug) for slug in library.pages}
    assert {link for each in library.vocabulary.signposts for link in each.links} <= there


def test_no_word_stands_twice_and_all_are_written_small(library: Library) -> None:
    words = Counter(word for each in library.vocabulary.signposts for word in each.words)
    assert [word for word, times in words.items() if times > 1 or word != word.lower()] == []


def test_those_of_danger_come_before_all_others(library: Library) -> None:
    first = [each.leads_to[0] for each in library.vocabulary.signposts]
    assert first[:2] == ["pages/find-support", "pages/safety-first"]
