"""The verb `review sheet`: shown first, written where one says, over nothing unasked."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands import review_sheet
from companion.commands.context import Context
from companion.commands.main import companion
from companion.domain.entry import Entry
from tests.conftest import MovableClock
from tests.sample import fill_folder

MONDAY = datetime(2026, 11, 16, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch, clock: MovableClock) -> None:
    """Let the verb run on 22 November 2026."""
    monkeypatch.setattr(Context, "clock", lambda self: clock())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two entries."""
    entries = [
        Entry(id="a" * 32, at=MONDAY, kind="heated", note="my note", quote="Not now.", person="Anna Berg"),
        Entry(id="b" * 32, at=MONDAY, note="another note", person="Mum"),
        Entry(id="c" * 32, at=MONDAY, kind="good"),
    ]
    fill_folder(tmp_path / "data", entries, [])
    return tmp_path / "data"


class _Terminal:
    """Stands for the person at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the verb find somebody to ask."""
    fake = type(sys)("sys")
    fake.stdin = _Terminal()  # type: ignore[attr-defined]
    monkeypatch.setattr(review_sheet, "sys", fake)
    yield


def run(folder: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "review", "sheet", *words], input=typed)


def test_without_a_file_it_is_printed(folder: Path) -> None:
    said = run(folder).stdout
    assert said.startswith("# Notes for a talk\n")
    assert "Anna" not in said
    assert "Not now." not in said
    assert run(folder, "--html").stdout.startswith("<!doctype html>")
    assert run(folder, "--html", "-o", "-").stdout.startswith("<!doctype html>")


def test_parts_period_and_person_are_chosen(folder: Path) -> None:
    said = run(folder, "--part", "feelings", "--part", "days", "--since", "2026-11-01", "--person", "anna berg").stdout
    assert "1 November 2026 to 22 November 2026, with AB\n" in said
    assert [line for line in said.splitlines() if line.startswith("## ")] == ["## Days", "## Feelings"]
    assert "1 entry" in said


def test_quotes_are_picked_by_their_ids(folder: Path) -> None:
    said = run(folder, "--quote", "aaa", "--quote", "bb", "--quote", "aaa").stdout
    assert said.count("> Not now.") == 1
    assert "> 16 November 2026, AB" in said
    assert "> another note\n>\n> 16 November 2026, my note" in said
    assert "> my note" not in said  # their words stand for that entry


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--quote", "zz"), "No entry begins with “zz”"),
        (("--quote", "cc"), "has no words to quote"),
        (("--part", "hearts"), "“hearts” is no part of a review. There are: days, kinds"),
        (("--person", "Nobody"), "No entry names “Nobody”"),
        (("--since", "no such day"), "is not a time"),
        (("-o", "/"), "is a folder"),
        (("-o", ""), "Name a file"),
        (("-o", "a\0b"), "is no name for a file"),
    ],
)
def test_what_can_t_be_is_said_in_a_line(folder: Path, words: tuple[str, ...], sentence: str) -> None:
    result = run(folder, *words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_is_written_for_its_owner_alone_and_never_over_another(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "sheet.html"
    assert "readable by you alone" in run(folder, "--html", "-o", str(target)).stderr
    assert target.stat().st_mode & 0o777 == 0o600
    target.write_text("mine", encoding="utf-8")
    again = run(folder, "-o", str(target))
    assert again.exit_code == 2
    assert "is there already. Name another file, or overwrite it with --force." in again.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    assert run(folder, "-o", str(target), "--force").exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("# Notes")


def test_its_own_files_are_safe_from_force(folder: Path) -> None:
    result = run(folder, "-o", str(folder / "companion.json"), "--force")
    assert result.exit_code == 2
    assert "is Companion's own" in result.stderr


@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_it_is_shown_and_asked_for_first(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "sheet.md"
    refused = run(folder, "-o", str(target), typed="n\n")
    assert "# Notes for a talk" in refused.stderr
    assert f"Write it to {target}?" in refused.stderr
    assert "Nothing was written." in refused.stderr
    assert not target.exists()
    run(folder, "-o", str(target), typed="y\n")
    assert target.exists()
    target.write_text("mine", encoding="utf-8")
    asked = run(folder, "-o", str(target), typed="n\n")
    assert "is there already. Write over it?" in asked.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    run(folder, "-o", str(target), typed="y\n")
    assert target.read_text(encoding="utf-8") != "mine"


@pytest.mark.usefixtures("at_a_terminal")
def test_yes_asks_nothing_and_still_writes_over_nothing(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "sheet.md"
    assert "Notes for a talk" not in run(folder, "-o", str(target), "--yes").stderr
    assert run(folder, "-o", str(target), "--yes").exit_code == 2


def test_options_before_the_word_sheet_are_not_passed_over_in_silence(folder: Path) -> None:
    result = CliRunner().invoke(companion, ["--data-dir", str(folder), "review", "--since", "2026-11-01", "sheet"])
    assert result.exit_code == 2
    assert "Say that behind the word sheet" in result.stderr
