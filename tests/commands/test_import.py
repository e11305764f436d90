"""The verb import: a preview first, nothing twice, bad rows only left out if the person says so."""

import json
from pathlib import Path

import pytest

from companion.storage.exchange.export_file import as_json, movable
from companion.storage.journal import Journal, Place
from companion.storage.store import Store
from tests.commands.log_verbs import noted, only, run
from tests.storage.test_exchange_foreign import DAYLIO, JRNL

BAD = "full_date,time,mood,activities,note\n2026-01-01,20:00,good,,fine\n2026-01-02,25:00,good,,broken\n"


@pytest.fixture
def jrnl(tmp_path: Path) -> str:
    (tmp_path / "jrnl.json").write_text(json.dumps(JRNL))
    return str(tmp_path / "jrnl.json")


@pytest.fixture
def bad(tmp_path: Path) -> str:
    (tmp_path / "daylio.csv").write_text(BAD)
    return str(tmp_path / "daylio.csv")


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)


def test_export_erase_import_export_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    old, _, _ = noted(tmp_path / "one")
    Store(tmp_path / "one").entries.forget(old.id)
    run(tmp_path / "one", "export", "-o", str(tmp_path / "out.json"))
    said = run(tmp_path / "two", "import", str(tmp_path / "out.json"), "--yes")
    assert said.stdout.endswith("Imported: 2 added, 0 changed, 0 deleted.\n")
    assert run(tmp_path / "two", "export").stdout_bytes == (tmp_path / "out.json").read_bytes()


def test_the_preview_says_what_would_come_and_asks(tmp_path: Path, jrnl: str, at_terminal: None) -> None:
    said = run(tmp_path / "data", "import", jrnl, given="n\n")
    assert said.exit_code == 0
    assert said.stdout.splitlines() == [
        "This is jrnl’s export, with 2 entries.",
        "It would bring: 2 added, 0 changed, 0 deleted.",
        "",
        "The newest ones:",
        "  2026-11-21 09:00  Alone Tags: starred",
        "  2026-11-20 18:30  Dinner with @Kim. We laughed. Then @work called.",
        "",
        "Tags and moods, how often, and what becomes of them:",
        "  @kim                      1  stays in the note",
        "  @work                     1  context: work",
        "  starred                   1  stays in the note",
        "To change that: --map FROM=TO, with TO one of kind:WORD, feeling:WORD, need:WORD, body:WORD, context:WORD, "
        "person:NAME, note, nothing.",
    ]
    assert "Nothing was imported." in said.stderr
    assert not (tmp_path / "data").exists()
    assert "Imported: 2 added" in run(tmp_path / "data", "import", jrnl, given="y\n").stdout


def test_without_a_terminal_it_wants_a_yes_and_shows_the_preview_all_the_same(tmp_path: Path, jrnl: str) -> None:
    said = run(tmp_path / "data", "import", jrnl)
    assert said.exit_code == 2
    assert "2 added" in said.stdout
    assert "--yes" in said.stderr
    assert not (tmp_path / "data").exists()


def test_the_file_may_come_by_standard_input(tmp_path: Path) -> None:
    said = run(tmp_path, "import", "-", "--yes", given=DAYLIO.encode())
    assert "Imported: 3 added" in said.stdout
    assert len(Store(tmp_path).entries) == 3


def test_nothing_comes_twice_and_what_was_edited_or_deleted_since_stays_so(tmp_path: Path, jrnl: str) -> None:
    run(tmp_path / "data", "import", jrnl, "--yes")
    store = Store(tmp_path / "data")
    dinner, alone = sorted(store.entries, key=lambda entry: entry.at)
    run(tmp_path / "data", "log", "edit", dinner.id, "--strength", "4")
    run(tmp_path / "data", "log", "delete", alone.id, "--yes")
    again = run(tmp_path / "data", "import", jrnl, "--yes")
    assert again.exit_code == 0
    assert (
        "It would bring nothing new.\nHere already, or newer here: 1.\nDeleted here since, and staying so: 1."
        in again.stdout
    )
    assert only(tmp_path / "data").strength == 4


def test_an_older_export_brings_back_nothing_that_was_changed_since(tmp_path: Path) -> None:
    old, good, _ = noted(tmp_path / "data")
    run(tmp_path / "data", "export", "-o", str(tmp_path / "out.json"))
    run(tmp_path / "data", "log", "edit", good.id, "newer words")
    run(tmp_path / "data", "log", "delete", old.id, "--yes")
    said = run(tmp_path / "data", "import", str(tmp_path / "out.json"), "--yes")
    assert "Here already, or newer here: 2." in said.stdout
    assert {entry.note for entry in Store(tmp_path / "data").entries} > {"newer words"}
    assert Store(tmp_path / "data").entries.get(old.id) is None


