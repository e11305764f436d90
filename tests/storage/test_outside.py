"""Files outside the store: written where the person says, and over nothing unasked."""

from pathlib import Path

import pytest

from companion.storage.errors import StoreError
from companion.storage.outside import AlreadyThere, check_outside, is_there, write_new, write_outside


def test_a_new_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = write_new(f"  {tmp_path / 'card.md'} ", "words \ud800")
    assert path.read_text(encoding="utf-8") == "words ?"
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_home_is_meant_by_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert check_outside("~/card.md", None) == tmp_path / "card.md"


def test_what_is_there_stays_unless_it_may_be_written_over(tmp_path: Path) -> None:
    there = tmp_path / "card.md"
    there.write_text("mine", encoding="utf-8")
    with pytest.raises(AlreadyThere, match=r"is there already\. Name another file\."):
        write_new(str(there), "other")
    assert there.read_text(encoding="utf-8") == "mine"
    write_outside(check_outside(str(there), None, overwrite=True), b"other")
    assert there.read_text(encoding="utf-8") == "other"


def test_a_link_that_leads_nowhere_is_there(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "gone")
    assert is_there(link)
    with pytest.raises(AlreadyThere):
        check_outside(str(link), None)


@pytest.mark.parametrize("name", ["companion.json", "companion.journal", "backups/companion-1.json"])
def test_its_own_files_are_never_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "companion.json").write_text("{}", encoding="utf-8")
    if name.startswith("backups"):
        name = "backups/companion.json"
    with pytest.raises(ValueError, match="is Companion's own"):
        check_outside(str(tmp_path / name), tmp_path, overwrite=True)


@pytest.mark.parametrize("typed", ["", "   ", "x" * 300, "~nobody-of-that-name/card.md", "a\0b"])
def test_what_is_no_name_is_said(typed: str) -> None:
    with pytest.raises(ValueError, match="Name a"):
        check_outside(typed, None)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"is a folder\. Name a file in it\."):
        check_outside(str(tmp_path), None)


def test_what_can_t_be_written_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Name another place"):
        write_new(str(tmp_path / "no such folder" / "card.md"), "words")
    assert not list(tmp_path.iterdir())
