"""Themes of one's own: read when they are sound, named in a sentence when they are not, whatever the file holds."""

import os
from pathlib import Path

import pytest

from companion.storage.own_themes import read_own_themes

FOREST = """
name: forest
dark: true
primary: '#a5c4a0'
background: '#101810'
variables:
  text-muted: '#809080'
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "themes").mkdir()
    return tmp_path / "themes"


def test_a_sound_one_is_read(folder: Path) -> None:
    (folder / "mine.yaml").write_text(FOREST)
    sound, broken = read_own_themes(folder)
    assert broken == []
    assert sound["forest"].dark is True
    assert sound["forest"].colours() == {"primary": "#a5c4a0", "background": "#101810"}
    assert sound["forest"].variables == {"text-muted": "#809080"}


def test_no_folder_is_no_theme(tmp_path: Path) -> None:
    assert read_own_themes(tmp_path / "gone") == read_own_themes(None) == ({}, [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("name: x", "primary"),
        ("name: x\nprimary: #9dbfcf", "primary: expected a colour in quotes"),
        ("name: x\nprimary: blue", "primary: expected a colour in quotes"),
        ("name: x\nprimary: '#12'", "primary: expected a colour in quotes"),
        ("name: auto\nprimary: '#123456'", "name: expected"),
        ("name: 'a\x1b[31mb'\nprimary: '#123456'", "character"),
        ('name: "a\\e[31mb"\nprimary: "#123456"', "name: expected"),
        ("name: 'a,b'\nprimary: '#123456'", "name: expected"),
        ("name: " + "x" * 41 + "\nprimary: '#123456'", "name: expected"),
        ("name: x\nprimary: '#123456'\ndark: perhaps", "dark"),
        ("name: x\nprimary: '#123456'\ncolour: '#123456'", "unknown"),
        ("name: x\nprimary: ['#123456']", "primary"),
        ("name: x\nprimary: '#123456'\nvariables: dark", "variables"),
        ("name: x\nprimary: '#123456'\nvariables: {panel: '#12345'}", "variables, panel"),
        ("name: x\nprimary: '#123456'\nvariables: {'} Screen {': '#123456'}", "variables: expected names"),
        ("name: x\nprimary: '#123456'\nvariables: {panel: '#123456; } * { display: none'}", "variables, panel"),
        ("name: [", "line"),
        ("- a\n- b", ""),
        ("a: &a [*a]", ""),
        ("- " * 7_000 + "x", "nested"),
        ("[" * 15_000, ""),
        ("x: &x [1]\n" + "".join(f"y{n}: [*x,*x]\n" for n in range(200)), ""),
        ("name: 2026-99-99\nprimary: '#123456'\nerror: 2026-99-99", "error"),
        ("", "empty"),
        ("\0", ""),
        ("name: x\nprimary: '#123456'\n#" + "x" * 20_000, "more than 16 KB"),
    ],
)
def test_a_broken_one_is_named_in_a_sentence(folder: Path, words: str, said: str) -> None:
    (folder / "bad.yaml").write_text(words)
    (folder / "good.yaml").write_text(FOREST)
    sound, broken = read_own_themes(folder)
    assert list(sound) == ["forest"]
    assert [each.path.name for each in broken] == ["bad.yaml"]
    assert said in broken[0].problem


def test_what_is_no_file_is_not_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text(FOREST)
    (folder / "link.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / ".hidden.yaml").write_text(FOREST)
    (folder / "notes.txt").write_text("x")
    sound, broken = read_own_themes(folder)
    assert sound == {}
    assert [each.path.name for each in broken] == ["folder.yaml", "link.yaml", "pipe.yaml"]


def test_of_two_with_one_name_the_second_is_named(folder: Path) -> None:
    for name in ("a.yaml", "b.yml"):
        (folder / name).write_text(FOREST)
    sound, broken = read_own_themes(folder)
    assert list(sound) == ["forest"]
    assert "is there twice" in broken[0].problem


def test_of_very_many_the_first_hundred_are_read(folder: Path) -> None:
    for number in range(105):
        (folder / f"{number:03}.yaml").write_text(f"name: t{number}\nprimary: '#123456'\n")
    sound, broken = read_own_themes(folder)
    assert len(sound) == 100
    assert "more than 100" in broken[0].problem