def test_tags_go_where_they_are_sent(tmp_path: Path, jrnl: str) -> None:
    said = run(tmp_path / "data", "import", jrnl, "--yes", "--map", "kim=person:K.", "--map", "starred=kind:good")
    assert "person: K." in said.stdout
    assert {(entry.person, entry.kind) for entry in Store(tmp_path / "data").entries} == {("K.", None), ("", "good")}
    wrong = run(tmp_path / "data", "import", jrnl, "--yes", "--map", "kim=mood:x")
    assert (wrong.exit_code, "no place for a word" in wrong.stderr) == (2, True)


def test_bad_rows_are_listed_and_stop_it_unless_the_person_says_otherwise(tmp_path: Path, bad: str) -> None:
    said = run(tmp_path / "data", "import", bad, "--yes")
    assert said.exit_code == 2
    assert "1 row can't be read:\n  line 3: “2026-01-02 25:00” is not a time\n" in said.stdout
    assert "Nothing was imported" in said.stderr and "--skip-bad" in said.stderr
    assert not (tmp_path / "data").exists()
    assert run(tmp_path / "data", "import", bad, "--yes", "--skip-bad").exit_code == 0
    assert only(tmp_path / "data").note == "fine\nMood: good"


def test_on_a_terminal_the_answer_is_enough_to_leave_bad_rows_out(tmp_path: Path, bad: str, at_terminal: None) -> None:
    said = run(tmp_path / "data", "import", bad, given="y\n")
    assert "without what can't be read" in said.stderr
    assert only(tmp_path / "data").note == "fine\nMood: good"


def test_a_row_of_which_the_mapping_leaves_nothing_counts_as_bad(tmp_path: Path) -> None:
    rows = b"full_date,time,mood,activities,note\n2026-01-01,20:00,meh,,\n"
    said = run(tmp_path, "import", "-", "--yes", "--map", "meh=nothing", given=rows)
    assert (said.exit_code, "line 2: Write a line, or choose a kind." in said.stdout) == (2, True)


def test_all_of_it_is_one_write(tmp_path: Path, jrnl: str, monkeypatch: pytest.MonkeyPatch) -> None:
    appended: list[list[str]] = []
    real = Journal.append

    def append(self: Journal, *given: object) -> Place:
        appended.append([table for table, _, _ in given[0]])  # type: ignore[attr-defined]
        return real(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Journal, "append", append)
    run(tmp_path / "data", "import", jrnl, "--yes")
    assert [tables for tables in appended if "entries" in tables] == [["entries", "entries"]]


def test_a_file_that_is_not_there_or_of_no_use_is_said_in_a_line(tmp_path: Path, jrnl: str) -> None:
    assert run(tmp_path, "import", str(tmp_path / "none.json")).exit_code == 1
    said = run(tmp_path, "import", "-", "--yes", given="dear diary")
    assert (said.exit_code, len(said.stderr.splitlines())) == (2, 1)
    noted(tmp_path / "one")
    Store(tmp_path / "one").close()
    said = run(tmp_path, "import", str(tmp_path / "one" / "companion.json"), "--yes")
    assert "companion merge" in said.stderr
    own = tmp_path / "own.json"
    own.write_bytes(as_json(movable(Store(tmp_path / "one").tables())))
    assert "--map" in run(tmp_path / "two", "import", str(own), "--yes", "--map", "a=nothing").stderr


def test_a_bad_record_of_our_own_export_is_named_by_its_line(tmp_path: Path) -> None:
    data = as_json({"entries": {"a": {"at": "2026-01-01T20:00:00Z", "note": "x"}, "b": {"at": "2026-01-01T20:00:00Z"}}})
    said = run(tmp_path, "import", "-", "--yes", given=data)
    assert "  line 4, entries b: Write a line, or choose a kind" in said.stdout
    assert run(tmp_path, "import", "-", "--yes", "--skip-bad", given=data).exit_code == 0
    assert only(tmp_path).note == "x"


def test_words_that_would_steer_the_terminal_are_shown_and_kept_harmlessly(tmp_path: Path) -> None:
    entry = {"title": "a \x1b[31m b", "body": "", "date": "2026-01-01", "tags": ["@\x1b[2J"]}
    said = run(tmp_path, "import", "-", "--yes", given=json.dumps({"entries": [entry, {"date": "\x1b[2J"}]}))
    assert "\x1b" not in said.output
