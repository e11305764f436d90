"""One script is read without the files that do not name it."""

from pathlib import Path

import pytest

from companion.domain.script import PauseScript
from companion.resources import LIBRARY
from companion.storage.errors import ContentError
from companion.storage.library import Library
from companion.storage.scripts import Scripts

FILE = "situation: {0}\nlabel: A label\nscripts:\n- {{id: {1}, side: space, tone: warm, text: Some words.}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three situations, of which the last is damaged."""
    for name, script_id in (("one", "first"), ("two", "second")):
        (tmp_path / f"{name}.yaml").write_text(FILE.format(name, script_id))
    (tmp_path / "zzz.yaml").write_text("situation: [")
    return tmp_path


def test_a_script_is_found_beside_a_file_that_can_not_be_read(folder: Path) -> None:
    scripts = Scripts(folder)
    assert scripts["second"].text == "Some words."
    assert "first" in scripts
    assert "nonsense" not in scripts


def test_all_of_them_need_every_file(folder: Path) -> None:
    with pytest.raises(ContentError):
        list(Scripts(folder))
    (folder / "zzz.yaml").unlink()
    assert list(Scripts(folder)) == ["first", "second"]
    assert len(Scripts(folder)) == 2


def test_what_a_pause_says_first_takes_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.storage.scripts.read_yaml", lambda path: pytest.fail(f"{path} was parsed"))
    scripts = Scripts(LIBRARY / "scripts")
    for each in (PauseScript.LEAVE, PauseScript.RETURN, PauseScript.GIVING, PauseScript.NO_WORD, PauseScript.PLANNED):
        assert scripts[each].text


def test_half_a_character_is_no_id(folder: Path) -> None:
    assert "\udcff" not in Scripts(folder)


def test_one_by_one_they_are_those_of_the_library(library: Library) -> None:
    one_by_one = Scripts(LIBRARY / "scripts")
    assert {script_id: one_by_one[script_id] for script_id in library.scripts} == library.scripts
