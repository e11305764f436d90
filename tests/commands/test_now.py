"""Now from the shell: the sentences, and what helps in each."""

import json
from pathlib import Path

import pytest

from companion.storage.library import Library
from tests.commands.log_verbs import run


def test_the_sentences_stand_with_their_numbers(tmp_path: Path, library: Library) -> None:
    said = run(tmp_path, "now").stdout.splitlines()
    sentences = [each.sentence for each in library.situations.values()]
    assert said[1:-1] == [f"{number}  {sentence}" for number, sentence in enumerate(sentences, 1)]


@pytest.mark.parametrize("number", range(1, 9))
def test_what_helps_is_a_command_that_works(tmp_path: Path, number: int) -> None:
    said = run(tmp_path, "now", str(number)).stdout
    commands = [line.split()[1:] for line in said.splitlines() if line.startswith("    companion ")]
    assert len(commands) >= 2
    for words in commands:
        assert run(tmp_path, *words).exit_code == 0, words
    (shape,) = json.loads(run(tmp_path, "now", str(number), "--json").stdout)
    assert f"To say: {shape['say']}" in said


def test_a_number_that_is_none_is_said(tmp_path: Path) -> None:
    done = run(tmp_path, "now", "9")
    assert done.exit_code == 2
    assert "companion now 1 to companion now 8" in done.stderr


def test_while_a_pause_is_open_that_is_said_first(tmp_path: Path) -> None:
    assert run(tmp_path, "pause", "30").exit_code == 0
    stands = run(tmp_path, "--plain", "status").stdout.strip()
    assert stands.startswith("You take space. Back at ")
    for words in (("now",), ("now", "1")):
        first = run(tmp_path, *words).stdout.splitlines()[0]
        assert first.split()[:6] == stands.split()[:6]  # what is left may be a minute less by now
    assert "You take space" not in run(tmp_path, "now", "1", "--json").stdout
