"""What was read is listed by a verb, and forgotten by another."""

import json
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.reading import Reading
from companion.storage.store import Store


def _run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "read", *words])


def test_what_was_read_is_listed_and_forgotten(tmp_path: Path) -> None:
    Store(tmp_path).reading.keep(Reading(id="asking-kindly", read_at=datetime.now(UTC), share=0.4))
    assert "Asking for room, kindly" in _run(tmp_path, "lately").stdout
    assert json.loads(_run(tmp_path, "lately", "--json").stdout)[0]["slug"] == "asking-kindly"
    assert _run(tmp_path, "forget", "asking-kindly").stdout.startswith("Forgotten.")
    assert _run(tmp_path, "lately").stdout == "Nothing is remembered of reading.\n"
    assert json.loads(_run(tmp_path, "lately", "--json").stdout) == []


def test_what_was_not_read_is_named_with_what_may_be_meant(tmp_path: Path) -> None:
    Store(tmp_path).reading.keep(Reading(id="asking-kindly", read_at=datetime.now(UTC)))
    ran = _run(tmp_path, "forget", "asking-kindl")
    assert ran.exit_code == 2
    assert "Did you mean asking-kindly?" in ran.stderr


def test_own_articles_are_named_by_their_titles_while_their_files_are_there(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/roses.md").write_text("# All about roses", encoding="utf-8")
    for slug in ("own/roses", "own/gone"):
        Store(tmp_path).reading.keep(Reading(id=slug, read_at=datetime.now(UTC), finished_at=(datetime.now(UTC),)))
    listed = _run(tmp_path, "lately").stdout
    assert "All about roses · " in listed and " gone · " in listed
    assert {each["title"] for each in json.loads(_run(tmp_path, "lately", "--json").stdout)} == {
        "All about roses", "gone",
    }  # fmt: skip
    review = CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "review"]).stdout
    assert "All about roses" in review
