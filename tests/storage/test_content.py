"""A file of the library that is not as it should be is named, with its line or key and what was expected."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from companion.domain.article import Article
from companion.resources import LIBRARY
from companion.storage.errors import ContentError
from companion.storage.library import Library

ARTICLE = "articles/room/asking-kindly.md"
Read = Callable[[Library], object]

READS: dict[str, Read] = {
    "articles": lambda library: library.articles,
    "exercises": lambda library: library.exercises,
    "pages": lambda library: library.pages,
    "scripts": lambda library: library.scripts,
    "worksheets": lambda library: library.checked_worksheets,
    "vocabulary": lambda library: library.vocabulary,
    "rhythms.yaml": lambda library: library.rhythms,
    "situations.yaml": lambda library: library.situations,
    "trails.yaml": lambda library: library.trails,
    "help-lines.yaml": lambda library: library.help_lines,
    "sources.yaml": lambda library: library.sources,
}
"""The first part of a path to what reads it."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the library to break."""
    return Path(shutil.copytree(LIBRARY, tmp_path / "library"))


def break_in(root: Path, name: str, old: str, new: str) -> None:
    """Replace the first match of a pattern in a file."""
    path = root / name
    broken, times = re.subn(old, new, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert times == 1
    path.write_text(broken, encoding="utf-8")


def complaint(root: Path, name: str) -> str:
    """Return what is said of a file when it is read, after its path."""
    with pytest.raises(ContentError) as caught:
        READS[name.partition("/")[0]](Library(root))
    said = str(caught.value)
    assert said.startswith(f"{root / name}: "), said
    return said.removeprefix(f"{root / name}: ")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (ARTICLE, 2),
        ("exercises/long-sigh.md", 2),
        ("pages/about.md", 2),
        ("scripts/the-pause.yaml", 1),
        ("worksheets/what-calms-me.yaml", 1),
    ],
)
def test_a_slip_in_the_yaml_names_its_line(root: Path, name: str, line: int) -> None:
    break_in(root, name, r"^(title|situation): .*$", "\tbroken: by a tab")
    assert complaint(root, name).startswith(f"line {line}: ")


