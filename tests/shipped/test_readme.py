"""The page for writers says what the program takes: every key, and no line of its model that is no longer there."""

import re

import msgspec
import pytest

from companion.domain.article import Article
from companion.domain.content import Content, Page
from companion.domain.exercise import Exercise, Step
from companion.domain.field import Field
from companion.domain.script import Script, ScriptFile
from companion.domain.trail import Trail
from companion.domain.worksheet import Worksheet
from companion.resources import LIBRARY

README = (LIBRARY / "README.md").read_text(encoding="utf-8")
MODEL = LIBRARY / "articles" / "pulling-away" / "before-you-send-that-text.md"
READ_FROM_THE_FILE = {"slug", "text"}
"""What a Markdown file or a worksheet has by its name and its body, and no writer writes as a key."""
KINDS: list[type[Content]] = [Article, Page, Exercise, Step, ScriptFile, Script, Worksheet, Field, Trail]


def named_keys(kind: type[Content]) -> tuple[set[str], set[str]]:
    """Return the keys that the page names for a kind: those that are needed, those that may be left out."""
    row = re.search(rf"^\| {kind.__name__} \|(.*)\|(.*)\|$", README, re.MULTILINE)
    assert row, f"no row for {kind.__name__}"
    needed, optional = (set(re.findall(r"`(\w+)`", cell)) for cell in row.groups())
    return needed, optional


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_it_names_every_key_of_a_kind_and_no_other(kind: type[Content]) -> None:
    from_file = READ_FROM_THE_FILE if kind is not Script else set()
    keys = {each.encode_name: each.required for each in msgspec.structs.fields(kind) if each.name not in from_file}
    needed, optional = named_keys(kind)
    assert needed == {key for key, is_needed in keys.items() if is_needed}
    assert optional == {key for key, is_needed in keys.items() if not is_needed}


def test_the_lines_of_its_model_still_stand_there() -> None:
    model = MODEL.read_text(encoding="utf-8")
    quoted = re.findall(r"^> (.+)$", README, re.MULTILINE)
    assert len(quoted) >= 10
    assert [line for line in quoted if line not in model] == []


def test_its_links_lead_to_files_where_it_lies_in_the_project() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert links == ["../CONTRIBUTING.md", f"{MODEL.relative_to(LIBRARY)}"]
    assert MODEL.is_file()


def test_it_takes_two_pages() -> None:
    prose = [line for line in README.splitlines() if not line.startswith("|")]
    assert 900 <= sum(len(line.split()) for line in prose) <= 1100
