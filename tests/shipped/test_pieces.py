"""Every shipped piece parses, and whatever it names is there."""

import re
from itertools import chain
from pathlib import Path

import pytest

from companion.domain.content import Link, parse_link
from companion.domain.vocabulary import words_of
from companion.resources import LIBRARY
from companion.storage.library import Library
from tests.shipped.claim_rules import FROM_MEMORY
from tests.shipped.conftest import markdown_files, yaml_files

A_AND_B = {
    "needing-room-isnt-rejecting", "the-guilt-that-tags-along", "running-low", "blank-when-they-cry",
    "numb-or-checked-out", "asking-kindly", "small-space-big-life", "caring-without-carrying",
    "the-invisible-list", "when-your-body-hits-the-alarm", "a-pause-with-a-promise",
    "what-to-do-in-the-break", "coming-back-well", "when-breaks-become-avoidance",
    "breathing-that-is-worth-your-time",
}  # fmt: skip
"""The articles marked A and B in the table of contents."""
PAGES = {
    "safety-first", "find-support", "about", "privacy", "for-the-other-side",
    "if-you-are-the-one-who-scares-them", "when-not-to-pause", "glossary",
}  # fmt: skip
KINDS = [
    "space", "tears", "heated", "press-quiet", "not-heard", "distance", "silence", "shut-down",
    "load", "reached-out", "repair", "held-back", "return", "good", "ordinary",
]  # fmt: skip
_LINK = re.compile(r"\]\(([^)]+)\)")


def exists(library: Library, link: Link) -> bool:
    """Return whether a link leads to a piece."""
    match link.folder:
        case "articles":
            return link.slug in library.articles
        case "exercises":
            return link.slug in library.exercises
        case "pages":
            return link.slug in library.pages
        case "scripts":
            return link.slug in library.script_files
        case "worksheets":
            return link.slug in library.worksheets
    return True


def test_the_articles_exercises_and_pages_are_all_there(library: Library) -> None:
    assert set(library.articles) >= A_AND_B
    assert len(library.articles) >= 40
    assert set(library.exercises) >= {
        "long-sigh", "slow-six", "even-square", "five-things", "let-go-muscles", "cool-and-slow",
    }  # fmt: skip
    assert set(library.pages) == PAGES
    assert list(library.rhythms)[:3] == ["long-sigh", "slow-six", "even-square"]


def test_the_closed_lists_are_whole(library: Library) -> None:
    vocabulary = library.vocabulary
    assert [kind.id for kind in vocabulary.kinds] == KINDS
    assert len(vocabulary.feelings) >= 8
    assert len(words_of(vocabulary.feelings)) >= 56
    assert len(words_of(vocabulary.needs)) >= 28
    assert len(vocabulary.body) >= 10
    assert len(vocabulary.misses) == 14
    assert len(vocabulary.repairs) == 14
    assert len(vocabulary.results) == 4
    assert "afraid" in words_of(vocabulary.feelings)
    for words in (words_of(vocabulary.feelings), words_of(vocabulary.needs), vocabulary.contexts):
        assert len(set(words)) == len(words)


def test_there_are_eight_sentences_and_what_they_name_is_there(library: Library) -> None:
    assert len(library.situations) == 8
    for situation in library.situations.values():
        assert exists(library, situation.action), situation.id
        assert exists(library, situation.reading), situation.id
        assert situation.say in library.scripts, situation.id
        assert situation.kind is None or situation.kind in KINDS, situation.id


def test_fear_leads_to_safety_first(library: Library) -> None:
    assert library.situations["afraid"].action == Link("pages", "safety-first")


def test_articles_lie_in_the_folder_of_their_topic_and_their_links_land(library: Library) -> None:
    for path in LIBRARY.glob("articles/*/*.md"):
        article = library.articles[path.stem]
        assert article.topic == path.parent.name, path
        assert exists(library, article.action), f"{path}: do: {article.do}"
        for link in article.next:
            assert exists(library, parse_link(link)), f"{path}: next: {link}"


def test_facts_and_sources_exist(library: Library) -> None:
    sources = library.sources
    for exercise in library.exercises.values():
        for fact in exercise.facts:
            assert fact in sources.facts, f"{exercise.slug}: fact {fact}"
            assert fact not in FROM_MEMORY, f"{exercise.slug}: fact {fact}"
        for source in exercise.sources:
            assert source in sources.sources, f"{exercise.slug}: source {source}"
    for rhythm in library.rhythms.values():
        assert set(rhythm.facts) <= set(sources.facts), rhythm.id
    for name, known in sources.facts.items():
        assert re.fullmatch(r"[A-L]\d{1,2}", name)
        for source in known.sources:
            assert source in sources.sources, f"fact {name}: source {source}"


def test_steps_name_rhythms_that_exist_and_fit_a_screen(library: Library) -> None:
    for exercise in library.exercises.values():
        assert exercise.skip
        assert exercise.evidence
        for step in exercise.steps:
            assert step.rhythm is None or step.rhythm in library.rhythms, exercise.slug
            assert len(step.say) <= 200, f"{exercise.slug}: {step.say}"


def test_help_lines_are_dated_or_say_that_they_are_not(library: Library) -> None:
    assert len(library.help_lines) >= 60
    for line in library.help_lines:
        assert re.search(r"checked: .*20\d\d$" if line.checked else "^not dated", line.dated), line.name
    assert {"Worldwide", "United States", "United Kingdom"} <= {line.country for line in library.help_lines}


@pytest.mark.parametrize("left_out", ["0808 802 1414", "01 554 3811", "1800-599-0019", "7827170170", "02 2327 2327",
                                      "800 70 2222", "9610-0180"])  # fmt: skip
def test_numbers_that_could_not_be_checked_are_nowhere(left_out: str) -> None:
    for path in chain(markdown_files(), yaml_files()):
        assert left_out not in path.read_text(encoding="utf-8"), path


def broken_links(text: str, folder: Path) -> list[str]:
    """Find links of running text that lead to no file, or out of the app, which opens nothing outside."""
    targets = _LINK.findall(text)
    return [to for to in targets if "//" in to or not (folder / to.partition("#")[0]).resolve().is_file()]


@pytest.mark.parametrize("path", list(markdown_files()), ids=lambda path: path.stem)
def test_links_in_running_text_lead_to_files(path: Path) -> None:
    assert broken_links(path.read_text(encoding="utf-8"), path.parent) == []


def test_a_link_that_leads_nowhere_is_found(library: Library) -> None:
    here = LIBRARY / "pages"
    assert broken_links("[a](about.md) [b](about.md#why) [c](no.md) [d](https://x.org/about.md)", here) == [
        "no.md", "https://x.org/about.md",
    ]  # fmt: skip
    assert not exists(library, Link("articles", "no-such-article"))
    assert not exists(library, Link("worksheets", "no-such-worksheet"))
