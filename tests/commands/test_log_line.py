"""What a line of `companion log` says that was not understood."""

from pathlib import Path

import pytest

from companion.storage.store import Store
from tests.commands.log_verbs import only, run


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("last tuesday 25:00 hm", "“25:00” is not a time and stays in the note."),
        ("31.2. 21:00 hm", "“31.2.” is not a time and stays in the note."),
        ("lst monday 21:00 hm", "“lst” is not a time and stays in the note. Did you mean last?"),
        ("tuesday 9 hm", "“9” is not a time and stays in the note. Did you mean 9:00?"),
        ("yestreday he left", "“yestreday” is not a time and stays in the note. Did you mean yesterday?"),
    ],
)
def test_a_time_that_cannot_be_read_is_said(tmp_path: Path, line: str, said: str) -> None:
    assert run(tmp_path, "log", line).stderr == f"{said}\n"
    assert only(tmp_path).note == line


def test_a_sign_that_was_never_finished_makes_no_entry(tmp_path: Path) -> None:
    said = run(tmp_path, "log", "#")
    assert said.exit_code == 2
    assert "# goes in front of a tag, like #work." in said.stderr
    assert not list(Store(tmp_path).entries)