@pytest.mark.parametrize(
    "name", ["rhythms.yaml", "situations.yaml", "trails.yaml", "help-lines.yaml", "vocabulary/kinds.yaml"]
)
def test_a_slip_in_a_list_names_its_line(root: Path, name: str) -> None:
    path = root / name
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, "- id: one: two"]), encoding="utf-8")
    assert complaint(root, name).startswith(f"line {len(lines) + 1}: ")


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        (ARTICLE, r"^summary: .*\n", "the key “summary” is missing; expected title, "),
        ("exercises/long-sigh.md", r"^skip: .*\n", "the key “skip” is missing"),
        ("pages/about.md", r"^title: .*\n", "the key “title” is missing"),
        ("scripts/the-pause.yaml", r"^    tone: .*\n", "scripts, entry 1: the key “tone” is missing"),
        ("worksheets/what-calms-me.yaml", r"^why: .*\n", "the key “why” is missing"),
        ("vocabulary/kinds.yaml", r"^  mood: .*\n", "entry 1: the key “mood” is missing; expected id, label"),
        ("rhythms.yaml", r"^  hold: .*\n", "entry 1: the key “hold” is missing"),
        ("situations.yaml", r"^  say: .*\n", "entry 1: the key “say” is missing"),
        ("trails.yaml", r"^  why: .*\n", "entry 1: the key “why” is missing; expected id, title, why, for, "),
        ("help-lines.yaml", r"number: \"911\", ", "entry 1: the key “number” is missing"),
        ("sources.yaml", r"firmness: moderate, ", "facts, one of them: the key “firmness” is missing"),
    ],
)  # fmt: skip
def test_a_key_that_is_missing_is_named(root: Path, name: str, line: str, said: str) -> None:
    break_in(root, name, line, "")
    assert complaint(root, name).startswith(said)


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        (ARTICLE, "title", "the key “headline” is unknown; expected title, side, "),
        ("exercises/long-sigh.md", "skip", "the key “headline” is unknown"),
        ("pages/about.md", "title", "the key “headline” is unknown"),
        ("scripts/the-pause.yaml", "    instead_of", "scripts, entry 1: the key “headline” is unknown"),
        ("worksheets/what-calms-me.yaml", "title", "the key “headline” is unknown"),
        ("vocabulary/kinds.yaml", "  help", "entry 1: the key “headline” is unknown"),
        ("rhythms.yaml", "  title", "entry 1: the key “headline” is unknown"),
        ("situations.yaml", "  sentence", "entry 1: the key “headline” is unknown"),
        ("trails.yaml", "  why", "entry 1: the key “headline” is unknown"),
        ("help-lines.yaml", "  note", "entry 2: the key “headline” is unknown"),
        ("sources.yaml", "sources", "the key “headline” is unknown; expected facts, sources"),
    ],
)
def test_a_key_that_nobody_knows_is_named(root: Path, name: str, key: str, said: str) -> None:
    break_in(root, name, rf"^(\s*){key.strip()}:", r"\1headline:")
    assert complaint(root, name).startswith(said)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (ARTICLE, "^minutes: .*", "minutes: three", "minutes: Expected `int`, got `str`"),
        (ARTICLE, "^tags: .*", "tags: [1]", "tags, entry 1: Expected `str`, got `int`"),
        ("exercises/long-sigh.md", "^minutes: .*", "minutes: few", "minutes: Expected `int`, got `str`"),
        ("pages/about.md", "^updated: .*", "updated: lately", "updated: Invalid"),
        ("vocabulary/feelings.yaml", r"^  words: .*", "  words: tired", "entry 1, words: Expected `array`, got `str`"),
        ("vocabulary/body.yaml", "^- .*", "- {a: b}", "entry 1: Expected `str`, got `object`"),
        ("rhythms.yaml", "^  exhale: .*", "  exhale: 0", "entry 1: inhale and exhale take more than 0 seconds"),
        ("help-lines.yaml", r'checked: "2023"', "checked: date not given", "entry 2: checked: expected a year"),
    ],
)
def test_a_value_of_the_wrong_type_is_named_with_what_was_expected(
    root: Path, name: str, old: str, new: str, said: str
) -> None:
    break_in(root, name, old, new)
    assert complaint(root, name).startswith(said)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("scripts/the-pause.yaml", "tone: plain", "tone: loud",
         "scripts, entry 1, tone: expected one of warm, plain, firm, short, got 'loud'"),
        ("vocabulary/kinds.yaml", "mood: plain", "mood: sad",
         "entry 1, mood: expected one of hard, plain, good, got 'sad'"),
        ("help-lines.yaml", "kind: emergency", "kind: fire",
         "entry 1, kind: expected one of emergency, crisis, abuse, own behaviour, talk, directory, got 'fire'"),
        ("worksheets/what-calms-me.yaml", "kind: text", "kind: tick",
         "fields, entry 1, kind: expected one of line, text, choice, ticks, scale, date, clock, length, feelings, "
         "body, needs, people, entries, log, got 'tick'"),
        ("sources.yaml", "firmness: moderate", "firmness: sure",
         "facts, one of them, firmness: expected one of strong, moderate, early, consensus, got 'sure'"),
        (ARTICLE, "side: space", "side: mine",
         "side: expected one of space, receiving, both, deciding, safety, got 'mine'"),
    ],
)  # fmt: skip
def test_a_word_outside_a_closed_list_is_answered_with_the_list(
    root: Path, name: str, old: str, new: str, said: str
) -> None:
    break_in(root, name, old, new)
    assert complaint(root, name) == said


def test_an_article_in_the_wrong_folder_is_named_itself(root: Path) -> None:
    break_in(root, ARTICLE, "topic: room", "topic: calm")
    assert complaint(root, ARTICLE) == "topic: expected “room”, its folder, got “calm”"
    with pytest.raises(ContentError, match=r"asking-kindly\.md: topic"):
        Library(root).article("asking-kindly")


