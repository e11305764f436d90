"""Words of every script go through every verb that takes words, onto the disk, through export, import and merge."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from companion.commands.main import companion
from companion.storage.store import Store
from tests.ui.test_scripts_in_fields import SCRIPTS

Words = str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where it is kept."""
    return tmp_path / "data"


def run(folder: Path, *typed: str, given: str | None = None) -> str:
    """Run a verb that succeeds; return what it printed."""
    ran = CliRunner().invoke(companion, ["--data-dir", str(folder), *typed], input=given)
    assert ran.exit_code in (0, 10), (typed, ran.output)
    return ran.output


@pytest.fixture(params=list(SCRIPTS.values()), ids=list(SCRIPTS))
def words(request: pytest.FixtureRequest) -> Words:
    """Words of one script."""
    assert isinstance(request.param, str)
    return request.param


def test_an_entry_keeps_its_words_and_the_name_to_the_letter(folder: Path, words: Words) -> None:
    run(folder, "log", words, "--person", words, "--quote", words, "--kind", "not-heard")
    run(folder, "log", "-", given=words)
    first, second = Store(folder).entries
    assert (first.note, first.person, first.quote, second.note) == (words,) * 4
    assert words in run(folder, "log", "show", first.id)
    assert words in run(folder, "log", "list")


def test_so_do_export_import_and_merge(folder: Path, words: Words, tmp_path: Path) -> None:
    run(folder, "log", words, "--person", words)
    copy, other, third = tmp_path / f"{words.split()[0]}.json", tmp_path / "other", tmp_path / "third"
    run(folder, "export", "-o", str(copy))
    run(other, "import", str(copy), "--yes")
    run(third, "merge", str(folder), "--yes")
    for place in (other, third):
        (entry,) = Store(place).entries
        assert (entry.note, entry.person) == (words, words)


def test_a_pause_keeps_its_place_its_topic_and_what_is_said(folder: Path, words: Words) -> None:
    said = run(folder, "pause", "start", "20", "--place", words, "--topic", words, "--say", words, "--return", words)
    assert words in said
    run(folder, "pause", "park", words)
    (pause,) = Store(folder).pauses
    assert (pause.place, pause.topic, pause.leave_message, pause.return_message) == (words,) * 4
    assert words in run(folder, "pause", "parked")


def test_so_do_words_of_ones_own_and_a_held_message(folder: Path, words: Words) -> None:
    run(folder, "words", "write", words)
    run(folder, "hold", words)
    store = Store(folder)
    assert [script.text for script in store.scripts] == [words]
    assert [held.text for held in store.held] == [words]
    assert words in run(folder, "words", "all")
