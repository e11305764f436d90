"""Where words are kept: as asked, by the environment, beside the program, or the platform's own place."""

import sys
from pathlib import Path

import pytest
from platformdirs import user_data_path

from companion.storage.paths import PORTABLE, VARIABLE, data_folder


@pytest.fixture(autouse=True)
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the program in it, such as a USB stick."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "platform"))
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "stick" / "companion")])
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_a_folder_beside_the_program_is_portable(stick: Path) -> None:
    (stick / "companion-data").mkdir()
    assert data_folder() == stick / "companion-data"
    assert PORTABLE == "companion-data"


def test_without_one_it_is_the_platforms_own_place(stick: Path) -> None:
    assert data_folder().name == "companion"
    assert stick not in data_folder().parents


@pytest.mark.parametrize("home", ["/home/somebody", "", "not/absolute", None])
@pytest.mark.parametrize("named", ["/elsewhere", "", "not/absolute", "~/data", None])
def test_that_place_is_the_one_that_platformdirs_names(
    monkeypatch: pytest.MonkeyPatch, home: str | None, named: str | None
) -> None:
    for variable, value in (("HOME", home), ("XDG_DATA_HOME", named)):
        monkeypatch.delenv(variable)
        if value is not None:
            monkeypatch.setenv(variable, value)
    assert data_folder() == user_data_path("companion", appauthor=False)


def test_a_file_of_that_name_is_no_data_folder(stick: Path) -> None:
    (stick / PORTABLE).write_text("not a folder")
    assert data_folder() != stick / PORTABLE


def test_what_is_asked_wins_over_the_environment_and_that_over_the_stick(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stick / PORTABLE).mkdir()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "named"))
    assert data_folder() == tmp_path / "named"
    assert data_folder(tmp_path / "asked") == tmp_path / "asked"
