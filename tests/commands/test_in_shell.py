"""What the shell says of the library names verbs, and no key of the app."""

from pathlib import Path

import pytest

from companion.commands.in_shell import in_shell, say_care
from companion.storage.library import Library
from tests.commands.log_verbs import run


def test_no_worksheet_and_no_care_note_names_a_key_in_the_shell(library: Library) -> None:
    files, worksheets = library.script_files.values(), library.worksheets.values()
    said = [say_care(file.care_note) for file in files if file.care_note]
    for sheet in worksheets:
        said += map(in_shell, [sheet.why, sheet.ends, *(field.help for field in sheet.fields)])
    assert any("(companion read safety-first)" in words for words in said)
    assert not [words for words in said if "f1" in words or "ctrl+" in words]


@pytest.mark.parametrize(
    ("situation", "note"),
    [
        ("asking-for-room", "safety first: companion read safety-first. Help lines: companion help-lines.\n"),
        ("talk-of-suicide", "Stay if you are safe, call together. Help lines: companion help-lines.\n"),
    ],
)
def test_words_to_say_begin_with_where_help_is(tmp_path: Path, situation: str, note: str) -> None:
    assert note in run(tmp_path, "words", situation).stdout


def test_a_worksheet_begins_with_the_verb_for_safety_first(tmp_path: Path) -> None:
    said = " ".join(run(tmp_path, "plan", "fill", "tank").stdout.split())
    assert "see Safety first (companion read safety-first)" in said
