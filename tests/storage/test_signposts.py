"""Words that lead somewhere before all else: whole, among others, mistyped; and no word that only looks like them."""

import pytest

from companion.domain.content import Link
from companion.domain.signpost import Signpost
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.search.document import Kind
from companion.storage.search.index import Search
from companion.storage.search.library_documents import library_documents
from companion.storage.search.words import one_slip_apart

HELP, SAFETY = Link("pages", "find-support"), Link("pages", "safety-first")


@pytest.fixture(scope="module")
def search() -> Search:
    library = Library(LIBRARY)
    return Search(library_documents(library), library.vocabulary.signposts)


@pytest.mark.parametrize(
    "typed",
    [
        "suicide", "Suicidal", "sucide", "suici", "kill myse", "kill myself", "I want to kill myself", "kil myself",
        "kill myslef", "self-harm", "selfharm", "self harm", "hurt myself", "want to die", "i dont want to live",
        "I don’t want to live any more", "hotline", "hotlien", "help line", "help lines", "helpline", "emergency",
        "emergancy", "no reason to live",
    ],
)  # fmt: skip
def test_for_a_life_in_danger_the_lines_come_first_and_nothing_is_guessed(search: Search, typed: str) -> None:
    results = search.find(typed)
    assert [hit.link for hit in results.hits[:2]] == [HELP, SAFETY]
    assert not results.is_near


@pytest.mark.parametrize(
    "typed",
    ["hits me", "my husband hits me sometimes", "afraid of him", "afriad of her", "scared of them", "rape", "raped",
     "stalking", "stalkng", "he threatens me", "choked", "domestic violence"],
)  # fmt: skip
def test_for_fear_of_somebody_safety_comes_first_and_nothing_is_guessed(search: Search, typed: str) -> None:
    results = search.find(typed)
    assert [hit.link for hit in results.hits[:2]] == [SAFETY, HELP]
    assert not results.is_near


@pytest.mark.parametrize(
    "typed",
    ["rope", "grape", "tape", "kill the mood", "skills", "myself", "harm", "outside", "talking", "walking", "die",
     "want to diet", "want to", "hit the alarm", "amuse", "help", "line", "self",
         "over", "getting help", "guilt", "space", ""],
)  # fmt: skip
def test_a_word_that_only_looks_like_one_leads_nowhere(search: Search, typed: str) -> None:
    assert search._signposts.links(typed) == []


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("gaslighting", "silence-that-punishes"),
        ("jealous", "attachment-without-the-labels"),
        ("ghosting", "when-someone-pulls-away"),
        ("ghosted me", "when-someone-pulls-away"),
        ("cheating", "stay-go-or-not-sure"),
        ("divorce", "stay-go-or-not-sure"),
        ("seperation", "stay-go-or-not-sure"),
        ("break up", "stay-go-or-not-sure"),
    ],
)
def test_an_article_is_found_by_words_that_it_does_not_use(search: Search, typed: str, slug: str) -> None:
    results = search.find(typed)
    assert results.hits[0].link == Link("articles", slug)
    assert results.hits[0].snippet and not results.is_near


def test_what_is_led_to_is_shown_once_the_rest_of_its_kind_behind_it(search: Search) -> None:
    groups = search.find("help lines").groups
    pages = [hit.link for hit in groups[0].hits]
    assert groups[0].kind is Kind.PAGE and len(pages) > 2 and len({*pages}) == len(pages)
    assert [group.kind for group in groups].count(Kind.PAGE) == 1


def test_a_signpost_to_what_is_not_there_shows_nothing() -> None:
    post = Signpost(id="one", words=("river",), leads_to=("pages/gone",))
    assert Search((), [post]).find("river").hits == []


def test_a_slip_is_a_letter_left_out_put_in_replaced_or_two_changed_over() -> None:
    assert all(one_slip_apart("divorce", slip) for slip in ("dvorce", "divorcee", "diverce", "divroce", "ivorce"))
    assert not any(one_slip_apart("divorce", other) for other in ("dvorc", "divrcoe", "divine", "ecrovid"))
