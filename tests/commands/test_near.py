"""A verb that was mistyped is answered with the one that may be meant."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.storage.store import Store


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), *words])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("stats", "status"),
        ("pasue 20", "pause"),
        ("pause backk", "pause back"),
        ("pause Xcancel", "pause cancel"),
        ("pause moree 15", "pause more"),
        ("pause giving 20", "pause --giving"),
        ("read lst", "read list"),
        ("read searchx y", "read search"),
        ("words Xcheck hi", "words check"),
        ("words Xcheck", "words check"),
        ("exercises", "exercise"),
        ("exercise long-sih", "exercise long-sigh"),
    ],
)
def test_it_is_named_and_nothing_is_done(tmp_path: Path, typed: str, meant: str) -> None:
    ran = run(tmp_path, *typed.split())
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert f"Did you mean: companion {meant}?" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("typed", ["xyzzy", "pause xyzzy", "pause 20x", "words xyzzy hi", "a" * 10_000, "pause 🙂"])
def test_what_is_like_none_gets_no_guess(tmp_path: Path, typed: str) -> None:
    ran = run(tmp_path, *typed.split())
    assert ran.exit_code == 2
    assert "Did you mean" not in ran.stderr
    assert len(ran.stderr) < 300


def test_a_word_like_a_verb_of_the_log_is_kept_and_the_verb_named(tmp_path: Path) -> None:
    ran = run(tmp_path, "log", "lst")
    assert ran.exit_code == 0
    assert ran.stderr == "Noted as words. If you meant the verb: companion log list\n"
    assert [entry.note for entry in Store(tmp_path).entries] == ["lst"]
    assert run(tmp_path, "log", "Last", "night").stderr == ""


def test_a_search_that_was_kept_as_words_names_the_list(tmp_path: Path) -> None:
    ran = run(tmp_path, "log", "find", "mum's", "house")
    assert ran.stderr == """Noted as words. If you meant the verb: companion log list 'mum'"'"'s house'\n"""
    assert run(tmp_path, "log", "find", "it", "hard", "to", "sleep").stderr == ""


def test_help_names_the_help_there_is(tmp_path: Path) -> None:
    ran = run(tmp_path, "help")
    assert ran.exit_code == 2
    for there in ("companion help-lines", "companion read safety-first", "companion --help"):
        assert there in ran.stderr
