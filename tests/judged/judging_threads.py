"""Comparing what belongs together, misses that come again, repairs and open ruptures, with the recount."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import yaml

from tests.judged.judging import MOST, Lines, judge_rows, some
from tests.judged.reading import lengths, numbers, says
from tests.judged.recount import VOCABULARY, Recount
from tests.judged.recount_threads import TWICE, followed, moved_first, patterns, repair_times, repairs, still_open
from tests.judged.recount_words import LABELS


def _labels(name: str) -> dict[str, str]:
    return {each["id"]: each["label"] for each in yaml.safe_load((VOCABULARY / f"{name}.yaml").read_text("utf-8"))}


REPAIRS, RESULTS = _labels("repairs"), _labels("results")


def judge_patterns(found: Recount, told: Sequence[Mapping[str, Any]]) -> None:
    known = {(each.miss, each.ids): each for each in patterns(found)}
    for row in told:
        words = " ".join(row["said"]) if isinstance(row["said"], list) else row["said"]
        again = next(
            each for (_, ids), each in known.items() if set(ids) == set(row["entries"]) and LABELS[each.miss] in words
        )
        n = len(again.ids)
        repaired = f"{again.repaired} of the {n} " if n > 1 else "it was repaired" if again.repaired else "not repaired"
        assert f": {n} entr" in words and repaired in words, (words, again)
        assert ("it is a pattern" in words) == (again.verdict == "pattern"), (words, again)
        assert ("Too early to say" in words) == (again.verdict != "pattern"), (words, again)


def judge_repairs(found: Recount, lines: Lines) -> None:
    n, counts = repairs(found)
    if n:
        assert says(lines, n, len(found.entries)), lines
        named = {REPAIRS[repair]: value for repair, value in counts.items()}
        totals = {label: times for label, (times, _) in named.items()}

        def figures(label: str) -> list[int]:
            times, results = named[label]
            return [times, *some(*(results.get(each, 0) for each in RESULTS), times - sum(results.values()))]

        judge_rows(lines, totals, figures)
    both, pairs = followed(found)
    if both < 3:
        assert says(lines, 3, *some(both), 3 - both), lines
        return
    often = {key: value for key, value in pairs.items() if value[0] >= TWICE}
    rows = [line for line in lines if line.startswith("- After")]
    assert len(rows) == min(MOST, len(often))
    for (miss, repair), (times, helped) in often.items():
        named_here = [line for line in rows if f"“{LABELS[miss]}”: “{REPAIRS[repair]}”" in line]
        assert all(numbers(line)[-3:] == [times, helped, times] for line in named_here), (named_here, times, helped)
    assert says(lines, both, *some(len(pairs) - len(often), 0)), (lines, both, pairs)


def judge_mending(found: Recount, lines: Lines) -> None:
    times = repair_times(found)
    if isinstance(times, int):
        assert says(lines, 3, *some(3 - times), times), (lines, times)
    else:
        line = next(line for line in lines if "median" in line)
        assert numbers(line)[-1] == times[0]
        unit = {True: timedelta(hours=12), False: timedelta(minutes=30)}
        for said, wanted in zip(lengths(line), times[1:], strict=True):
            assert abs(said - wanted) <= unit[wanted >= timedelta(days=1, hours=23)], (line, times)
    first, (is_open, of, days) = moved_first(found), still_open(found)
    if first:
        assert says(lines, sum(first.values()), of, *some(*(first.get(each, 0) for each in ("me", "them", "both")))), (
            lines
        )
    ago = {each: max(0, (found.asked.today - each[0]).days) for each in days}
    if of:
        assert says(lines, is_open, of, *some(max(ago.values(), default=0)), about="open"), (lines, is_open, of, days)
    rows = [line for line in lines if line.startswith("- ")]
    groups = [([each[0].day, each[0].year, *some(n - 1 and n, ago[each])], each[1]) for each, n in days.items()]
    assert [(numbers(row), "half mended" in row) for row in rows] == groups[:5], (lines, days)
    shown = sum([*days.values()][:5])
    assert is_open == shown or says(lines, shown, is_open - shown, about="more"), (lines, days)
