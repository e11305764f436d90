"""The verb words check: a line for each finding, nothing kept."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion


def run(folder: Path, *words: str, typed: str | bytes | None = None) -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "words", "check", *words], input=typed)


def test_each_finding_is_one_line_with_its_class_words_why_and_try(tmp_path: Path) -> None:
    said = run(tmp_path, "You never listen.\nI'm going out.")
    assert said.exit_code == 0
    first, second = said.output.splitlines()
    assert first.startswith("absolutes: “You never” ")
    assert second.startswith("no-return: “I'm going out” ")
    assert all(" Try: " in line for line in (first, second))


def test_standard_input_is_read_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    assert "diagnosing: “You are crazy”" in run(tmp_path / "data", "-", typed="You are crazy").output
    assert not (tmp_path / "data").exists()


def test_json_has_the_places(tmp_path: Path) -> None:
    (found,) = json.loads(run(tmp_path, "--json", "Well,", "you never listen").output)
    assert set(found) == {"rule", "class", "start", "end", "quoted", "why", "try"}
    assert (found["class"], found["start"], found["end"], found["quoted"]) == ("absolutes", 6, 15, "you never")
    assert json.loads(run(tmp_path, "--json", "See you at eight").output) == []


def test_a_clean_message_and_an_empty_one_are_said_to_be_fine(tmp_path: Path) -> None:
    assert run(tmp_path, "See you at eight").output.startswith("Nothing stands out.")
    assert run(tmp_path, "-", typed="").exit_code == 0


def test_words_of_danger_lead_to_safety_instead_of_style(tmp_path: Path) -> None:
    lines = run(tmp_path, "You never listen. I want to die.").output.splitlines()
    assert [line.partition(":")[0] for line in lines[:-1]] == ["safety"]
    assert "companion help-lines" in lines[-1]


@pytest.mark.parametrize("typed", [b"\xff\xfe you never \x1b[31m listen", b"You\x00 always \x07go"])
def test_hostile_bytes_are_printed_as_plain_text(tmp_path: Path, typed: bytes) -> None:
    said = run(tmp_path, "-", typed=typed)
    assert said.exit_code == 0
    assert said.output.isprintable() or said.output.replace("\n", "").isprintable()


def test_a_text_is_needed_and_help_says_how_to_keep_it_out_of_the_history(tmp_path: Path) -> None:
    assert run(tmp_path).exit_code == 2
    assert "history" in run(tmp_path, "--help").output
