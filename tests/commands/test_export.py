"""The verb export: as JSON, CSV or Markdown, to a file or a pipe, redacted, encrypted."""

import csv
import json
import stat
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.script import OwnScript
from companion.storage.store import Store
from tests.commands.log_verbs import noted, run
from tests.conftest import HOSTILE

AT = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def keep(folder: Path, **fields: object) -> Entry:
    """Keep one entry."""
    return Store(folder).entries.keep(Entry(**{"at": AT, **fields}))  # type: ignore[arg-type]


def test_standard_output_holds_the_export_and_nothing_else(tmp_path: Path) -> None:
    entries = noted(tmp_path)
    said = run(tmp_path, "export")
    assert said.exit_code == 0
    assert said.stderr == ""
    assert json.loads(said.stdout)["tables"]["entries"].keys() == {entry.id for entry in entries}


def test_nothing_kept_exports_and_leaves_no_folder(tmp_path: Path) -> None:
    assert json.loads(run(tmp_path / "new", "export").stdout)["tables"] == {}
    assert not (tmp_path / "new").exists()


def test_a_file_is_private_and_never_overwritten_unasked(tmp_path: Path) -> None:
    noted(tmp_path / "data")
    target = tmp_path / "out.json"
    said = run(tmp_path / "data", "export", "-o", str(target))
    assert said.stdout == ""
    assert "readable by you alone" in said.stderr and "--passphrase" in said.stderr
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes() == run(tmp_path / "data", "export").stdout_bytes
    target.write_text("mine")
    again = run(tmp_path / "data", "export", "-o", str(target))
    assert (again.exit_code, target.read_text()) == (2, "mine")
    assert "--force" in again.stderr
    assert run(tmp_path / "data", "export", "-o", str(target), "--force").exit_code == 0
    assert json.loads(target.read_text())["format"] == "companion-export"


@pytest.mark.parametrize(("name", "code"), [("", 2), ("none/out.json", 1)])
def test_a_place_that_takes_no_file_is_said(name: str, code: int, tmp_path: Path) -> None:
    said = run(tmp_path / "data", "export", "-o", str(tmp_path / name))
    assert said.exit_code == code
    assert len(said.stderr.splitlines()) == 1


def test_days_and_collections_are_chosen(tmp_path: Path) -> None:
    old, good, new = noted(tmp_path)
    Store(tmp_path).scripts.keep(OwnScript(text="an hour"))

    def ids(*words: str) -> set[str]:
        return set(json.loads(run(tmp_path, "export", *words).stdout)["tables"].get("entries", {}))

    assert ids("--since", "yesterday") == {good.id, new.id}
    assert ids("--until", "yesterday") == {good.id, old.id}
    assert ids("--collection", "scripts") == set()
    assert "“diaries”" in run(tmp_path, "export", "--collection", "diaries").stderr
    assert run(tmp_path, "export", "--since", "today", "--until", "yesterday").exit_code == 2


def test_csv_has_a_row_an_entry_oldest_first_that_any_program_reads(tmp_path: Path) -> None:
    keep(tmp_path, note='He said "no",\nand left', feelings=("hurt", "torn"), strength=7, kind="heated", person="M")
    keep(tmp_path, at=AT - timedelta(days=1), note="before", context=("work",))
    data = run(tmp_path, "export", "--format", "csv").stdout_bytes.decode()
    before, after = csv.DictReader(StringIO(data, newline=""))
    assert before["note"] == "before"
    assert (after["note"], after["feelings"], after["strength"]) == ('He said "no",\nand left', "hurt; torn", "7")
    assert after["at"] == "2026-11-22T20:10:00+01:00"
    assert "changed" not in after
    assert data.count("\r\n") == 3


