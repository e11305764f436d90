"""The verb read marks: what was marked, for the eye, for machines and as Markdown."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.bookmark import Bookmark
from companion.domain.highlight import Highlight
from companion.storage.store import Store

AT = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
LEAD = "Say how you are, how long you need, and the hour you'll be back."


class Run:
    """Runs `companion read marks` over a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str) -> Result:
        return CliRunner().invoke(companion, ["--data-dir", str(self.folder), "read", "marks", *words])


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path / "data")


@pytest.fixture
def marked(run: Run) -> Run:
    store = Store(run.folder)
    store.highlights.keep(Highlight(link="articles/asking-kindly", words=LEAD, note="*tell* Kim\x1b[2J", made_at=AT))
    store.bookmarks.keep(Bookmark(link="articles/asking-kindly", words="Therapists often say that", made_at=AT))
    store.highlights.keep(Highlight(link="own/my-walk", words="Round the pond.\nThen home.", made_at=AT))
    return run


def test_without_marks_it_says_how_to_make_one_and_makes_no_folder(run: Run) -> None:
    assert run().output == "Nothing is marked. In a text, v selects and h highlights; m sets a bookmark.\n"
    assert not run.folder.exists()


def test_it_lists_them_by_text_with_notes_and_says_what_is_gone(marked: Run) -> None:
    printed = marked().output.splitlines()
    at = printed.index("Asking for room, kindly  (articles/asking-kindly)")
    ids = {each["words"]: each["id"][:8] for each in json.loads(marked("--json").stdout)}
    assert printed[at + 1 : at + 4] == [
        f"  {ids[LEAD]}  “{LEAD}” · 22 November 2026",
        "            *tell* Kim [2J",
        f"  {ids['Therapists often say that']}  Bookmark: Therapists often say that … · 22 November 2026",
    ]
    walk = "Round the pond.\nThen home."
    assert "My walk  (own/my-walk)" in printed
    assert f"  {ids[walk]}  “Round the pond. Then home.” · 22 November 2026 (the words it stood on are gone)" in printed


def test_a_slug_narrows_it_to_one_text(marked: Run) -> None:
    assert "pond" not in marked("asking-kindly").output
    assert "Three" not in marked("own/my-walk").output
    assert marked("nowhere").output == "Nothing is marked in “nowhere”. companion read marks shows all.\n"


def test_machines_get_every_field(marked: Run) -> None:
    found = {each["words"]: each for each in json.loads(marked("--json").output)}
    mine = found[LEAD]
    assert (mine["kind"], mine["link"], mine["note"], mine["found"]) == (
        "highlight",
        "articles/asking-kindly",
        "*tell* Kim\x1b[2J",
        True,
    )
    assert found["Round the pond.\nThen home."]["found"] is False
    assert found["Therapists often say that"]["kind"] == "bookmark"
    assert json.loads(marked("nowhere", "--json").output) == []


def test_markdown_has_a_heading_a_text_quotes_notes_and_days(marked: Run, tmp_path: Path) -> None:
    text = marked("--markdown").output
    assert (
        f"## Asking for room, kindly\n\n> {LEAD}\n\n\\*tell\\* Kim \\[2J\n\n*22 November 2026*\n\n"
        "- Therapists often say that … (22 November 2026)\n"
    ) in text
    assert "## My walk\n\n> Round the pond.\\\n> Then home.\n" in text
    target = tmp_path / "marks.md"
    assert marked("--markdown", "-o", str(target)).exit_code == 0
    assert target.read_text(encoding="utf-8") == text
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_written_over_only_when_that_is_said(marked: Run, tmp_path: Path) -> None:
    target = tmp_path / "marks.md"
    target.write_text("mine", encoding="utf-8")
    refused = marked("-o", str(target))
    assert refused.exit_code == 2 and "--force" in refused.output
    assert target.read_text(encoding="utf-8") == "mine"
    assert marked("-o", str(target), "--force").exit_code == 0
    assert LEAD in target.read_text(encoding="utf-8")
    assert marked("--json", "-o", str(target)).exit_code == 2
