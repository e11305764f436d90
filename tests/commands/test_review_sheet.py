"""The verb `review sheet`: shown first, written where one says, over nothing unasked."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.context import Context
from companion.commands.main import companion
from companion.domain.entry import Entry
from companion.domain.review.sheet import AS_WRITTEN
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


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the verb find somebody to ask."""
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)


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
    assert "readable by you alone" in run(folder, "--html", "-o", str(target), "--yes").stderr
    assert target.stat().st_mode & 0o777 == 0o600
    target.write_text("mine", encoding="utf-8")
    again = run(folder, "-o", str(target), "--yes")
    assert again.exit_code == 2
    assert "is there already. Name another file, or overwrite it with --force." in again.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    assert run(folder, "-o", str(target), "--force", "--yes").exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("# Notes")


def test_its_own_files_are_safe_from_force(folder: Path) -> None:
    result = run(folder, "-o", str(folder / "companion.json"), "--force", "--yes")
    assert result.exit_code == 2
    assert "is Companion's own" in result.stderr


@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_it_is_shown_and_asked_for_first(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "sheet.md"
    refused = run(folder, "-o", str(target), typed="n\n")
    assert "# Notes for a talk" in refused.stderr
    assert f"Write it to {target} [y/N]:" in refused.stderr
    assert "Nothing was written." in refused.stderr
    assert not target.exists()
    run(folder, "-o", str(target), typed="y\n")
    assert target.exists()
    target.write_text("mine", encoding="utf-8")
    asked = run(folder, "-o", str(target), typed="n\n")
    assert "is there already. Write over it [y/N]:" in asked.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    run(folder, "-o", str(target), typed="y\n")
    assert target.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("typed", ["", "n\n", "y\n"])
def test_without_a_terminal_it_is_shown_and_written_only_with_a_yes(folder: Path, tmp_path: Path, typed: str) -> None:
    target = tmp_path / "sheet.md"
    result = run(folder, "-o", str(target), typed=typed)
    assert result.exit_code == 2
    assert "# Notes for a talk" in result.stderr
    assert "Nothing was written. There is no terminal to ask on: say --yes if it is to be done." in result.stderr
    assert not target.exists()
    assert run(folder, "-o", str(target), "--yes", typed=typed).exit_code == 0
    assert target.exists()


@pytest.mark.parametrize("where", [(), ("--html",), ("-o", "sheet.md"), ("-o", "sheet.md", "--yes")])
@pytest.mark.usefixtures("at_a_terminal")
def test_that_quotes_stand_as_written_is_said_once_beside_the_sheet(
    folder: Path, tmp_path: Path, where: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    quoted = run(folder, "--quote", "aaa", *where, typed="y\n")
    assert quoted.stderr.count(AS_WRITTEN) == 1
    assert AS_WRITTEN not in quoted.stdout
    assert AS_WRITTEN not in run(folder, *where, "--force", typed="y\n").output
    if "-o" in where:
        assert quoted.stderr.index(AS_WRITTEN) < quoted.stderr.index("Written to")


def test_persons_are_told_apart_from_all_whom_the_log_names(tmp_path: Path) -> None:
    sam = Entry(id="a" * 32, at=MONDAY, kind="not-heard", miss="shrink", note="hm", quote="No.", person="Sam")
    long_ago = Entry(id="b" * 32, at=MONDAY - timedelta(days=900), note="hi", person="S", hidden=True)
    fill_folder(tmp_path, [sam, long_ago], [])
    said = run(tmp_path, "--quote", "a", "--person", "sam").stdout
    assert "22 November 2026, with Sa\n" in said
    assert "“Made it smaller”, by whom is not noted, with Sa: 1 entry" in said
    assert "> 16 November 2026, Sa\n" in said


@pytest.mark.usefixtures("at_a_terminal")
def test_yes_asks_nothing_and_still_writes_over_nothing(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "sheet.md"
    assert "Notes for a talk" not in run(folder, "-o", str(target), "--yes").stderr
    assert run(folder, "-o", str(target), "--yes").exit_code == 2


def test_options_before_the_word_sheet_are_not_passed_over_in_silence(folder: Path) -> None:
    result = CliRunner().invoke(companion, ["--data-dir", str(folder), "review", "--since", "2026-11-01", "sheet"])
    assert result.exit_code == 2
    assert "Say that behind the word sheet" in result.stderr


def test_said_in_plain_words_the_weeks_are_lines_and_a_file_keeps_its_table(tmp_path: Path) -> None:
    entries = [Entry(id=f"{n:032x}", at=MONDAY - timedelta(days=n), kind="heated", note="x") for n in range(12)]
    fill_folder(tmp_path / "data", entries, [])
    target = tmp_path / "sheet.md"
    plain = ["--plain", "--data-dir", str(tmp_path / "data"), "review", "sheet", "--part", "kinds"]
    said = CliRunner().invoke(companion, plain).stdout
    assert "|" not in said
    assert "- 2026-W47, 16 to 22 Nov: It got heated 1\n" in said
    assert CliRunner().invoke(companion, [*plain, "-o", str(target), "--yes"]).exit_code == 0
    assert "| It got heated" in target.read_text(encoding="utf-8")
    assert "| It got heated" in run(tmp_path / "data", "--part", "kinds").stdout
