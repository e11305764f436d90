"""Comparing each part of a review as it is printed with the recount."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np

from tests.judged.reading import is_near, line_of, numbers, says
from tests.judged.recount import ENOUGH_STRENGTHS, Recount, persons
from tests.judged.recount_numbers import ENOUGH_USES, calming, draws, promises, since, went_with
from tests.judged.recount_words import LABELS, feelings, misses, needs, replies, together

Lines = Sequence[str]
GLYPHS = {"good": "○", "hard": "●", "mixed": "◐", "plain": "·"}
"""What stands for a day in the calendar."""
MOST = 12
"""So many rows are shown of a part; the rest is a number."""
_TALLIED = ("me", "them", "both", "")


def some(*counts: int) -> list[int]:
    """Return the counts that are said: those above nothing."""
    return [count for count in counts if count]


def judge_days(found: Recount, lines: Lines) -> None:
    n, of, moods = found.looked_at
    whole = (found.asked.until - found.asked.since).days + 1
    assert says(lines, n, whole, len(found.entries)), lines
    assert says(lines, n, of, *some(*(moods.get(each, 0) for each in ("hard", "mixed", "good", "plain")))), lines
    left = found.left_out
    if said := ([left["cooled"], 3, 9, 10] if left["cooled"] else []) + some(left["hidden"]):
        assert says(lines, *said), lines
    named = len({person for each in found.entries for person in persons(each)})
    assert says(lines, named, about="person") == (named > 1 and not found.asked.person), lines


def judge_kinds(found: Recount, lines: Lines) -> None:
    assert says(lines, len(found.entries))
    kinds = {LABELS.get(kind or "", "No kind chosen"): n for kind, n in found.kinds.items()}
    if any(line.startswith("| Kind") for line in lines):
        judge_table(found, lines, kinds)
        return
    judge_rows(lines, kinds, lambda label: [kinds[label]])
    monday = found.asked.until - timedelta(days=found.asked.until.weekday())
    for _ in range(min(MOST, (monday - found.asked.since).days // 7 + 1)):
        name = "{}-W{:02}".format(*monday.isocalendar())
        if not any("-W" in line for line in lines):
            break  # a sheet tells them as a picture
        said = next(line for line in lines if name in line).split(": ", 1)[1]
        assert sorted(numbers(said)) == sorted(found.weeks.get(name, {}).values()), (name, said)
        monday -= timedelta(weeks=1)


def judge_table(found: Recount, lines: Lines, kinds: Mapping[str, int]) -> None:
    """Judge a sheet's table: a row for each kind, a column for each of the last weeks, and how many in all."""
    head, _, *rows = ([cell.strip() for cell in line.strip("| ").split("|")] for line in lines if line.startswith("|"))
    last = found.asked.until - timedelta(days=found.asked.until.weekday())
    weeks = [last - timedelta(weeks=back) for back in reversed(range(len(head) - 2))]
    assert head[1:-1] == [f"{monday.isocalendar().week}" for monday in weeks]
    assert {row[0]: int(row[-1].replace(",", "")) for row in rows} == kinds
    ids = {LABELS.get(kind or "", "No kind chosen"): kind or "" for kind in found.kinds}
    for label, *counts, _ in rows:
        there = (found.weeks.get("{}-W{:02}".format(*monday.isocalendar()), {}) for monday in weeks)
        assert counts == [f"{week.get(ids[label]) or ''}" for week in there], label


def judge_rows(lines: Lines, counts: Mapping[str, int], figures: Callable[[str], Sequence[float]]) -> None:
    """Judge rows of labels: the most frequent ones are shown, each with its figures; the others are a number."""
    rows = [line for line in lines if line.startswith("- ") and "-W" not in line[:9] and not line.startswith("- After")]
    shown = [label for label in counts if any(row.startswith(f"- {label}:") for row in rows)]
    assert len(shown) == len(rows) == min(MOST, len(counts)), (lines, counts)
    for label in shown:
        assert is_near(numbers(line_of(rows, label)), list(figures(label))), (label, rows, figures(label))
    if more := len(counts) - MOST > 0:
        assert says(lines, len(counts) - MOST), lines
        assert min(counts[each] for each in shown) >= max(n for each, n in counts.items() if each not in shown)
    assert more or len(shown) == len(counts)
    said = [counts[next(label for label in shown if row.startswith(f"- {label}:"))] for row in rows]
    assert said == sorted(said, reverse=True)


def judge_strength(found: Recount, lines: Lines) -> None:
    figure = found.strength
    if figure["missing"]:
        assert says(lines, 0, 10, ENOUGH_STRENGTHS, *some(figure["n"]), figure["missing"]), lines
        return
    points = figure["points"]
    ends = (figure["lowest"], figure["highest"])
    same = ends[0] == ends[1] and says(lines, ends[0], 10, len(points), figure["n"])  # “7.5 of 10 each time”
    assert same or says(lines, *ends, 10, figure["mean"], len(points), figure["n"]), (lines, figure)
    for line in lines:
        if line.startswith("- ") and "nothing" not in line and len(said := numbers(line.split(": ", 1)[1])) > 1:
            year, week = int(line[2:6]), int(line[8:10])
            there = [point for point in points if point[0].isocalendar()[:2] == (year, week)]
            assert is_near(said[:1], [float(np.mean([point[1] for point in there]))]), (line, there)
            assert is_near(said[1:], [there[-1][2]]), (line, there)


