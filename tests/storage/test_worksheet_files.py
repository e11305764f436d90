"""Worksheets of two folders: what is there now counts, and one of one's own stands in for a shipped one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion.domain.filling import Answers
from companion.storage.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library of one worksheet, and an empty folder for one's own."""
    for name in ("shipped/worksheets", "own"):
        (tmp_path / name).mkdir(parents=True)
    write(tmp_path / "shipped" / "worksheets", "walk", title="Shipped")
    return Library(tmp_path / "shipped", tmp_path / "own")


def write(folder: Path, slug: str, *, title: str = "Mine", more: str = "") -> None:
    words = f"title: {title}\ngroup: G\nwhy: W\nfields: [{{id: a, label: A, kind: line}}]\n{more}"
    (folder / f"{slug}.yaml").write_text(words, encoding="utf-8")


def titles(library: Library) -> dict[str, str]:
    return {slug: sheet.title for slug, sheet in library.worksheets.items()}


def test_a_file_is_seen_when_it_comes_when_it_changes_and_when_it_goes(library: Library, tmp_path: Path) -> None:
    assert titles(library) == {"walk": "Shipped"}
    write(tmp_path / "own", "tea")
    assert titles(library) == {"walk": "Shipped", "tea": "Mine"}
    write(tmp_path / "own", "tea", title="Mine, and longer")
    assert titles(library)["tea"] == "Mine, and longer"
    (tmp_path / "own" / "tea.yaml").unlink()
    assert titles(library) == {"walk": "Shipped"}
    (tmp_path / "own").rmdir()
    assert titles(library) == {"walk": "Shipped"}


def test_one_of_ones_own_stands_in_for_a_shipped_one_as_long_as_it_is_sound(library: Library, tmp_path: Path) -> None:
    assert library.worksheet_files.standing_in == frozenset()
    write(tmp_path / "own", "walk")
    assert titles(library) == {"walk": "Mine"}
    assert library.worksheet_files.standing_in == {"walk"}
    filling = Answers(worksheet="walk", answers={"a": "x"}, filled_at=datetime(2026, 11, 22, tzinfo=UTC))
    assert [each.title for each in library.worksheet_files.of([filling])] == ["Mine"]
    (tmp_path / "own" / "walk.yaml").write_text("title: [", encoding="utf-8")
    assert titles(library) == {"walk": "Shipped"}
    assert library.worksheet_files.standing_in == frozenset()
    (error,) = library.worksheet_files.broken
    assert error.path == tmp_path / "own" / "walk.yaml"


def test_a_link_to_one_that_comes_later_is_named_until_it_is_there(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "own", "tea", more="next: [worksheets/cake]\n")
    (error,) = library.worksheet_files.broken
    assert error.problem == "next: “worksheets/cake” is not there; expected a file of worksheets/"
    write(tmp_path / "own", "cake")
    assert library.worksheet_files.broken == ()


def test_what_is_no_file_of_a_worksheet_is_passed_over(library: Library, tmp_path: Path) -> None:
    (tmp_path / "own" / "folder.yaml").mkdir()
    for name in (".half-written.yaml", "notes.txt", "walk.yaml~"):
        (tmp_path / "own" / name).write_text("[", encoding="utf-8")
    assert titles(library) == {"walk": "Shipped"}
    assert library.worksheet_files.broken == ()


def test_the_other_ending_of_yaml_is_read_too_and_a_twin_is_named(library: Library, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "tea")
    (own / "tea.yaml").rename(own / "tea.yml")
    assert titles(library)["tea"] == "Mine"
    write(own, "tea", title="The one that counts")
    assert titles(library)["tea"] == "The one that counts"
    assert library.worksheet_files.standing_in == frozenset()
    (error,) = library.worksheet_files.broken
    assert (error.path.name, error.problem) == ("tea.yml", "tea.yaml lies beside it; expected one of the two")


def test_one_that_is_too_large_is_named_and_not_read(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "own", "tea", more="# " + "x" * 300_000)
    assert titles(library) == {"walk": "Shipped"}
    (error,) = library.worksheet_files.broken
    assert error.path == tmp_path / "own" / "tea.yaml"
    assert error.problem == "it has more than 256 KB; that is too large"
