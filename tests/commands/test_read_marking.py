"""Highlights and bookmarks from the shell: set, noted on, taken away."""

import json
from pathlib import Path

from companion.storage.store import Store
from tests.commands.log_verbs import run

SLUG = "asking-kindly"


def test_words_are_highlighted_with_a_note_and_found_in_the_text(tmp_path: Path) -> None:
    done = run(tmp_path, "read", "mark", SLUG, "Then be", "back", "--note", "-", given="mine\n")
    assert done.exit_code == 0, done.stderr
    (kept,) = Store(tmp_path).highlights
    assert (kept.id, kept.words, kept.note) == (done.stdout.strip(), "Then be back", "mine")
    (mark,) = json.loads(run(tmp_path, "read", "marks", "--json").stdout)
    assert (mark["kind"], mark["link"], mark["found"]) == ("highlight", f"articles/{SLUG}", True)


def test_first_and_last_words_are_enough(tmp_path: Path) -> None:
    run(tmp_path, "read", "mark", SLUG, "Say how you are … Then be back")
    (kept,) = Store(tmp_path).highlights
    assert kept.words.startswith("Say how you are, how long")
    assert kept.words.endswith("Then be back")


def test_a_paragraph_is_bookmarked(tmp_path: Path) -> None:
    done = run(tmp_path, "read", "mark", SLUG, "An hour later Sam", "--bookmark")
    (kept,) = Store(tmp_path).bookmarks
    assert kept.words.startswith('"I just need a minute,"') or kept.words.startswith("“I just need a minute,”")
    assert (kept.id, kept.link) == (done.stdout.strip(), f"articles/{SLUG}")
    assert json.loads(run(tmp_path, "read", "marks", "--json").stdout)[0]["found"]


def test_a_note_is_changed_and_a_mark_taken_away(tmp_path: Path) -> None:
    kept = run(tmp_path, "read", "mark", SLUG, "Then be back").stdout.strip()
    assert run(tmp_path, "read", "note", kept[:6], "later").exit_code == 0
    assert [each.note for each in Store(tmp_path).highlights] == ["later"]
    assert run(tmp_path, "read", "note", kept[:6]).stdout == "The note is taken away.\n"
    assert run(tmp_path, "read", "unmark", kept[:6]).exit_code == 0
    assert list(Store(tmp_path).highlights) == []


def test_what_does_not_stand_there_is_said(tmp_path: Path) -> None:
    for words, said in (
        ((SLUG, "no such words anywhere here"), "does not stand in that text"),
        ((SLUG, "Then be back … no such end"), "does not stand in that text"),
        (("nowhere", "x"), "is not a text that takes marks"),
        ((SLUG,), "Say the words to mark"),
        ((SLUG, "Then be back", "--bookmark", "--note", "x"), "Leave out --bookmark or --note"),
    ):
        done = run(tmp_path, "read", "mark", *words)
        assert done.exit_code == 2
        assert said in done.stderr
    assert not list(Store(tmp_path).highlights)


def test_an_article_of_ones_own_takes_marks(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mine.md").write_text("# Mine\n\nA line of my own.\n")
    assert run(tmp_path, "read", "mark", "own/mine", "line of my").exit_code == 0
    assert [each.link for each in Store(tmp_path).highlights] == ["own/mine"]
