"""The verb read search: what holds some words, for people and for programs."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.entry import Entry
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping


class Run:
    """Searches in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str) -> Result:
        return CliRunner().invoke(companion, ["--data-dir", str(self.folder), "read", "search", *words])

    def found(self, *words: str) -> list[dict[str, str]]:
        return list(json.loads(self(*words, "--json").output))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path / "data")


def test_it_prints_titles_and_stretches(run: Run) -> None:
    assert "a-pause-with-a-promise  A pause with a promise\n    " in run("pause", "promise").output


def test_for_machines_it_says_what_each_is_the_best_first(run: Run) -> None:
    found = run.found("pause", "promise")
    assert {tuple(each) for each in found} == {("kind", "slug", "link", "title", "snippet")}
    assert found[0] == {
        "kind": "article",
        "slug": "a-pause-with-a-promise",
        "link": "articles/a-pause-with-a-promise",
        "title": "A pause with a promise",
        "snippet": found[0]["snippet"],
    }
    assert "promise" in found[0]["snippet"] and "\x02" not in found[0]["snippet"]


def test_everything_there_is_to_read_say_and_do_is_found(run: Run) -> None:
    assert "long-sigh  The long sigh" in run("sigh").output
    kinds = {each["kind"] for words in ("pause", "kind") for each in run.found(words)}
    assert kinds == {"article", "trail", "exercise", "script", "worksheet", "page"}


def test_nothing_found_is_said_and_is_an_empty_list(run: Run) -> None:
    nothing = run("zzzzqqqq")
    assert nothing.exit_code == 0
    assert "Nothing holds" in nothing.output
    assert run.found("zzzzqqqq") == []


@pytest.mark.parametrize("words", [(), ("",), (" ", "…")])
def test_without_words_it_is_bad_use(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert not words or "Try one" in done.stderr


def test_words_of_a_crisis_lead_to_help_before_everything_else(run: Run) -> None:
    links = [each["link"] for each in run.found("kill", "myself")]
    assert links[:2] == ["pages/find-support", "pages/safety-first"]


def test_what_one_wrote_is_found_too(run: Run) -> None:
    entry = Entry(at=datetime(2026, 11, 20, tzinfo=UTC), note="the red cup \x1b[31m")
    Store(run.folder).entries.keep(entry)
    (run.folder / "articles").mkdir()
    (run.folder / "articles" / "cabin.md").write_text("# Cabin\n\nThe red stove smokes.\n", encoding="utf-8")
    (found,) = run.found("red cup")
    assert (found["kind"], found["slug"], found["link"]) == ("entry", entry.id, f"log/{entry.id}")
    assert [each["link"] for each in run.found("stove", "smokes")] == ["own/cabin"]
    assert "\x1b" not in run("red", "cup").output


def test_locked_it_finds_the_library_and_says_nothing_of_the_rest(run: Run) -> None:
    store = Store(run.folder, wrapping=FakeWrapping())
    store.entries.keep(Entry(at=datetime(2026, 11, 20, tzinfo=UTC), note="the red cup"))
    store.set_passphrase(store.new_key("four plain words"))
    store.close()
    assert run.found("red cup") == []
    found = run("pause")
    assert found.exit_code == 0 and not found.stderr
    assert "a-pause-with-a-promise" in found.output


def test_it_leaves_no_trace_and_never_loads_textual(tmp_path: Path) -> None:
    code = (
        "import sys; from companion.commands.main import companion\n"
        "try: companion(['--data-dir', sys.argv[1], 'read', 'search', 'pause'])\n"
        "except SystemExit: pass\n"
        "print('textual' in sys.modules)"
    )
    folder = tmp_path / "data"
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
    assert not folder.exists()