def test_a_topic_that_nobody_knows_is_named_with_those_there_are(root: Path) -> None:
    (root / "articles" / "zoo").mkdir()
    name = "articles/zoo/asking-kindly.md"
    (root / ARTICLE).rename(root / name)
    break_in(root, name, "topic: room", "topic: zoo")
    assert re.match("topic: expected one of room, calm, .*, got “zoo”", complaint(root, name))


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (ARTICLE, "^do: .*", "do: wander", "do: “wander” is not a link; expected pause, pause/30"),
        (ARTICLE, "^do: .*", "do: exercises/flying", "do: “exercises/flying” is not there"),
        (ARTICLE, "^next: .*", "next: [pages/about, kinds/x]", "next: “kinds/x” is not a link; expected"),
        (ARTICLE, "^next: .*", "next: [articles/none]", "next: “articles/none” is not there; expected a file of"),
        ("situations.yaml", "link: pause", "link: paws", "entry 1, do: link: “paws” is not a link; expected pause"),
        ("situations.yaml", "link: exercises/five", "link: exercises/nine", "crying-nothing, do: “exercises/nine"),
        ("situations.yaml", "read: .*", "read: nothing", "entry 1: read: “nothing” is not a link; expected pause"),
        ("situations.yaml", "read: .*", "read: log", "entry 1: read: expected articles/… or pages/…, got “log”"),
        ("situations.yaml", "read: .*", "read: pages/none", "space-guilt, read: “pages/none” is not there"),
        ("situations.yaml", "link: pause", "link: trails/none", "space-guilt, do: “trails/none” is not there; expected"
         " an id of trails.yaml"),
        ("trails.yaml", "articles/asking-kindly", "articles/none", "room-today, read: “articles/none” is not there"),
        ("trails.yaml", "articles/asking-kindly", "pages/about", "entry 1: read: expected articles/…, got “pages/"),
        ("trails.yaml", "pages/safety-first", "pause", "entry 8: read: expected articles/… or pages/…, got “pause”"),
        ("trails.yaml", "space-guilt", "guilt", "room-today, for: expected one of space-guilt, crying-nothing, "),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_noticed_when_the_file_is_read(
    root: Path, name: str, old: str, new: str, said: str
) -> None:
    break_in(root, name, old, new)
    assert complaint(root, name).startswith(said)


def test_two_articles_of_one_name_are_noticed(root: Path) -> None:
    shutil.copy(root / "articles/calm/coming-back-well.md", root / "articles/room/coming-back-well.md")
    break_in(root, "articles/room/coming-back-well.md", "topic: calm", "topic: room")
    said = complaint(root, "articles/room/coming-back-well.md")
    assert said == "another article has the same file name; expected a name of its own"


@pytest.mark.parametrize(
    ("name", "old", "new", "twice"),
    [
        ("scripts/the-pause.yaml", "id: leave-short", "id: leave-default", "leave-default"),
        ("rhythms.yaml", "id: slow-six", "id: long-sigh", "long-sigh"),
        ("situations.yaml", "id: they-asked", "id: space-guilt", "space-guilt"),
        ("trails.yaml", "id: gone-quiet", "id: room-today", "room-today"),
        ("vocabulary/kinds.yaml", "id: tears", "id: space", "space"),
    ],
)
def test_two_of_one_id_are_noticed(root: Path, name: str, old: str, new: str, twice: str) -> None:
    break_in(root, name, old, new)
    assert complaint(root, name) == f"id: “{twice}” is there twice; expected an id of its own"


def test_two_scripts_of_one_id_in_two_files_are_noticed(root: Path) -> None:
    break_in(root, "scripts/the-pause.yaml", "id: leave-short", "id: head-full")
    assert complaint(root, "scripts/the-pause.yaml").startswith("id: “head-full” is in another file too")


def test_scripts_are_filed_under_their_situation(root: Path) -> None:
    break_in(root, "scripts/the-pause.yaml", "^situation: .*", "situation: the-break")
    assert complaint(root, "scripts/the-pause.yaml").startswith("situation: expected “the-pause”, the file's name")


def test_one_article_is_read_without_the_others(root: Path) -> None:
    break_in(root, "articles/calm/coming-back-well.md", "^title: .*", "headline: x")
    assert isinstance(Library(root).article("asking-kindly"), Article)
