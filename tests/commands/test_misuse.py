"""What was called wrongly is said in sentences of ours, none of them click's."""

from pathlib import Path

import pytest

from tests.commands.log_verbs import run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("status", "--nope"), "There is no option “--nope”. See companion status --help."),
        (("log", "list", "--kindd", "x"), "There is no option “--kindd”. Did you mean: --kind? See"),
        (("log", "show"), "ID is missing. See companion log show --help."),
        (("read", "asking-kindly", "--width", "x"), "--width takes a whole number, 0 or more. See"),
        (("breathe", "--minutes", "99"), "--minutes takes a whole number, 1 to 60. See"),
        (("pause", "--strength", "high"), "--strength takes a whole number. See companion pause start --help."),
        (("export", "--format", "x"), "--format takes json, csv, markdown. See companion export --help."),
        (("review", "--since"), "Type something behind --since. See"),
        (("keys", "--check=3"), "Nothing may stand behind --check. See"),
        (("restore", "1", "2", "3"), "“2 3” is more than it takes. See companion restore --help."),
        (("passphrase", "foo"), "There is no command “foo”. See companion passphrase --help."),
        (("pauze",), "There is no command “pauze”. Did you mean: companion pause? See companion --help."),
        (("x" * 100,), f"There is no command “{'x' * 60}…”. See companion --help."),
    ],
)
def test_each_is_a_line_of_ours_and_exit_2(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = run(tmp_path, *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"companion: {said}")
    assert done.stderr.count("\n") == 1
