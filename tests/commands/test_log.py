"""The verbs log and day: a line from the shell, looking it up, changing it, taking it away."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.entry import Entry, MissBy
from companion.domain.times import local
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from tests.conftest import HOSTILE

KEYS = [
    *("id", "at", "kind", "strength", "note", "feelings", "need", "body", "miss", "miss_by"),
    *("repairs", "result", "context", "person", "answers", "pause", "quote"),
]
FOUR_FEELINGS = [word for feeling in ("hurt", "calm", "torn", "numb") for word in ("--feeling", feeling)]


def run(folder: Path, *words: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), *words], input=given)


def only(folder: Path) -> Entry:
    (entry,) = Store(folder).entries
    return entry


def test_a_line_is_enough_and_its_id_stands_alone(tmp_path: Path) -> None:
    said = run(tmp_path, "log", "He", "went", "quiet")
    entry = only(tmp_path)
    assert said.exit_code == 0
    assert said.stdout == entry.id + "\n"
    assert entry.note == "He went quiet"
    assert abs(datetime.now(UTC) - entry.at) < timedelta(minutes=1)


def test_every_field_has_an_option_that_may_stand_before_or_after_the_words(tmp_path: Path) -> None:
    rupture = run(tmp_path, "log", "the rupture").stdout.strip()
    words = (
        "log --kind repair He said --strength 4 sorry --feeling hurt --feeling calm --body shaky"
        " --need rest --miss defend --by both --repair own --repair ask --result helped-a-bit"
        " --context work --context grief --person M"
    )
    said = run(tmp_path, *words.split(), "--answers", rupture[:9], "--at", "yesterday 21:00", "--quote", HOSTILE)
    assert said.exit_code == 0, said.output
    kept = Store(tmp_path).entries.get(said.stdout.strip())
    assert kept is not None
    assert (kept.kind, kept.strength, kept.note) == ("repair", 4, "He said sorry")
    assert (kept.feelings, kept.body, kept.need) == (("hurt", "calm"), "shaky", "rest")
    assert (kept.miss, kept.miss_by) == ("defend", MissBy.BOTH)
    assert (kept.repairs, kept.result) == (("own", "ask"), "helped-a-bit")
    assert (kept.context, kept.person, kept.quote) == (("work", "grief"), "M", HOSTILE)
    assert kept.answers == rupture
    yesterday = local(datetime.now(UTC)) - timedelta(days=1)
    assert f"{local(kept.at):%Y-%m-%d %H:%M}" == f"{yesterday:%Y-%m-%d} 21:00"


def test_standard_input_stays_out_of_the_shells_history(tmp_path: Path) -> None:
    assert run(tmp_path, "log", "-", given=f"two\nlines {HOSTILE}\n").exit_code == 0
    assert only(tmp_path).note == f"two\nlines {HOSTILE}"


def test_bytes_that_are_no_text_do_not_lose_the_rest(tmp_path: Path) -> None:
    run(tmp_path, "log", "-", given=b"na\xefve talk\r\n")
    assert only(tmp_path).note == "na\ufffdve talk"


def test_a_word_that_is_a_verb_is_noted_after_two_dashes(tmp_path: Path) -> None:
    assert "Nothing is noted yet" in run(tmp_path, "log", "list").stdout
    run(tmp_path, "log", "--", "list")
    run(tmp_path, "log", "TEXT", "matters")
    assert {entry.note for entry in Store(tmp_path).entries} == {"list", "TEXT matters"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["log"], "Say what happened"),
        (["log", "  "], "Say what happened"),
        (["log", "-"], "Say what happened"),
        (["log", "x", "--kind", "teers"], "“teers” is not a kind in the list. Try tears."),
        (["log", "x", "--feeling", "hurtt"], "“hurtt” is not a feeling in the list. Try hurt"),
        (["log", "x", "--repair", "owned"], "is not a repair in the list. Try own"),
        (["log", "x", "--by", "us"], "“us” is not whose reply missed. Try me, them, both, none."),
        (["log", "x", "--strength", "11"], "Strength is a number from 0 to 10, not 11."),
        (["log", "x", "--strength", "high"], "Strength is a number from 0 to 10, not high."),
        (["log", "x", "--at", "tomorrow"], "“tomorrow” has not happened yet."),
        (["log", "x", "--at", "blah"], "“blah” is not a time."),
        (["log", "x", "--answers", "ffff"], "No entry begins with “ffff”."),
        (["log", "x", *FOUR_FEELINGS], "Up to 3 feelings"),
        (["log", "list", "--kind", "teers"], "“teers” is not a kind in the list."),
        (["log", "list", "--since", "blah"], "“blah” is not a time."),
        (["log", "list", "--since", "yesterday", "--until", "2026-02-01"], "The first day is after the last one."),
        (["log", "show", "ffff"], "No entry begins with “ffff”."),
        (["log", "edit", "ffff", "x"], "No entry begins with “ffff”."),
        (["log", "delete", "ffff"], "No entry begins with “ffff”."),
    ],
)  # fmt: skip
def test_bad_use_is_one_sentence_and_keeps_nothing(tmp_path: Path, words: list[str], sentence: str) -> None:
    said = run(tmp_path, *words, given="")
    assert said.exit_code == 2
    assert sentence in said.stderr
    assert len(said.stderr.splitlines()) == 1
    assert list(Store(tmp_path).entries) == []


def test_a_full_disk_is_a_failure_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    monkeypatch.setattr(Collection, "keep", fail)
    said = run(tmp_path, "log", "words")
    assert (said.exit_code, said.stdout) == (1, "")
    assert said.stderr == "companion: Not kept: the disk is full. Free some space, then try again.\n"


def test_afraid_points_to_help_and_leaves_the_id_alone(tmp_path: Path) -> None:
    said = run(tmp_path, "log", "x", "--feeling", "afraid")
    assert said.stdout == only(tmp_path).id + "\n"
    assert "companion help-lines" in said.stderr


def noted(folder: Path) -> tuple[Entry, Entry, Entry]:
    """Keep three entries, oldest first: the day before yesterday, yesterday, today."""
    store, now = Store(folder), datetime.now(UTC)
    old = store.entries.keep(Entry(at=now - timedelta(days=2), note="kitchen and more", kind="tears"))
    good = store.entries.keep(Entry(at=now - timedelta(days=1), kind="good", strength=3, person="M"))
    new = store.entries.keep(Entry(at=now, note=HOSTILE, quote="in the kitchen"))
    return old, good, new


def test_json_has_every_field_newest_first_and_local_times(tmp_path: Path) -> None:
    old, good, new = noted(tmp_path)
    found = json.loads(run(tmp_path, "log", "list", "--json").stdout)
    assert [each["id"] for each in found] == [new.id, good.id, old.id]
    assert all(list(each) == KEYS for each in found)
    assert found[0]["note"] == HOSTILE
    assert found[1] | {"id": "", "at": ""} == dict.fromkeys(KEYS) | {
        "id": "", "at": "", "kind": "good", "strength": 3, "person": "M",
        "feelings": [], "repairs": [], "context": [],
    }  # fmt: skip
    assert found[1]["at"] == local(good.at).isoformat(timespec="seconds")
    assert found[1]["at"][-6:] in ("+01:00", "+02:00")
    assert json.loads(run(tmp_path, "log", "show", old.id[:12], "--json").stdout) == found[2]


def test_an_empty_log_is_an_empty_array_and_nothing_is_written(tmp_path: Path) -> None:
    assert json.loads(run(tmp_path / "new", "log", "list", "--json").stdout) == []
    assert not (tmp_path / "new").exists()


def test_the_list_is_by_day_and_safe_to_print(tmp_path: Path) -> None:
    _, good, new = noted(tmp_path)
    said = run(tmp_path, "log", "list").stdout
    rows = said.splitlines()
    assert rows[0].startswith("Today, ")
    assert rows[1] == f"  {local(new.at):%H:%M}  {new.id[:8]}  I felt [/b] and [red] $x {{place}} [31m"
    assert rows[3].startswith("Yesterday, ")
    assert rows[4].endswith(f"{good.id[:8]}  A good moment · 3/10 · M")
    assert "\x1b" not in said
    assert "\x1b" not in run(tmp_path, "log", "show", new.id).stdout


def test_the_list_takes_days_a_kind_and_words(tmp_path: Path) -> None:
    old, good, new = noted(tmp_path)

    def ids(*words: str) -> list[str]:
        return [each["id"] for each in json.loads(run(tmp_path, "log", "list", "--json", *words).stdout)]

    assert ids("--search", "kitchen") == [new.id, old.id]
    assert ids("--search", "MORE kitchen") == [old.id]
    assert ids("--kind", "good") == [good.id]
    assert ids("--since", "yesterday") == [new.id, good.id]
    assert ids("--until", "yesterday") == [good.id, old.id]
    assert ids("--since", f"{local(old.at):%Y-%m-%d}", "--until", f"{local(old.at):%Y-%m-%d}") == [old.id]
    assert run(tmp_path, "log", "list", "--search", "nowhere").stdout == "No entry fits.\n"


def test_show_prints_what_was_said_and_keeps_lines_apart(tmp_path: Path) -> None:
    entry = Store(tmp_path).entries.keep(Entry(at=datetime.now(UTC), note="one\ntwo", feelings=("hurt", "torn")))
    said = run(tmp_path, "log", "show", entry.id[:6]).stdout
    assert "note      one\n          two\n" in said
    assert "feelings  hurt, torn" in said
    assert "need" not in said


def test_edit_changes_what_is_given_and_empties_what_is_empty(tmp_path: Path) -> None:
    entry = Store(tmp_path).entries.keep(
        Entry(
            at=datetime(2026, 3, 1, tzinfo=UTC),
            note="a",
            kind="tears",
            strength=0,
            feelings=("hurt",),
            person="M",
        )
    )
    said = run(tmp_path, "log", "edit", entry.id[:5], "b", "c", "--strength", "6", "--feeling", "", "--person", "")
    assert said.stdout == entry.id + "\n"
    kept = only(tmp_path)
    assert (kept.note, kept.strength, kept.feelings, kept.person) == ("b c", 6, (), "")
    assert (kept.kind, kept.at) == ("tears", entry.at)
    run(tmp_path, "log", "edit", entry.id, "--strength", "")
    assert only(tmp_path).strength is None


def test_edit_refuses_what_would_leave_nothing(tmp_path: Path) -> None:
    entry = Store(tmp_path).entries.keep(Entry(at=datetime.now(UTC), note="a"))
    assert "Write a line, or choose a kind." in run(tmp_path, "log", "edit", entry.id, "").stderr
    assert "Say what to change" in run(tmp_path, "log", "edit", entry.id).stderr
    assert only(tmp_path).note == "a"


def test_delete_says_what_went_and_that_it_is_gone_for_good(tmp_path: Path) -> None:
    old, good, new = noted(tmp_path)
    said = run(tmp_path, "log", "delete", good.id[:10])
    assert said.exit_code == 0
    assert "A good moment · 3/10 · M" in said.stdout
    assert "can't be brought back" in said.stdout
    assert len(said.stdout.splitlines()) == 1
    assert {entry.id for entry in Store(tmp_path).entries} == {old.id, new.id}


def test_delete_asks_on_a_terminal_unless_told_not_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, good, new = noted(tmp_path)
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    said = run(tmp_path, "log", "delete", good.id, given="n\n")
    assert "Nothing was deleted." in said.stderr
    assert len(Store(tmp_path).entries) == 3
    run(tmp_path, "log", "delete", good.id, given="y\n")
    run(tmp_path, "log", "delete", old.id, "--yes", given="")
    assert only(tmp_path).id == new.id


def test_an_ordinary_day_is_kept_once(tmp_path: Path) -> None:
    first, second = run(tmp_path, "day"), run(tmp_path, "day")
    assert first.stdout == second.stdout == only(tmp_path).id + "\n"
    assert (first.stderr, second.exit_code) == ("", 0)
    assert "already" in second.stderr
    assert only(tmp_path).kind == "ordinary"


def test_help_shows_the_options_and_the_verbs(tmp_path: Path) -> None:
    said = run(tmp_path, "log", "--help").stdout
    assert "--feeling" in said
    assert "delete" in said
    assert "\n  TEXT" not in said


# -- real processes


def program(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "companion", "--data-dir", str(folder), *words]


def test_two_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    running = [
        subprocess.Popen(program(tmp_path, "log", f"line {number}"), stdout=subprocess.PIPE, text=True)
        for number in range(6)
    ]
    ids = {process.communicate()[0].strip() for process in running}
    kept = {entry.id: entry.note for entry in Store(tmp_path).entries}
    assert kept.keys() == ids
    assert set(kept.values()) == {f"line {number}" for number in range(6)}


def test_a_line_from_the_shell_pays_for_nothing_it_does_not_use(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from companion.commands.main import companion\n"
        f"try: companion(['--data-dir', {str(tmp_path)!r}, 'log', 'a line'])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print(*sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ))
    loaded = {name.partition(".")[0] for name in ran.stdout.splitlines()[-1].split()}
    assert only(tmp_path).note == "a line"
    assert not loaded & {"textual", "rich", "dateparser", "yaml", "sqlite3", "markdown_it"}
