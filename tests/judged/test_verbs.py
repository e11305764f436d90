"""Every figure that `companion review` prints, over logs of every kind, against the recount."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.judged import judging, judging_threads
from tests.judged.made import CHANGING, NOW, SETS, Made, entries, many, tables_of, write
from tests.judged.reading import as_json, live_in, parts, review, words_for
from tests.judged.recount import Asked, Recount
from tests.judged.recount_numbers import promises
from tests.judged.recount_threads import patterns

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia")
"""Two whose clocks are changed, one a quarter of an hour off, and one across the date line."""
STRETCHES: dict[str, Callable[[date], date]] = {
    "month": lambda today: today - timedelta(days=30),
    "quarter": lambda today: today - timedelta(days=91),
    "year": lambda today: today.replace(year=today.year - 1) + timedelta(days=1),
    "calendar year": lambda today: today.replace(month=1, day=1),
    "all": lambda today: date(2020, 1, 1),
}
CASES = [
    (name, ZONES[(number + turn) % 4], stretch, ("", "A.", "", "Mum")[(number + turn) % 4 if name != "one kind" else 0])
    for number, name in enumerate(SETS)
    for turn, stretch in enumerate(STRETCHES)
]
"""Each log over each stretch, with zones and persons by turns."""


def judge(folder: Path, made: Made, asked: Asked) -> None:
    found = Recount(made, asked)
    figures = as_json(folder, asked)
    judge_figures(figures, found)
    by_part: dict[str, Any] = {each["part"]: each for each in figures["parts"]}
    lines = parts(review(folder, *words_for(asked)), by_part)
    if found.entries:
        for name in ("days", "kinds", "hours", "feelings", "needs", "misses", "strength"):
            getattr(judging, f"judge_{name}")(found, lines[name])
        judging.judge_together(found, by_part["together"])
        judging.judge_went_with(found, lines["went-with"])
        judging_threads.judge_repairs(found, lines["repairs"])
    judging_threads.judge_patterns(found, by_part["patterns"]["told"])
    judging_threads.judge_mending(found, lines["mending"])
    for name in ("calm", "promises", "since"):
        getattr(judging, f"judge_{name}")(found, lines[name])


def judge_figures(figures: dict[str, Any], found: Recount) -> None:
    assert figures["entries"] == len(found.entries)
    assert figures["left_out"] == found.left_out
    assert {date.fromisoformat(each["day"]): (each["n"], each["mood"]) for each in figures["days"]} == found.days
    assert {each["kind"]: each["n"] for each in figures["kinds"]} == found.kinds
    assert {each["week"]: each["kinds"] for each in figures["weeks"]} == found.weeks
    strength, points = found.strength, figures["strength"]["points"]
    for name in ("n", "missing", "mean", "lowest", "highest"):
        assert figures["strength"][name] == pytest.approx(strength[name], abs=0.00501), name
    assert [(date.fromisoformat(each["day"]), each["mean"]) for each in points] == [
        (day, pytest.approx(mean, abs=0.00501)) for day, mean, _ in strength["points"]
    ]
    for each, (day, _, average) in zip(points, strength["points"], strict=True):
        assert each["average"] == pytest.approx(average, abs=0.00501), day
    promised = promises(found)
    for name in ("n", "missing", "kept", "low", "high"):
        assert figures["promises"][name] == pytest.approx(promised[name], abs=0.000501), name
    told = {(each["miss"], each["by"] or "", each["verdict"], *sorted(each["entries"])) for each in figures["patterns"]}
    assert told == {(each.miss, each.by, each.verdict, *sorted(each.ids)) for each in patterns(found)}


@pytest.mark.parametrize(("name", "zone", "stretch", "person"), CASES)
def test_every_figure_is_the_recounts(name: str, zone: str, stretch: str, person: str, tmp_path: Path) -> None:
    live_in(zone)
    made = SETS[name](Random(f"{name}, {zone}"))
    today = Asked(date.min, date.max, zone, NOW).today
    judge(write(tmp_path, made), made, Asked(STRETCHES[stretch](today), today, zone, NOW, person))


@pytest.mark.parametrize("zone", CHANGING)
def test_no_entry_slips_into_another_hour_where_the_clocks_change(zone: str, tmp_path: Path) -> None:
    live_in(zone)
    made = SETS["clock changes"](Random(zone))
    today = Asked(date.min, date.max, zone, NOW).today
    asked = Asked(date(2025, 1, 1), today, zone, NOW)
    judge(write(tmp_path, made), made, asked)


def test_the_day_that_samoa_left_out_is_empty(tmp_path: Path) -> None:
    live_in("Pacific/Apia")
    begin = datetime(2011, 12, 28, tzinfo=UTC)
    made = tables_of(entries=entries([begin + timedelta(hours=hour) for hour in range(96)], Random(2011)))
    asked = Asked(date(2011, 12, 1), date(2012, 1, 31), "Pacific/Apia", NOW)
    assert date(2011, 12, 30) not in Recount(made, asked).days
    judge(write(tmp_path, made), made, asked)


def test_twenty_thousand_entries_are_counted_right(tmp_path: Path) -> None:
    live_in("Europe/Berlin")
    made = many()
    judge(write(tmp_path, made), made, Asked(date(2023, 1, 1), date(2026, 11, 22), "Europe/Berlin", NOW))
