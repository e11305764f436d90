"""Every sentence with a minimum, at its minimum and one below: true there, and it says what is missing here."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.judged.made import NOW, entry, identity, stamp, tables_of, write
from tests.judged.reading import numbers, parts, review, says

Records = list[dict[str, Any]]
NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)
RNG = Random(4)


def note(days_ago: float, kind: str | None = "good", **fields: Any) -> dict[str, Any]:
    return entry(RNG, NOON - timedelta(days=days_ago), kind, **fields)


def pause(days_ago: int, outcome: str = "kept", **fields: Any) -> dict[str, Any]:
    start, half = NOON - timedelta(days=days_ago), timedelta(minutes=30)
    ends = {"due": stamp(start + half), "planned": "PT1800S", "ended_at": stamp(start + half), "outcome": outcome}
    return {"id": identity(RNG), "started_at": stamp(start), **ends, **fields}


def lines(folder: Path, part: str, entries: Sequence[dict[str, Any]] = (), **tables: Records) -> list[str]:
    """Return what is said of one part over such a log."""
    printed = review(write(folder, tables_of(entries=list(entries), **tables)), "--part", part)
    return parts(printed, [part])[part]


def test_strength_is_told_from_five_entries(tmp_path: Path) -> None:
    five = [note(day, strength=2 + day) for day in range(5)]
    assert says(lines(tmp_path, "strength", five), 2, 6, 10, 4.0, 5, 5)
    assert says(lines(tmp_path, "strength", five[1:]), 0, 10, 5, 4, 1, about="missing")
    assert says(lines(tmp_path, "strength", []), 0, 10, 5, 5, about="missing")


def test_the_moving_average_holds_the_last_twenty_eight_days(tmp_path: Path) -> None:
    last = [note(0, strength=2) for _ in range(4)]
    inside = lines(tmp_path, "strength", [note(27, strength=8), *last])
    outside = lines(tmp_path, "strength", [note(28, strength=8), *last])
    assert says(inside, 2, 5, about="average") is False  # the week's name stands in front
    newest = [next(line for line in each if "W47" in line).split(": ", 1)[1] for each in (inside, outside)]
    assert [numbers(each) for each in newest] == [[2, 5], [2, 2]]


@pytest.mark.parametrize(("kept", "low", "high"), [(5, 57, 100), (0, 0, 43), (4, 38, 96)])
def test_promises_are_told_from_five_pauses(kept: int, low: int, high: int, tmp_path: Path) -> None:
    five = [pause(day, "kept" if day < kept else "late") for day in range(5)]
    running = {"id": identity(RNG), "started_at": stamp(NOW), "due": stamp(NOW + timedelta(hours=1)), "planned": "PT1H"}
    left_out = [pause(6, "cancelled"), pause(7, kind="giving"), running]
    assert says(lines(tmp_path, "promises", pauses=[*five, *left_out]), kept, 5, low, high)
    four = lines(tmp_path, "promises", pauses=[*five[1:], *left_out])
    assert says(four, 5, 4, 1, about="missing")
    assert not any("%" in line for line in four)


def test_what_calms_is_told_from_four_uses_of_one(tmp_path: Path) -> None:
    four = [pause(day, strength_before=6, strength_after=5 - day) for day in range(4)]
    assert says(lines(tmp_path, "calm", pauses=four), 2.5, 1, 4, 4, about="lower")
    below = lines(tmp_path, "calm", pauses=[*four[1:], pause(9, strength_before=3)])
    assert not any("after it" in line for line in below)
    assert any("4" in line and "missing" in line for line in below), below
    worse = [pause(day, strength_before=6, strength_after=8) for day in range(4)]
    assert says(lines(tmp_path, "calm", pauses=worse), 2, 4, about="higher")


@pytest.mark.parametrize(("having", "lacking"), [(3, 3), (2, 4), (4, 2)])
def test_what_went_with_needs_three_days_with_and_three_without(having: int, lacking: int, tmp_path: Path) -> None:
    days = [note(day, None, strength=8 if day < having else 3, context=["work"] * (day < having)) for day in range(6)]
    told = lines(tmp_path, "went-with", days)
    if (having, lacking) == (3, 3):
        assert says(told, 8, 3, 3, 3, 5, 5, 5, about="work")
    else:
        assert not any("work" in line for line in told)
        assert says(told, 1, 3, 3, about="too few")


def missed(days: Sequence[float], repaired: int = 0, **fields: Any) -> Records:
    """Make misses of one sort on these days; the first of them repaired."""
    return [
        note(day, "not-heard", miss="shrink", miss_by="them", result="helped-a-bit" if n < repaired else None, **fields)
        for n, day in enumerate(days)
    ]


FOUR = (21, 14, 7, 0)


@pytest.mark.parametrize(
    ("days", "repaired", "is_pattern", "figures"),
    [
        (FOUR, 0, True, [0, 4]),
        (FOUR, 1, True, [1, 4]),
        (FOUR, 2, False, [2, 4]),
        ((20, 14, 7, 0), 0, False, [1, 0, 4]),
        ((21, 14, 0), 0, False, [1, 0, 3]),
        ((20, 14, 0), 1, False, [1, 1, 1, 3]),
        ((0,), 1, False, [3, 21]),
        ((21, 14, 7, 3, 0), 2, True, [2, 5]),
        ((21, 14, 7, 3, 0), 3, False, [3, 5]),
    ],
)
def test_a_pattern_needs_all_three(
    days: Sequence[float], repaired: int, is_pattern: bool, figures: list[float], tmp_path: Path
) -> None:
    rule, told, *_ = lines(tmp_path, "patterns", missed(days, repaired))
    assert numbers(rule) == [4, 3]
    assert ("it is a pattern worth a talk" in told) is is_pattern
    assert ("Too early to say" in told) is not is_pattern
    assert numbers(told)[-len(figures) :] == figures


def test_what_else_went_on_is_taken_off_a_pattern(tmp_path: Path) -> None:
    told = lines(tmp_path, "patterns", [*missed(FOUR), *missed((10,), context=["grief"])])[1]
    assert "1 of the 5 was in a time of grief" in told
    assert "still a pattern" in told
    told = lines(tmp_path, "patterns", [*missed(FOUR[1:]), *missed((21,), context=["grief"])])[1]
    assert "The other 3 alone: too early" in told


def test_pairs_are_told_from_three_entries(tmp_path: Path) -> None:
    three = [note(day, "good", need="rest") for day in range(3)]
    assert says(lines(tmp_path, "together", three), 3, about="rest")
    assert says(lines(tmp_path, "together", three[1:]), 3, 2, 1, about="missing")
    apart = [*three[1:], note(3, "heated", need="fun")]
    told = lines(tmp_path, "together", apart)
    assert says(told, 3, 3)
    assert not any("rest" in line for line in told)


def threads(n: int, **repair: Any) -> Records:
    """Make ruptures of one sort, each answered a day later."""
    ruptures = missed([10 * each + 5 for each in range(n)])
    return [*ruptures, *(note(10 * at + 4, "repair", answers=each["id"], **repair) for at, each in enumerate(ruptures))]


def test_what_followed_is_told_from_three_threads_and_from_twice(tmp_path: Path) -> None:
    three = threads(3, repairs=["sorry"], result="helped-a-bit")
    assert says(lines(tmp_path, "repairs", three), 3, 3, 3, about="After")
    assert says(lines(tmp_path, "repairs", threads(2, repairs=["sorry"])), 3, 2, 1, about="missing")
    once = [*threads(1, repairs=["sorry"]), *threads(1, repairs=["own"]), *threads(1, repairs=["echo"])]
    told = lines(tmp_path, "repairs", once)
    assert says(told, 3, 3, about="once")
    assert not any("After" in line for line in told)


def test_time_to_repair_is_told_from_three_bridges(tmp_path: Path) -> None:
    three = threads(3, mended="bridged")
    assert says(lines(tmp_path, "mending", three), 1, 1, 1, 3, about="median")
    assert says(lines(tmp_path, "mending", three), 0, 3, about="open")
    assert says(lines(tmp_path, "mending", threads(2, mended="bridged")), 3, 2, 1, about="missing")
    let_go = lines(tmp_path, "mending", threads(3, mended="let-go"))
    assert says(let_go, 3, 3, about="missing")
    assert says(let_go, 0, 3, about="open")
    assert says(lines(tmp_path, "mending", threads(3, mended="half")), 3, 3, 27, about="open")


def test_the_fullest_hour_is_told_from_ten_entries(tmp_path: Path) -> None:
    ten = [note(0) for _ in range(10)]
    assert says(lines(tmp_path, "hours", ten), 10, 10, 10, 12, 0, 13, 0, 10, 10, about="Friday")
    assert lines(tmp_path, "hours", ten[1:])[0].count("Friday") == 0


def test_a_log_of_hard_days_is_remarked_on_from_ten_days(tmp_path: Path) -> None:
    ten = [note(day, "heated") for day in range(10)]
    assert says(lines(tmp_path, "days", ten), 10, 10, about="look hard")
    assert not any("look hard" in line for line in lines(tmp_path, "days", ten[1:]))
    fair = [*ten[2:], note(20, "good"), note(21, "ordinary")]
    assert not any("look hard" in line for line in lines(tmp_path, "days", fair))


def test_a_very_strong_entry_cools_for_three_days(tmp_path: Path) -> None:
    def at(ago: timedelta, strength: int) -> list[str]:
        return lines(tmp_path, "days", [note(9), entry(RNG, NOW - ago, "heated", strength=strength)])

    for strength in (9, 10):
        assert says(at(timedelta(days=2, hours=23, minutes=59), strength), 1, 3, 9, 10, about="cooled")
        assert not any("cooled" in line for line in at(timedelta(days=3), strength))
    assert not any("cooled" in line for line in at(timedelta(), 7))


@pytest.mark.parametrize("part", ["feelings", "needs", "misses", "repairs", "kinds", "hours", "days", "since"])
def test_what_starts_with_the_first_entry_says_so_before_it(part: str, tmp_path: Path) -> None:
    assert "starts with the first entry" in lines(tmp_path, part)[0]
    word = {"feelings": ["calm"], "need": "rest", "miss": "fix", "miss_by": "me", "repairs": ["own"]}
    assert "starts with the first" not in lines(tmp_path, part, [note(1, "heated", **word)])[0]


def test_being_afraid_alone_names_no_feeling(tmp_path: Path) -> None:
    told = lines(tmp_path, "feelings", [note(1, "heated", feelings=["afraid"])])
    assert "starts with the first entry" in told[0]
    told = lines(tmp_path, "feelings", [note(1, "heated", feelings=["afraid", "hurt"])])
    assert says(told, 1, 1, about="names")
    assert not any(line.startswith("- afraid") for line in told)
