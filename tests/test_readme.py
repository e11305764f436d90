"""The README is short, and true: its verbs, keys, folders and files are there, and every verb stands in it."""

import re
from pathlib import Path

import click
import pytest

from companion.commands.main import companion
from companion.commands.verbs import VERBS, verb
from companion.ui.keys import all_keys
from companion.ui.places import Place

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LONGEST = 160
"""Lines that a tired person reads."""
SECTION = re.compile(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
SECTIONS: dict[str, str] = dict(SECTION.findall(README))
ROWS = re.findall(r"^\| (`.+?) \| .+ \|$", SECTIONS["Verbs"], re.MULTILINE)


def named_words() -> list[list[str]]:
    """Return what stands in the table of verbs, as words behind `companion`, without what only stands for something."""
    found = []
    for row in ROWS:
        before = ""
        for said in re.findall(r"`([^`]+)`", row.replace("\\|", "|")):
            words = [word for word in re.sub(r"'.*'|\[.*?\]", "", said).split() if word.islower() and word != "|"]
            before = words[1] if words[0] == "companion" else before
            found.append(words[1:] if words[0] == "companion" else words)
    return found


def command(words: list[str]) -> click.Command:
    """Return the command that the words lead to; the last ones may be arguments of it."""
    found: click.Command = verb(words[0])
    for word in words[1:]:
        if not isinstance(found, click.Group):
            break
        inner = found.get_command(click.Context(found), word)
        assert inner, f"companion {' '.join(words)}"
        found = inner
    return found


def test_it_is_short() -> None:
    assert len(README.splitlines()) <= LONGEST


def test_every_verb_is_named_and_every_verb_named_is_there() -> None:
    named = {words[0] for words in named_words()}
    assert named - set(VERBS) == set()
    assert set(VERBS) - named == set()
    assert [word for word in re.findall(r"`companion ([a-z][a-z-]+)", README) if word not in VERBS] == []


@pytest.mark.parametrize("words", [words for words in named_words() if "|" not in words], ids=" ".join)
def test_what_stands_behind_a_verb_leads_somewhere(words: list[str]) -> None:
    assert command(words)


@pytest.mark.parametrize("word", ["set", "change", "remove"])
def test_what_a_passphrase_takes_is_there(word: str) -> None:
    assert command(["passphrase", word])


def test_every_option_named_is_there() -> None:
    for words, option in re.findall(r"`companion ((?:[a-z-]+ ?)+?) (--[a-z-]+)[^`]*`", README):
        if option != "--help":
            assert any(option in each.opts for each in command(words.split()).params), f"{words} {option}"
    for option in re.findall(r"`(?:companion )?(--[a-z-]+)[^`]*`", README):
        everywhere = {"--json", "--help"}
        assert option in everywhere or any(option in each.opts for each in companion.params), option


def test_every_key_of_the_table_is_there() -> None:
    known = {(where, each) for where, key in all_keys() for each in key.said.split()}
    everywhere = {key for where, key in known if where == "Everywhere"}
    table = re.findall(r"^\| ((?:`[^`]+`[ …]*)+) \|", SECTIONS["Keys"], re.MULTILINE)
    assert len(table) >= 9
    for row in table:
        keys = re.findall(r"`([^`]+)`", row)
        if "…" in row:
            assert keys == [Place.NOW.key, list(Place)[-1].key]
        elif keys[0] == "p":
            assert {("Now", key) for key in keys} <= known
        elif keys != ["esc"]:  # Textual's own, in each screen that leads back
            assert set(keys) <= everywhere


@pytest.mark.parametrize("key", ["/", "c", "f", "v", "m"])
def test_a_text_has_the_keys_that_are_named(key: str) -> None:
    assert f"`{key}`" in SECTIONS["Keys"]
    assert key in {each.said for where, each in all_keys() if where.startswith(("A text", "An article"))}


def test_its_links_and_pictures_lie_in_the_project() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert [link for link in links if not link.startswith("https://") and not (ROOT / link).exists()] == []
    assert [link for link in links if link.startswith("https://")] == ["https://age-encryption.org"]


def test_the_folders_it_draws_are_those_that_are_there() -> None:
    drawn = re.findall(r"^    (  )?(\w+)/", SECTIONS["How it is built"], re.MULTILINE)
    top = {name for inner, name in drawn if not inner}
    inner = {name for inner, name in drawn if inner}
    assert top == {"library", "styles", "companion", "tests"}
    assert inner == {path.parent.name for path in (ROOT / "companion").glob("*/__init__.py")}


def test_each_of_its_two_commands_is_complete() -> None:
    for section in ("Run it", "Test it"):
        (line,) = re.findall(r"^    (python3 -m venv .*)$", SECTIONS[section], re.MULTILINE)
        assert "pip install" in line


def test_no_sentence_shouts() -> None:
    said = re.sub(r"`[^`]*`|!\[|\([^)]*\)", "", README)
    assert "!" not in said
    files = {"CONTRIBUTING", "CHANGELOG", "LICENSE"}
    assert set(re.findall(r"\b[A-Z]{5,}\b", said)) <= files
