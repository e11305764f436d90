"""The verb `review`: the same figures in lines and in JSON."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result

from companion.commands.context import Context
from companion.commands.main import companion
from companion.domain.entry import Entry, Who
from companion.domain.pause import Pause
from companion.domain.review.sentences import NOTE
from companion.storage.library import Library
from companion.storage.store import Store
from tests.conftest import HOSTILE, MovableClock
from tests.sample import fill_folder, make_entries, make_pauses

MONDAY = datetime(2026, 11, 16, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch, clock: MovableClock) -> None:
    """Let the verb run on 22 November 2026."""
    monkeypatch.setattr(Context, "clock", lambda self: clock())


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "review", *words])


def as_json(folder: Path, *words: str) -> dict[str, Any]:
    shape: dict[str, Any] = json.loads(run(folder, *words, "--json").stdout)
    return shape


def a_week() -> list[Entry]:
    """Monday to Saturday of the 47th week: heated with 2, 3, 4 …, and a note on Saturday."""
    days = [Entry(at=MONDAY + timedelta(days=day), kind="heated", strength=2 + day) for day in range(5)]
    return [*days, Entry(at=MONDAY + timedelta(days=5), note=HOSTILE)]


def kept_pauses(n: int) -> list[Pause]:
    pauses = []
    for number in range(n):
        start = MONDAY - timedelta(days=number)
        pause = Pause(started_at=start, due=start + timedelta(minutes=30), planned=timedelta(minutes=30))
        pauses.append(pause.come_back(pause.due))
    return pauses


def test_an_empty_log_says_what_will_come_and_how_to_begin(tmp_path: Path) -> None:
    result = run(tmp_path / "data")
    assert result.exit_code == 0
    assert "Review: 23 November 2025 to 22 November 2026" in result.stdout
    assert 'companion log "a line"' in result.stdout
    assert "It needs 5 entries that say how strong it was; there is none so far" in result.stdout
    assert result.stdout.endswith(f"{NOTE}\n")
    assert not (tmp_path / "data").exists()


def test_the_lines_carry_every_figure_and_none_of_the_notes(tmp_path: Path) -> None:
    fill_folder(tmp_path, a_week(), kept_pauses(5))
    said = run(tmp_path).stdout
    assert "You noted something on 6 of 365 days: 6 entries." in said
    assert "You looked at 6 of 7 days of this period since the log began: 5 hard and 1 plain." in said
    assert "2026-W47, 16 to 22 Nov: It got heated 5, No kind chosen 1" in said
    assert "2026-W44, 26 Oct to 1 Nov: nothing noted" in said
    assert "By day it went from 2 to 6 of 10, with a mean of 4.0: 5 days, 5 entries with a strength." in said
    assert "2026-W47, 16 to 22 Nov: 4, moving average 4" in said
    assert "5 of 5 pauses. The real share may lie between 57 and 100 %." in said
    assert "I felt" not in said


def test_json_has_the_documented_shape(tmp_path: Path) -> None:
    fill_folder(tmp_path, a_week(), kept_pauses(5))
    found = as_json(tmp_path, "--since", "2026-11-20", "--part", "days", "--part", "kinds")
    assert found == {
        "since": "2026-11-20",
        "until": "2026-11-22",
        "entries": 2,
        "left_out": {"cooled": 0, "hidden": 0},
        "days_looked_at": {"n": 2, "of": 3},
        "days": [
            {"day": "2026-11-20", "n": 1, "mood": "hard"},
            {"day": "2026-11-21", "n": 1, "mood": "plain"},
        ],
        "kinds": [
            {"kind": "heated", "label": "It got heated", "n": 1},
            {"kind": None, "label": "No kind chosen", "n": 1},
        ],
        "weeks": [{"week": "2026-W47", "kinds": {"heated": 1, "": 1}}],
        "strength": {"n": 1, "missing": 4, "mean": None, "lowest": None, "highest": None, "points": []},
        "promises": {"n": 0, "missing": 5, "kept": 0, "low": None, "high": None},
        "patterns": [],
        "parts": [
            {
                "part": "days",
                "said": [
                    "You noted something on 2 of 3 days: 2 entries.",
                    "You looked at 2 of 3 days of this period: 1 hard and 1 plain.",
                ],
                "counted": [],
                "told": [],
            },
            {
                "part": "kinds",
                "said": ["Counted from 2 entries."],
                "counted": [{"label": "It got heated", "n": 1}, {"label": "No kind chosen", "n": 1}],
                "told": [],
            },
        ],
        "note": NOTE,
    }


def test_json_carries_points_and_range_once_there_are_enough(tmp_path: Path) -> None:
    fill_folder(tmp_path, a_week(), kept_pauses(5))
    found = as_json(tmp_path)
    assert found["strength"]["mean"] == 4.0
    assert found["strength"]["points"][1] == {"day": "2026-11-17", "mean": 3.0, "average": 2.5}
    assert found["promises"] == {"n": 5, "missing": 0, "kept": 5, "low": 0.566, "high": 1.0}


def test_periods_may_be_said_in_words_and_end_today(tmp_path: Path) -> None:
    found = as_json(tmp_path, "--since", "3 days ago", "--until", "2027-03-01")
    assert (found["since"], found["until"]) == ("2026-11-19", "2026-11-22")
    assert as_json(tmp_path, "--until", "2026-06-30")["since"] == "2025-07-01"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--since", "2026-11-02", "--until", "2026-11-01"), "2026-11-02 is after 2026-11-01"),
        (("--since", "no such day"), "“no such day” is not a time"),
        (("--until", "0001-01-01"), "out of range"),
    ],
)
def test_a_period_that_is_none_is_said_in_one_line(tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    result = run(tmp_path, *words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


def test_three_thousand_entries_add_up(tmp_path: Path, library: Library, clock: MovableClock) -> None:
    fill_folder(tmp_path, make_entries(3000, library, clock(), days=360), make_pauses(80, clock(), days=300))
    found = as_json(tmp_path)
    assert found["entries"] + found["left_out"]["cooled"] == 3000
    assert sum(day["n"] for day in found["days"]) == found["entries"]
    assert sum(kind["n"] for kind in found["kinds"]) == found["entries"]
    assert sum(sum(week["kinds"].values()) for week in found["weeks"]) == found["entries"]


def test_three_thousand_entries_are_a_few_screens_not_a_roll(
    tmp_path: Path, library: Library, clock: MovableClock
) -> None:
    fill_folder(tmp_path, make_entries(3000, library, clock(), days=360), make_pauses(80, clock(), days=300))
    said = run(tmp_path).stdout
    assert len(said.splitlines()) < 300
    for rule in ("The rule: it is a pattern", "“Went with” is all it says", NOTE):
        assert said.count(rule) == 1


def test_a_part_can_be_asked_for_alone(tmp_path: Path) -> None:
    fill_folder(tmp_path, a_week(), kept_pauses(5))
    said = run(tmp_path, "--part", "promises", "--part", "kinds").stdout
    assert said.index("Kinds per week") < said.index("Promises")
    assert "Strength" not in said
    assert said.endswith(f"{NOTE}\n")
    wrong = run(tmp_path, "--part", "hearts")
    assert wrong.exit_code == 2
    assert "“hearts” is no part of a review." in wrong.stderr


def test_one_bond_is_looked_at_alone(tmp_path: Path) -> None:
    fill_folder(tmp_path, [Entry(at=MONDAY, kind="good", person="Anna"), Entry(at=MONDAY, kind="heated")], [])
    assert as_json(tmp_path, "--person", "anna")["entries"] == 1
    nobody = run(tmp_path, "--person", "Berta")
    assert nobody.exit_code == 2
    assert "No entry names “Berta”." in nobody.stderr


def test_persons_are_called_as_in_the_log(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for person in ("Sam", "Sofia"):
        store.entries.keep(Entry(at=MONDAY, kind="not-heard", miss="shrink", miss_by=Who.THEM, person=person))
    for whole, sofia in ((False, "So"), (True, "Sofia")):
        store.keep_settings(msgspec.structs.replace(store.settings, show_names=whole))
        patterns = {each["person"]: each["n"] for each in as_json(tmp_path)["patterns"]}
        assert patterns == ({"Sam": 1, "Sofia": 1} if whole else {"Sa": 1, "So": 1})
        printed = run(tmp_path, "--person", "Sofia").stdout
        assert f", with {sofia}\n" in printed


def test_a_period_without_entries_says_where_they_are(tmp_path: Path) -> None:
    Store(tmp_path).entries.keep(Entry(at=MONDAY, kind="good"))
    printed = run(tmp_path, "--since", "2026-01-01", "--until", "2026-02-01").stdout
    assert "Nothing was noted in this period. The nearest entry is of 16 November 2026." in printed
    assert "To begin" not in printed
