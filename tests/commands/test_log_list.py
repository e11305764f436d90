"""The verbs log list and log show: looking up what was noted."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from companion.commands import log_printed
from companion.domain.entry import Entry, Who
from companion.domain.threads import Mended, answer_to
from companion.domain.times import local
from companion.storage.store import Store
from tests.commands.log_verbs import noted, run
from tests.conftest import HOSTILE

KEYS = [
    *("id", "at", "kind", "strength", "note", "feelings", "need", "body", "miss", "miss_by"),
    *("repairs", "result", "mended", "reached_by", "offer", "reply"),
    *("context", "person", "answers", "pause", "quote", "hidden", "faded_at"),
]


def test_json_has_every_field_newest_first_and_local_times(tmp_path: Path) -> None:
    old, good, new = noted(tmp_path)
    found = json.loads(run(tmp_path, "log", "list", "--json").stdout)
    assert [each["id"] for each in found] == [new.id, good.id, old.id]
    assert all(list(each) == KEYS for each in found)
    assert found[0]["note"] == HOSTILE
    assert found[1] | {"id": "", "at": ""} == dict.fromkeys(KEYS) | {
        "id": "", "at": "", "kind": "good", "strength": 3, "person": "M",
        "feelings": [], "repairs": [], "context": [], "hidden": False,
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


def test_the_list_shows_tags_as_they_are_typed(tmp_path: Path) -> None:
    assert run(tmp_path, "log", "fight #work #lonely #time-alone !8 @S").exit_code == 0
    (row,) = run(tmp_path, "log", "list", "#work").stdout.splitlines()[1:]
    assert row.endswith("8/10 · S · fight · #lonely #time-alone #work")


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
    assert re.search(r"^at        \w+, \w+ \d+ \w+, \d\d:\d\d$", said, re.MULTILINE)
    assert "need" not in said


def test_a_long_note_is_cut_in_the_list_and_whole_when_shown(tmp_path: Path) -> None:
    entry = Store(tmp_path).entries.keep(Entry(at=datetime.now(UTC), note="long " * 2_000))
    row = run(tmp_path, "log", "list").stdout.splitlines()[1]
    assert len(row) <= 200
    assert row.endswith("…")
    assert run(tmp_path, "log", "show", entry.id).stdout.count("long") == 2_000


def test_a_row_fits_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(tmp_path).entries.keep(Entry(at=datetime.now(UTC), note="漢字 " * 100))
    monkeypatch.setattr(log_printed, "room", lambda: 60)
    row = run(tmp_path, "log", "list").stdout.splitlines()[1]
    assert 50 < cell_len(row) <= 60


@pytest.mark.parametrize(("mended", "stands"), [(Mended.BRIDGED, "bridged after 3 hours"), (Mended.LET_GO, "let go")])
def test_show_says_how_a_rupture_stands_and_who_moved_first(tmp_path: Path, mended: Mended, stands: str) -> None:
    entries, at = Store(tmp_path).entries, datetime(2026, 3, 1, tzinfo=UTC)
    head = entries.keep(Entry(at=at, kind="heated"))
    entries.keep(replace(answer_to(head, at + timedelta(hours=3), mended, "words"), reached_by=Who.THEM))
    assert f"stands    {stands} · they moved first\n" in run(tmp_path, "log", "show", head.id).stdout


def test_months_have_a_first_and_a_last_day(tmp_path: Path) -> None:
    entries = Store(tmp_path).entries
    days = [
        entries.keep(Entry(at=datetime(2025, *day, 12, tzinfo=UTC), note="x"))
        for day in ((2, 28), (3, 1), (5, 31), (6, 1))
    ]
    inside = [days[2].id, days[1].id]
    for words in (["--since", "march 2025", "--until", "may 2025"], ["since:2025-03", "until:2025-05"]):
        assert [each["id"] for each in json.loads(run(tmp_path, "log", "list", "--json", *words).stdout)] == inside


def test_show_says_the_label_of_each_code(tmp_path: Path) -> None:
    id = run(tmp_path, "log", "x", "--miss", "shrink", "--feeling", "heavy").stdout.strip()
    said = run(tmp_path, "log", "show", id).stdout
    assert "miss      Made it smaller (shrink)\n" in said
    assert "feelings  heavy\n" in said
