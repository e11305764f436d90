"""The writing rules that a program can check (CONTRIBUTING, How we write)."""

import re
from itertools import chain
from pathlib import Path

import pytest

from companion.resources import LIBRARY
from companion.storage.content_file import read_markdown, read_yaml
from companion.storage.library import Library
from tests.shipped.conftest import markdown_files, yaml_files
from tests.shipped.forbidden import FORBIDDEN, GENDERED

LONGEST_SENTENCE = 25
SAFETY = re.compile(r"pages/safety-first\.md|\(safety-first\.md\)")
TALKS = re.compile(r"\b(talk|pause|listen|curious|counselling)\b", re.IGNORECASE)


def prose(path: Path) -> str:
    """Return a Markdown file's text without its quoted examples, links and marks."""
    text = read_markdown(path)["text"]
    lines = [line for line in text.splitlines() if not line.startswith(">")]
    return re.sub(r"\]\([^)]*\)|[*_#`\[\]]", "", "\n".join(lines))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a list item or a paragraph ends one too."""
    pieces = re.split(r"\n\s*\n|\n\s*[-\d]+[.)]?\s|(?<=[.?:;])[”\"')]*\s+", text)
    return [piece.strip() for piece in pieces if piece.strip()]


@pytest.mark.parametrize("path", list(markdown_files()), ids=lambda path: path.stem)
def test_no_forbidden_word_stands_in_a_text(path: Path) -> None:
    unquoted = re.sub(r"[“\"][^”\"]*[”\"]", "", path.read_text(encoding="utf-8"))
    found = FORBIDDEN.search(unquoted) or GENDERED.search(unquoted)
    assert not found, f"{path.name}: “{found[0] if found else ''}”"


@pytest.mark.parametrize("path", list(markdown_files()), ids=lambda path: path.stem)
def test_sentences_are_short_and_calm(path: Path) -> None:
    text = prose(path)
    assert "!" not in text, path.name
    assert "%" not in text, path.name
    for sentence in sentences(text):
        assert len(sentence.split()) <= LONGEST_SENTENCE, f"{path.name}: {sentence}"


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("articles/*/*.md")), ids=lambda path: path.stem)
def test_articles_have_their_length_and_begin_with_the_main_point(path: Path) -> None:
    text = read_markdown(path)["text"]
    words = len(re.sub(r"\]\([^)]*\)", "", text).split())
    assert 350 <= words <= 650, f"{path.name}: {words} words"
    assert text.lstrip().startswith("**"), f"{path.name}: begin with the main point in bold"
    assert "## Try this" in text, path.name
    assert not re.search(r"^\s*(\||!\[|<\w)", text, re.MULTILINE), f"{path.name}: no tables, images, HTML"


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("articles/*/*.md")), ids=lambda path: path.stem)
def test_whatever_tells_people_to_talk_points_to_safety(path: Path) -> None:
    text = read_markdown(path)["text"]
    if TALKS.search(text):
        assert SAFETY.search(text), f"{path.name}: needs the line for somebody who is afraid"


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("articles/*/*.md")), ids=lambda path: path.stem)
def test_minutes_are_true_at_two_hundred_words_a_minute(path: Path) -> None:
    front = read_markdown(path)
    assert abs(front["minutes"] - len(front["text"].split()) / 200) <= 1.2, path.name


def test_strong_words_need_strong_facts(library: Library) -> None:
    for article in library.articles.values():
        if re.search(r"\bresearch shows\b", article.text, re.IGNORECASE):
            strengths = {library.sources.facts[fact].firmness for fact in article.facts}
            assert "strong" in strengths, article.slug


def test_no_exclamation_marks_in_any_data() -> None:
    for path in yaml_files():
        for text in strings(read_yaml(path)):
            assert "!" not in text, f"{path.name}: {text}"


def test_safety_first_fits_one_screen() -> None:
    import textwrap

    text = re.sub(r"\]\([^)]*\)|[*\[\]]", "", read_markdown(LIBRARY / "pages" / "safety-first.md")["text"])
    lines = [textwrap.wrap(line, 70) or [""] for line in text.strip().splitlines()]
    assert len(list(chain.from_iterable(lines))) <= 20


def strings(value: object) -> list[str]:
    """Return all strings in a nest of lists and dicts, keys left out."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings(each)]
    return []
