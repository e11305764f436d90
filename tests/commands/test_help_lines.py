"""The verb help-lines: numbers as plain text."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.storage.library import Library


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "help-lines", *words])


def test_all_lines_are_printed_the_world_first(tmp_path: Path, library: Library) -> None:
    printed = run(tmp_path, *()).output
    assert printed.startswith("Worldwide\n")
    for line in library.help_lines:
        assert f"  {line.name} ({line.kind}): {line.number}" in printed


def test_one_country_alone_with_hours_and_date(tmp_path: Path) -> None:
    printed = run(tmp_path, "canada").output
    assert "  9-8-8 Suicide Crisis Helpline (crisis): call or text 988 · day and night" in printed
    assert "In English and French. checked: Nov 2023" in printed
    assert "Samaritans" not in printed


def test_a_country_of_two_words_needs_no_quotes(tmp_path: Path) -> None:
    assert run(tmp_path, "new", "zealand").output == run(tmp_path, "New Zealand").output != ""


def test_for_machines(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "Italy", "--json").output)
    assert [each["number"] for each in found] == ["1522; 1522.eu"]
    assert found[0]["country"] == "Italy"


def test_an_unknown_country_lists_those_there_are(tmp_path: Path) -> None:
    result = run(tmp_path, "atlantis")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "Canada" in result.stderr and "Japan" in result.stderr


@pytest.mark.parametrize(
    ("asked", "country"),
    [("uk", "United Kingdom"), ("US", "United States"), ("de", "Germany"), ("new zealand", "New Zealand"),
     ("england", "United Kingdom"), ("germ", "Germany"), ("in", "India"), ("España", "Spain")],
)  # fmt: skip
def test_a_code_or_a_name_means_one_country_and_no_other(tmp_path: Path, asked: str, country: str) -> None:
    ran = CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "help-lines", "--json", asked])
    assert {row["country"] for row in json.loads(ran.stdout)} == {country}


@pytest.mark.parametrize("asked", ["at", "a", "zz", "land", "united"])
def test_what_means_no_country_or_two_shows_none_or_says_both(tmp_path: Path, asked: str) -> None:
    ran = CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "help-lines", asked])
    assert ran.exit_code == (0 if asked == "united" else 2)


@pytest.mark.parametrize(("asked", "country"), [("germny", "Germany"), ("united kingdm", "United Kingdom")])
def test_a_mistyped_country_is_asked_about(tmp_path: Path, asked: str, country: str) -> None:
    ran = CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "help-lines", *asked.split()])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert f"Did you mean {country}?" in ran.stderr
