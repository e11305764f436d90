"""Every article and page keeps every rule that a program can check (`*_rules.py`)."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from companion.domain.article import Article
from companion.domain.source import Sources
from companion.resources import LIBRARY
from companion.storage.content_file import read_markdown, read_yaml
from companion.storage.library import Library
from tests.shipped import claim_rules as claims
from tests.shipped import front_rules as front
from tests.shipped import wording_rules as wording
from tests.shipped.conftest import markdown_files, strings, yaml_files
from tests.shipped.overlap import shared_runs

TextRule = Callable[[str], list[str]]

ARTICLES = sorted(LIBRARY.glob("articles/*/*.md"))
PAGES = sorted(LIBRARY.glob("pages/*.md"))
NUMBERS_ARE_FINE = {"help-lines.yaml", "sources.yaml", "message-rules.yaml"}
"""The numbers themselves; titles and addresses of papers; what people may write, which is looked for and not shown."""


def name(of: Any) -> str:
    """Return what a case of a test is called."""
    return of.stem if isinstance(of, Path) else of.__name__


def titles(library: Library) -> list[str]:
    """Return the titles of all that is read."""
    said = [article.title for article in library.articles.values()]
    return said + [page.title for page in library.pages.values()] + [each.title for each in library.exercises.values()]


@pytest.mark.parametrize("rule", wording.FOR_EVERY_TEXT, ids=name)
@pytest.mark.parametrize("path", [*ARTICLES, *PAGES], ids=name)
def test_a_text_keeps_the_rules_of_wording(path: Path, rule: TextRule) -> None:
    assert rule(read_markdown(path)["text"]) == []


@pytest.mark.parametrize("rule", wording.FOR_ARTICLES, ids=name)
@pytest.mark.parametrize("path", ARTICLES, ids=name)
def test_an_article_has_its_parts_and_its_fear_line(path: Path, rule: TextRule) -> None:
    assert rule(read_markdown(path)["text"]) == []


@pytest.mark.parametrize("path", [path for path in PAGES if path.stem != "safety-first"], ids=name)
def test_a_page_that_advises_leads_to_safety_first(path: Path) -> None:
    assert wording.missing_way_out(read_markdown(path)["text"]) == []


@pytest.mark.parametrize("rule", wording.FOR_TITLES, ids=name)
def test_titles_and_summaries_are_worded_as_carefully(rule: TextRule) -> None:
    for path in (*ARTICLES, *PAGES):
        matter = read_markdown(path)
        assert rule(f"{matter['title']}. {matter['summary']} {matter.get('care_note', '')}") == [], path.stem


@pytest.mark.parametrize("rule", front.FOR_FRONT_MATTER, ids=name)
@pytest.mark.parametrize("path", ARTICLES, ids=name)
def test_an_article_has_sound_front_matter(path: Path, rule: Callable[[dict[str, Any]], list[str]]) -> None:
    assert rule(read_markdown(path)) == []


@pytest.mark.parametrize("rule", claims.FOR_CLAIMS, ids=name)
def test_articles_claim_what_their_facts_carry(rule: Callable[[Article, Sources], list[str]], library: Library) -> None:
    faults = {article.slug: rule(article, library.sources) for article in library.articles.values()}
    assert {slug: found for slug, found in faults.items() if found} == {}


def test_sides_and_topics_are_those_of_the_vocabulary(library: Library) -> None:
    topics = {topic.id for topic in library.vocabulary.topics}
    sides = {side.id for side in library.vocabulary.sides}
    for article in library.articles.values():
        assert (article.topic in topics, article.side in sides) == (True, True), article.slug


def test_no_two_pieces_have_one_title(library: Library) -> None:
    assert [title for title, times in Counter(titles(library)).items() if times > 1] == []


def test_no_two_texts_share_a_run_of_six_words(library: Library) -> None:
    texts = {article.slug: f"{article.summary}\n\n{article.text}" for article in library.articles.values()}
    texts |= {page.slug: f"{page.summary}\n\n{page.text}" for page in library.pages.values()}
    assert shared_runs(texts, titles(library)) == {}


def test_a_phone_number_stands_in_help_lines_only(library: Library) -> None:
    short = wording.short_numbers([line.number for line in library.help_lines])
    assert {"911", "988", "112", "999"} <= short
    for path in (*markdown_files(), *yaml_files()):
        if path.name not in NUMBERS_ARE_FINE:
            said = strings(read_yaml(path) if path.suffix == ".yaml" else read_markdown(path))
            assert wording.phone_numbers("\n".join(said), short) == [], path
    for rule in library.message_rules.rules:
        assert wording.phone_numbers(f"{rule.why} {rule.try_}", short) == [], rule.id
