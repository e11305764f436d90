"""The verbs of plan week: the week in plain lines, planning a time, saying how it was."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from companion.commands.context import Context
from companion.commands.errors import MISUSED
from companion.commands.main import companion
from companion.domain.filling import Answers
from companion.storage.store import Store
from tests.commands.sealed_verbs import PASSPHRASE, give, seal, wrap_quickly

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _sunday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Context, "clock", lambda _: NOW)


def run(folder: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "plan", "week", *words], input=typed)


def found(folder: Path, *words: str) -> dict[str, Any]:
    week: dict[str, Any] = json.loads(run(folder, "--json", *words).output)
    return week


def test_a_time_is_planned_shown_and_marked(tmp_path: Path) -> None:
    answers = {"quiet_from": "2h", "quiet_to": "4h"}
    Store(tmp_path).worksheets.keep(Answers(worksheet="quiet-and-solo-time", answers=answers, filled_at=NOW))
    added = run(tmp_path, "add", "quiet", "today", "8pm", "2h", "--note", "-", typed="by \x1b[31mthe lake\n")
    time_id = added.stdout.strip()
    (kept,) = Store(tmp_path).week_times
    assert (kept.id, kept.day, kept.length, kept.was) == (time_id, date(2026, 11, 22), timedelta(hours=2), None)
    shown = run(tmp_path).output
    assert shown.startswith("This week, 16 to 22 November\n  Mon 16\n")
    assert f"  Sun 22 (today)  20:00 Quiet, 2 hours planned  {time_id[:8]}\n    by [31mthe lake\n" in shown
    assert "  Quiet: 2 hours planned; you wished for 2 to 4 hours.\n" in shown
    for words, said, was in (
        (["45"], "2 hours planned, was 45 minutes", 45),
        ([], "2 hours, as planned", 120),
        (["0"], "2 hours planned, did not happen", 0),
        (["-"], "2 hours planned", None),
    ):
        assert f"Quiet, {said}  {time_id[:8]}\n" in run(tmp_path, "was", time_id[:8], *words).output
        assert found(tmp_path)["times"][0]["was_minutes"] == was


def test_machines_get_minutes_and_any_week(tmp_path: Path) -> None:
    run(tmp_path, "add", "solo", "2026-12-01", "9", "90")
    week = found(tmp_path, "--on", "2026-12-03")
    assert (week["since"], week["until"]) == ("2026-11-30", "2026-12-06")
    (time,) = week["times"]
    assert {**time, "id": ""} == {
        "id": "", "kind": "solo", "day": "2026-12-01", "from": "09:00", "planned_minutes": 90, "was_minutes": None,
        "note": "",
    }  # fmt: skip
    assert week["sums"]["solo"] == {
        "planned_minutes": 90, "was_minutes": None, "wished_from_minutes": None, "wished_to_minutes": None,
    }  # fmt: skip
    assert found(tmp_path)["times"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", "bath", "today", "9", "1h"], "“bath” is none of quiet, solo, together."),
        (["add", "solo", "whenever", "9", "1h"], "“whenever” is not a day."),
        (["add", "solo", "today", "25", "1h"], "“25” is not a clock time."),
        (["add", "solo", "today", "9", "2 days"], "“2 days” is no length of up to a day."),
        (["was", "nowhere"], "No id begins with “nowhere”."),
        (["was", ""], "No id begins with"),
        (["--on", "whenever"], "“whenever” is not a day."),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_kept(tmp_path: Path, words: list[str], said: str) -> None:
    result = run(tmp_path, *words)
    assert result.exit_code == MISUSED
    assert said in result.output
    assert len(Store(tmp_path).week_times) == 0


@pytest.mark.parametrize(
    ("day", "begin", "said"), [("tomorrow", "9", "23 November, 09:00,"), ("today", "20:11", "20:11")]
)
def test_a_time_that_has_not_begun_can_not_be_marked(tmp_path: Path, day: str, begin: str, said: str) -> None:
    time_id = run(tmp_path, "add", "solo", day, begin, "1h").stdout.strip()
    refused = run(tmp_path, "was", time_id)
    assert refused.exit_code == MISUSED
    assert f"{said}" in refused.output
    assert "has not come yet. Say then how it was." in refused.output
    assert [each.was for each in Store(tmp_path).week_times] == [None]


def test_a_sealed_folder_asks_for_its_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrap_quickly(monkeypatch)
    run(tmp_path, "add", "solo", "today", "9", "1h", "--note", "hill")
    seal(tmp_path)
    locked = run(tmp_path)
    assert locked.exit_code
    assert "Solo" not in locked.output
    give(monkeypatch, PASSPHRASE)
    assert "hill" in run(tmp_path).output


def test_a_time_that_was_not_planned_is_noted_as_it_was(tmp_path: Path) -> None:
    time_id = run(tmp_path, "add", "together", "friday", "19", "75", "--unplanned").stdout.strip()
    (kept,) = Store(tmp_path).week_times
    assert (kept.day, kept.length, kept.was) == (date(2026, 11, 20), timedelta(), timedelta(minutes=75))
    shown = run(tmp_path).output
    assert f"Fri 20  19:00 Together, 1 h 15, not planned  {time_id[:8]}\n" in shown
    assert "  Together: nothing planned, 1 h 15 so far.\n" in shown
    assert "Together, 30 minutes, not planned" in run(tmp_path, "was", time_id, "30").output
    for words in ("0", "-"):
        refused = run(tmp_path, "was", time_id, words)
        assert refused.exit_code == MISUSED
        assert "This one was not planned. If it was not at all, delete it." in refused.output
    refused = run(tmp_path, "add", "solo", "today", "20:11", "1h", "--unplanned")
    assert refused.exit_code == MISUSED
    assert "has not come yet" in refused.output
    assert len(Store(tmp_path).week_times) == 1


def test_a_time_is_deleted_by_its_id(tmp_path: Path) -> None:
    kept, gone = (run(tmp_path, "add", "solo", "today", str(at), "1h").stdout.strip() for at in (9, 10))
    assert run(tmp_path, "delete", gone[:12]).output == "Deleted: Solo, Sunday 22 November, 10:00.\n"
    assert [each.id for each in Store(tmp_path).week_times] == [kept]
    again = run(tmp_path, "delete", gone)
    assert again.exit_code == MISUSED
    assert "No id begins with" in again.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["quiet", "friday", "19:00", "2h"], "Friday 27 November, 19:00–21:00, quiet time"),
        (["together", "friday", "23:00", "90", "--unplanned"], "Friday 20 November, 23:00–00:30, together time"),
    ],
)
def test_what_was_understood_is_said_beside_the_id(tmp_path: Path, words: list[str], said: str) -> None:
    added = run(tmp_path, "add", *words)
    assert added.stderr == f"Understood: {said}.\n"
    assert [each.id for each in Store(tmp_path).week_times] == [added.stdout.strip()]


def test_a_time_is_changed_and_what_is_not_given_stays(tmp_path: Path) -> None:
    time_id = run(tmp_path, "add", "quiet", "today", "8pm", "2h", "--note", "by the lake").stdout.strip()
    done = run(tmp_path, "edit", time_id[:8], "--from", "21:00", "--kind", "solo", "--note", "-", typed="at home\n")
    (kept,) = Store(tmp_path).week_times
    assert (kept.id, kept.kind.value, f"{kept.at:%H:%M}") == (time_id, "solo", "21:00")
    assert (kept.day, kept.length, kept.note) == (date(2026, 11, 22), timedelta(hours=2), "at home")
    assert "21:00–23:00" in done.stdout
    assert run(tmp_path, "edit", time_id[:8], "--length", "soon").exit_code == MISUSED


def test_a_week_is_planned_as_the_last_one_was(tmp_path: Path) -> None:
    run(tmp_path, "add", "quiet", "2026-11-13", "19:00", "2h")
    assert run(tmp_path, "copy").stdout == "1 time copied.\n"
    assert sorted(each.day for each in Store(tmp_path).week_times) == [date(2026, 11, 13), date(2026, 11, 20)]
    assert run(tmp_path, "copy").stdout == "Nothing to copy.\n"
