"""What each verb imports is pinned: a verb that pays for more does so on purpose."""

from pathlib import Path

import pytest

from companion.commands.verbs import VERBS
from tests.imports import SAY, check, imports_of, read

PLAINEST = "paths"
"""The verb whose imports are listed whole; of the others is listed what they import besides."""
APART = "status"
"""A prompt calls it each second, so it goes a way of its own and is listed whole too."""
LIST = Path(__file__).parent / "imports.txt"
PROGRAM = f"import atexit; atexit.register(lambda: {SAY})\nfrom companion.__main__ import main; main()"
RUN = {
    "now": (), "pause": ("20",), "status": (), "log": ("a line",), "day": (), "hold": ("list",), "read": (),
    "words": (), "review": (), "plan": (), "help-lines": ("uk",), "backup": (), "doctor": (), "paths": (), "keys": (),
}  # fmt: skip
"""Verb to what is said behind it; the others ask for something, so what they import to be explained stands for them."""


@pytest.mark.parametrize("verb", sorted(VERBS, key=lambda verb: verb != PLAINEST))
def test_a_verb_imports_what_is_listed_and_no_more(verb: str, tmp_path: Path) -> None:
    words = (verb, *RUN.get(verb, ("--help",)))
    found = imports_of(PROGRAM, "--data-dir", str(tmp_path), *words, cwd=tmp_path)
    known = () if verb in (PLAINEST, APART) else read(LIST).get(PLAINEST, ())
    check(LIST, {" ".join(words): [name for name in found if name not in known]})


def test_no_verb_is_listed_that_is_gone() -> None:
    assert {title.split()[0] for title in read(LIST)} == {*VERBS}