def judge_hours(found: Recount, lines: Lines) -> None:
    n, hours = len(found.entries), found.hours
    expected: list[float] = [n]
    weekdays = [sum(count for (day, _), count in hours.items() if day == each) for each in range(7)]
    of_day = [sum(count for (_, hour), count in hours.items() if hour == each) for each in range(24)]
    if n >= 10 and weekdays.count(max(weekdays)) == 1 and of_day.count(max(of_day)) == 1:
        hour = of_day.index(max(of_day))
        expected += [max(weekdays), n, hour, 0, (hour + 1) % 24, 0, max(of_day), n]
        weekday = date(2026, 11, 16 + weekdays.index(max(weekdays)))
        assert f"{weekday:%A}" in " ".join(lines)
    assert says(lines, *expected), (lines, expected)


def judge_feelings(found: Recount, lines: Lines) -> None:
    _judge_words(*feelings(found), len(found.entries), lines)


def judge_needs(found: Recount, lines: Lines) -> None:
    _judge_words(*needs(found), len(found.entries), lines)


def _judge_words(n: int, counts: Mapping[str, int], of: int, lines: Lines) -> None:
    if n:
        assert says(lines, n, of), lines
        judge_rows(lines, counts, lambda label: [counts[label], of])


def judge_misses(found: Recount, lines: Lines) -> None:
    sides = replies(found)
    for about, side in (("Your replies", "me"), ("Their replies", "them"), ("Whose reply", "")):
        n = sides[side].total()
        said = [sides[side]["landed"], n, sides[side]["missed"], n, *some(sides[side]["both"])] if n else []
        if n or (side and any(each.total() for each in sides.values())):
            assert says(lines, *said, about=about), (lines, sides)
    of, by = len(found.entries), {LABELS[miss]: whose for miss, whose in misses(found).items()}
    totals = {label: sum(whose.values()) for label, whose in by.items()}
    if totals:
        assert says(lines, sum(totals.values()), of, about="miss"), lines
        tally = {label: some(*(whose.get(each, 0) for each in _TALLIED)) for label, whose in by.items()}
        judge_rows(lines, totals, lambda label: [totals[label], of, *tally[label]])


def judge_together(found: Recount, part: Mapping[str, Any]) -> None:
    n, pairs = together(found)
    told = {frozenset(row["label"].split(" and ")): row["n"] for row in part["counted"]}
    assert told == {frozenset(" and ".join(pair).split(" and ")): times for pair, times in pairs.items()}
    assert n < 3 or says(part["said"], n, *([3] if "3" in part["said"][0] else [])), part["said"]


def judge_went_with(found: Recount, lines: Lines) -> None:
    enough, few = went_with(found)
    rows = [line for line in lines if line.startswith("- ")]
    assert len(rows) == min(MOST, len(enough)), (rows, enough)
    names = {LABELS.get(word, word) if field == "kind" else word: both for (field, word), both in enough.items()}
    for row in rows:
        having, lacking = names[row.split("“")[1].split("”")[0]]
        one, other = float(np.median(having)), float(np.median(lacking))
        said = numbers(row.split("”")[1])
        assert is_near(said[:5], [one, len(having), other, len(lacking), one - other]), (row, having, lacking)
        drawn = draws(having, lacking)
        for end, low, high in ((said[5], 0.008, 0.05), (said[6], 0.95, 0.992)):
            nearest, furthest = np.quantile(drawn, (low, high))
            assert nearest - 0.051 <= end <= furthest + 0.051, (row, nearest, furthest)
        assert ("may be nothing" in row) == (said[5] <= 0 <= said[6]) or 0 in (said[5], said[6]), row
    rest = some(len(enough) - len(rows), few)
    assert not rest or says(lines, *rest, *([3, 3] if few else [])), (lines, rest)


def judge_calm(found: Recount, lines: Lines) -> None:
    uses = calming(found).values()
    rows = [line for line in lines if line.startswith("- ")]
    assert len(rows) == len(uses), (lines, uses)
    for changes in uses:
        n, ends = len(changes), dict.fromkeys((changes[0], changes[-1]))
        if n < ENOUGH_USES:
            assert says(rows, ENOUGH_USES, n, ENOUGH_USES - n), (rows, changes)
        else:
            told = [_changes(row) for row in rows if "after it" in row]
            wanted = [float(np.mean(changes)), *ends] if len(ends) > 1 else [*ends]  # “3 lower each time”
            assert any(is_near(said, wanted) and of == n for said, of in told), (rows, changes)
    if not rows:
        assert says(lines, ENOUGH_USES, ENOUGH_USES), lines


def _changes(line: str) -> tuple[list[float], int]:
    """Return the changes that a line says: so much lower, higher below nothing; and how many uses."""
    body = line.rpartition(": ")[0].replace("no different", "0 lower")
    said = body.replace("after it", "\n").split("\n")[1].split()
    ways = {"lower": 1, "higher": -1}
    found = [float(number) * ways[way.strip(",")] for number, way in pairwise(said) if way.strip(",") in ways]
    return found, int(numbers(line)[-1])


def judge_promises(found: Recount, lines: Lines) -> None:
    figure = promises(found)
    n, kept, ends = figure["n"], figure["kept"], figure["ends"]
    if figure["missing"]:
        assert says(lines, 5, *some(n), figure["missing"]), lines
        return
    assert says(lines, kept, n, round(100 * figure["low"]), round(100 * figure["high"])), (lines, figure)
    by_end = some(*(ends.get(each, 0) for each in ("kept", "moved in time", "late", "not returned")))
    assert any(numbers(line)[: len(by_end) + 1] == [n, *by_end] for line in lines), (lines, ends)


def judge_since(found: Recount, lines: Lines) -> None:
    rows = [line for line in lines if line.startswith("- ")]
    wanted = since(found)
    assert len(rows) == len(wanted)
    for kind, (day, ago, n) in wanted.items():
        said = line_of(rows, LABELS[kind])
        assert numbers(said) == [day.day, day.year, *([ago] if ago > 1 else []), n], (said, day, ago, n)
