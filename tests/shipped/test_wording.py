"""The wording of exercises and of what stands in data files; that of articles and pages is in `test_articles.py`."""

import textwrap
from itertools import chain
from pathlib import Path

import pytest

from companion.resources import LIBRARY
from companion.storage.content_file import read_markdown, read_yaml
from tests.shipped import wording_rules as rules
from tests.shipped.conftest import strings, yaml_files
from tests.shipped.sentences import plain

EXERCISES = sorted(LIBRARY.glob("exercises/*.md"))


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_exercise_is_worded_as_carefully_as_an_article(path: Path) -> None:
    text = "\n\n".join(strings(read_markdown(path)))
    for rule in rules.FOR_EVERY_TEXT:
        assert rule(text) == [], rule.__name__


def test_no_exclamation_marks_in_any_data() -> None:
    for path in yaml_files():
        for text in strings(read_yaml(path)):
            assert "!" not in text, f"{path.name}: {text}"


def test_safety_first_fits_one_screen() -> None:
    text = plain(read_markdown(LIBRARY / "pages" / "safety-first.md")["text"])
    lines = [textwrap.wrap(line, 70) or [""] for line in text.strip().splitlines()]
    assert len(list(chain.from_iterable(lines))) <= 20