@pytest.mark.parametrize("note", ["=1+1", "+49 170", "-7", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_csv_lets_no_spreadsheet_take_words_for_a_formula(note: str, tmp_path: Path) -> None:
    keep(tmp_path, note=note)
    (row,) = csv.DictReader(StringIO(run(tmp_path, "export", "--format", "csv").stdout, newline=""))
    assert row["note"] == "'" + note


def test_csv_and_markdown_are_safe_to_print(tmp_path: Path) -> None:
    keep(tmp_path, note=HOSTILE)
    for kind in ("csv", "markdown", "json"):
        assert "\x1b" not in run(tmp_path, "export", "--format", kind).stdout


def test_csv_of_other_collections_is_refused(tmp_path: Path) -> None:
    said = run(tmp_path, "export", "--format", "csv", "--collection", "pauses")
    assert (said.exit_code, "CSV holds entries alone" in said.stderr) == (2, True)


def test_markdown_is_read_day_by_day_with_labels(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(tmp_path, note="first line\n\n- *second* line", kind="heated", strength=7, person="M", quote="no")
    keep(tmp_path, at=AT - timedelta(days=1), kind="good", feelings=("calm", "close"))
    length = timedelta(minutes=30)
    pause = Pause(
        started_at=AT, due=AT + length, planned=length, place="balcony", strength_before=8, thoughts=("sorry",)
    )
    store.pauses.keep(pause.come_back(AT + length, 4))
    store.scripts.keep(OwnScript(text="1. give me *an hour*"))
    store.worksheets.keep(Answers(id="what-calms-me", answers={"body": "walk\ntea"}, filled_at=AT))
    said = run(tmp_path, "export", "--format", "markdown").stdout
    assert said.startswith(
        "# What was noted\n\n## Saturday 21 November 2026\n\n### 20:10 · A good moment\n\n- Feelings: calm, close\n\n"
        "## Sunday 22 November 2026\n"
    )
    assert "### 20:10 · It got heated · 7/10\n\nfirst line\\\n\u00a0\\\n\\- \\*second\\* line\n\n- Person: M\n" in said
    assert (
        "### 20:10 · A pause of 30 minutes · kept\n\n- Place: balcony\n- How strong: 8 before, 4 after\n- Parked: sorry"
        in said
    )
    assert "## Your own words\n\n- 1\\. give me \\*an hour\\*\n" in said
    assert "## What calms me · 22 November 2026\n\n**For the body**\n\n- walk\n- tea\n" in said


def test_markdown_shows_words_as_they_were_typed(tmp_path: Path) -> None:
    from markdown_it import MarkdownIt

    note = "1. one\n- two\n# three\n> four\n=====\n`five` *six* <b>seven</b> &amp; [eight](nine)\n    ten\n~~~\n***"
    keep(tmp_path, note=note)
    tokens = MarkdownIt().parse(run(tmp_path, "export", "--format", "markdown").stdout)
    blocks = [token.content for token in tokens if token.type == "inline"]
    shown = [child for token in tokens if token.type == "inline" for child in token.children or []]
    assert len(blocks) == 4  # the title, the day, the time, and one paragraph
    assert {child.type for child in shown} == {"text", "text_special", "hardbreak"} & {child.type for child in shown}
    text = "".join("\n" if child.type == "hardbreak" else child.content for child in tokens[-2].children or [])
    assert text == "\n".join(line.strip() for line in note.splitlines())


@pytest.mark.parametrize("kind", ["json", "csv", "markdown"])
def test_redacted_keeps_when_what_and_how_strong_in_every_format(kind: str, tmp_path: Path) -> None:
    keep(tmp_path, note="secret", person="Kim", quote="never", kind="heated", strength=7)
    said = run(tmp_path, "export", "--redact", "--format", kind).stdout
    assert not any(word in said for word in ("secret", "Kim", "never"))
    assert "P1" in said and "7" in said and "eated" in said


def test_what_this_companion_can_not_read_is_in_the_json_alone_and_that_is_said(tmp_path: Path) -> None:
    keep(tmp_path, note="fine")
    Store(tmp_path).take([("entries", "x", {"at": "soon"})])
    said = run(tmp_path, "export", "--format", "csv")
    assert "1 of entries can't be read by this Companion; --format json has them." in said.stderr
    assert len(said.stdout.splitlines()) == 2
    assert "soon" in run(tmp_path, "export").stdout


def test_encrypted_it_goes_to_no_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    said = run(tmp_path, "export", "--passphrase")
    assert (said.exit_code, "-o FILE" in said.stderr) == (2, True)


def test_encrypted_it_opens_with_the_passphrase_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted(tmp_path / "one")
    monkeypatch.setenv("COMPANION_PASSPHRASE_COMMAND", "echo four words of mine")
    target = tmp_path / "out.age"
    said = run(tmp_path / "one", "export", "--passphrase", "-o", str(target))
    assert said.exit_code == 0, said.stderr
    assert target.read_bytes().startswith(b"-----BEGIN AGE ENCRYPTED FILE-----")
    assert b"kitchen" not in target.read_bytes()
    back = run(tmp_path / "two", "import", str(target), "--yes")
    assert "The file is encrypted" in back.stderr
    assert run(tmp_path / "two", "export").stdout == run(tmp_path / "one", "export").stdout
