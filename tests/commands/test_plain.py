"""Plain words where nobody looks at a screen: in a pipe, with --plain, with NO_COLOR."""

import os
import pty
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.commands.breathe import pace
from companion.domain.pause import Pause
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from tests.commands.log_verbs import run
from tests.commands.test_capabilities import DRAWN

TABLE = "# Head\n\n| one | two |\n|---|---|\n| a | **b** |\n\n> said\n\n- [ ] do\n\n---\n"
"""Markdown for which a terminal gets drawn lines."""


def on_a_terminal(folder: Path, *words: str, **variables: str) -> str:
    """Run a verb on a terminal of its own; return what it printed."""
    ours, theirs = pty.openpty()
    where = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    done = subprocess.Popen(
        [sys.executable, "-m", "companion", *words], stdin=theirs, stdout=theirs, stderr=theirs,
        env={**where, "TERM": "xterm-256color", "COMPANION_DATA_DIR": str(folder), **variables},
    )  # fmt: skip
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        said += part
    os.close(ours)
    done.wait(60)
    return said.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("words", [("words", "the-pause"), ("read", "asking-kindly")])
def test_a_terminal_gets_styles_unless_they_are_not_wanted(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert "\x1b[" in on_a_terminal(tmp_path, *words)
    assert DRAWN.findall(on_a_terminal(tmp_path, "--plain", *words)) == []
    assert DRAWN.findall(on_a_terminal(tmp_path, *words, NO_COLOR="1")) == []
    assert DRAWN.findall(on_a_terminal(tmp_path, *words, TERM="dumb")) == []


def test_a_file_with_a_table_is_printed_without_drawn_lines(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TABLE)
    said = on_a_terminal(tmp_path, "--plain", "read", str(tmp_path / "a.md"))
    assert "one: a" in said
    assert DRAWN.findall(said) == []


def test_every_shipped_text_is_plain_in_a_pipe(tmp_path: Path) -> None:
    library = Library(LIBRARY)
    for slug in (*library.articles, *library.exercises, *library.pages):
        said = run(tmp_path, "read", slug).stdout
        assert said.strip()
        assert (slug, DRAWN.findall(said)) == (slug, [])


def test_no_verb_alone_prints_the_sentences_instead_of_opening_the_app(tmp_path: Path) -> None:
    said = on_a_terminal(tmp_path, "--plain")
    assert said.startswith("What is happening?\n1  I need space")
    assert DRAWN.findall(said) == []


def test_the_status_is_said_in_words(tmp_path: Path) -> None:
    assert run(tmp_path, "--plain", "status").stdout == "No pause is running.\n"
    now, store = datetime.now(UTC), Store(tmp_path)
    store.pauses.keep(Pause(started_at=now, due=now + timedelta(minutes=17, seconds=30), planned=timedelta(minutes=18)))
    store.close()
    done = run(tmp_path, "--plain", "status")
    assert done.exit_code == 10
    assert re.fullmatch(r"You take space\. Back at .*\d\d:\d\d\. 17 minutes left\.\n", done.stdout)


def test_a_breath_says_its_seconds_where_dots_would_be_read_out(library: Library) -> None:
    now = 0.0

    def wait(seconds: float) -> None:
        nonlocal now
        now += seconds

    text = "".join(pace(library.rhythms["slow-six"], 10, lambda: now, wait, in_words=True))
    assert text == "breathe in, 4 seconds\nbreathe out, 6 seconds\n"
    assert now == 10.0
