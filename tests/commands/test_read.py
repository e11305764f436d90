"""The verb read: the library as plain text, for pipes, scripts and screen readers."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.reading import Reading
from companion.storage.library import Library
from companion.storage.store import Store


@pytest.fixture
def run(tmp_path: Path) -> "Run":
    return Run(tmp_path)


class Run:
    """Runs companion over a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str, columns: int = 80) -> Result:
        arguments = ["--data-dir", str(self.folder), *words]
        return CliRunner(env={"COLUMNS": str(columns)}).invoke(companion, arguments)


def test_alone_it_lists_every_article_exercise_and_page(run: Run, library: Library) -> None:
    result = run("read")
    assert result.exit_code == 0
    for slug in (*library.articles, *library.exercises, *library.pages):
        assert f"  {slug} " in result.output
    assert result.output == run("read", "list").output


def test_a_slug_prints_the_article_with_its_ways_on(run: Run) -> None:
    printed = run("read", "asking-kindly").output
    assert printed.startswith("Asking for room, kindly\n\nif you need room · 3 min\n")
    assert "A pause with a promise [a-pause-with-a-promise]" in printed
    assert printed.index("Do now") < printed.index("Take a pause") < printed.index("Sources")
    assert printed.endswith("Checked on 22 November 2026\n")
    assert "**" not in printed and "](" not in printed


@pytest.mark.parametrize(("columns", "widest"), [(200, 72), (80, 72), (50, 50)])
def test_lines_are_no_wider_than_the_measure_or_the_terminal(run: Run, columns: int, widest: int) -> None:
    lengths = [len(line) for line in run("read", "asking-kindly", columns=columns).output.splitlines()]
    assert widest - 6 < max(lengths) <= widest


@pytest.mark.parametrize("words", [("asking-kindly", "--plain"), ("--plain", "asking-kindly")])
def test_plain_has_marks_that_can_be_read_out(run: Run, words: tuple[str, str]) -> None:
    printed = run("read", *words).output
    assert "│" not in printed and "•" not in printed and "\x1b" not in printed
    assert "The one line\n" in printed
    assert printed == run("read", "asking-kindly").output


def test_a_width_is_asked_for_and_none_keeps_each_paragraph_on_one_line(run: Run, library: Library) -> None:
    narrow = run("read", "asking-kindly", "--width", "30").output
    assert 24 < max(map(len, narrow.splitlines())) <= 30
    endless = run("read", "asking-kindly", "--width", "0").output
    first = next(line for line in library.articles["asking-kindly"].text.splitlines() if line.startswith('"I just'))
    assert first in endless.splitlines()
    assert endless.split() == narrow.split()
    assert run("read", "asking-kindly", "--width", "-1").exit_code == 2


def test_exercises_and_pages_can_be_read_too(run: Run, library: Library) -> None:
    printed = run("read", "slow-six", "--width", "0").output
    assert all(step.say in printed for step in library.exercises["slow-six"].steps)
    assert printed.index("Skip this if") < printed.index("Steps")
    assert "your safety comes first" in run("read", "safety-first").output
    assert "1-800-799-7233" in run("read", "find-support", "--plain").output


def test_an_unknown_slug_names_near_ones_in_one_line(run: Run) -> None:
    result = run("read", "asking-kindle")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "asking-kindly" in result.stderr


def test_the_list_for_machines(run: Run, library: Library) -> None:
    Store(run.folder).reading.keep(Reading(id="running-low", finished=True, read_at=datetime(2026, 11, 22, tzinfo=UTC)))
    found = json.loads(run("read", "list", "--json").output)
    assert [each["slug"] for each in found] == list(library.articles)
    assert {tuple(each) for each in found} == {("slug", "title", "topic", "side", "minutes", "finished")}
    assert [each["slug"] for each in found if each["finished"]] == ["running-low"]
    assert found == json.loads(run("read", "--json").output)
    assert "running-low" in run("read").output
    assert "wears you out · 3 min ✓" in run("read").output


def test_one_topic_alone(run: Run) -> None:
    found = json.loads(run("read", "list", "--topic", "calm", "--json").output)
    assert {each["topic"] for each in found} == {"calm"}
    printed = run("read", "list", "--topic", "calm").output
    assert "a-pause-with-a-promise" in printed and "asking-kindly" not in printed and "slow-six" not in printed
    wrong = run("read", "list", "--topic", "clam")
    assert wrong.exit_code == 2
    assert "calm" in wrong.stderr


def test_every_topic_has_articles_and_another_name_has_none(run: Run, library: Library) -> None:
    assert {topic.id for topic in library.vocabulary.topics} == {each.topic for each in library.articles.values()}
    asked = run("read", "list", "--topic", "clam")
    assert (
        "Nothing is filed under “clam”. The topics are room, calm, pulling-away, missing, close-free," in asked.stderr
    )


def test_reading_leaves_no_trace_and_never_loads_textual(tmp_path: Path) -> None:
    code = (
        "import sys; from companion.commands.main import companion\n"
        "try: companion(['--data-dir', sys.argv[1], 'read', 'asking-kindly'])\n"
        "except SystemExit: pass\n"
        "print('textual' in sys.modules)"
    )
    folder = tmp_path / "data"
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0] == "Asking for room, kindly"
    assert done.stdout.splitlines()[-1] == "False"
    assert not folder.exists()


@pytest.mark.parametrize("named", ["articles/my-walk", "articles/my-walk.md", "own/my-walk"])
def test_one_of_ones_own_is_found_by_its_folder_too(run: Run, named: str) -> None:
    (run.folder / "articles").mkdir()
    (run.folder / "articles" / "my-walk.md").write_text("# Round the pond\n", encoding="utf-8")
    assert run("read", named).stdout.startswith("Round the pond\n")
    assert run("read", "articles/asking-kindly").stdout == run("read", "asking-kindly").stdout
    assert run("read", "articles/nothing").exit_code != 0
