"""Time to repair against numpy's median, what is open, who moved first, and what followed what."""

from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entry import Entry, Who
from companion.domain.review.days import DayMood
from companion.domain.review.repair_times import MovedFirst, RepairTimes
from companion.domain.review.sentences import (
    roughly,
    say_followed,
    say_followed_count,
    say_moved_first,
    say_open,
    say_open_rupture,
    say_repair_times,
)
from companion.domain.threads import Mended, answer_to
from tests.domain.review.logs import entry, missed, review


def bridged(day: int, hours: float, **fields: Any) -> list[Entry]:
    """A rupture, and so many hours later the entry that says it is bridged."""
    rupture = missed(day)
    return [
        rupture,
        Entry(at=rupture.at + timedelta(hours=hours), kind="repair", answers=rupture.id, mended="bridged", **fields),
    ]


def times(*hours: float) -> RepairTimes:
    return review([each for day, length in enumerate(hours) for each in bridged(20 * day, length)]).repair_times


@given(st.lists(st.integers(0, 400), min_size=3, max_size=12))
def test_median_and_range_are_numpys(hours: list[int]) -> None:
    found = times(*hours)
    assert found.n == len(hours)
    assert found.median == timedelta(hours=float(np.median(hours)))
    assert (found.shortest, found.longest) == (timedelta(hours=min(hours)), timedelta(hours=max(hours)))


def test_what_is_let_go_is_no_mended_day() -> None:
    row = missed(0)
    let_go, half = (
        answer_to(row, row.at + timedelta(days=days), how) for days, how in ((1, Mended.LET_GO), (2, Mended.HALF))
    )
    found = review([row, let_go, half])
    moods = [day.mood for day in found.calendar.days.values()]
    assert moods == [DayMood.HARD, DayMood.PLAIN, DayMood.GOOD]
    assert {each.label: each.n for each in found.kinds.totals}["Something was mended"] == 1
    assert found.patterns[0].repaired == 1
    assert review([row, let_go]).patterns[0].repaired == 0


def test_it_is_said_from_three_on() -> None:
    assert say_repair_times(times(1, 30, 100)) == (
        "From a rupture until it was bridged it took 1 day 6 hours (the median), from 1 hour to 4 days: 3 ruptures."
    )
    assert (times(1, 2).median, times(1, 2).shortest) == (None, None)
    assert say_repair_times(times(1, 2)) == (
        "How long it took from a rupture until it was bridged. It needs 3 ruptures that a later entry calls bridged; "
        "there are 2 so far, 1 is missing."
    )


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(minutes=119), "1 hour 59 minutes"),
        (timedelta(hours=2, minutes=40), "3 hours"),
        (timedelta(hours=47, minutes=20), "1 day 23 hours"),
        (timedelta(days=2, hours=13), "3 days"),
        (timedelta(0), "0 minutes"),
    ],
)
def test_long_lengths_are_said_roughly(length: timedelta, said: str) -> None:
    assert roughly(length) == said


def test_open_ones_half_mended_ones_and_ones_let_go_are_told_apart() -> None:
    half, gone, at_once = missed(350), missed(3), missed(5, mended="bridged")
    log = [
        missed(362),
        half,
        entry(351, answers=half.id, mended="half"),
        gone,
        entry(9, answers=gone.id, mended="let-go"),
        at_once,
        *bridged(10, 5),
    ]
    found = review(log).repair_times
    assert [(each.open_days, each.half) for each in found.open] == [(2, False), (14, True)]
    assert (found.n, found.at_once, found.let_go, found.threads) == (1, 1, 1, 5)
    assert say_open(found) == "2 of 5 ruptures are open, the oldest for 14 days."
    assert say_open_rupture(found.open[1]) == "17 December 2026: open for 14 days, half mended"


def test_what_is_open_is_said_from_the_first_on() -> None:
    assert say_open(review([]).repair_times) == "No rupture is noted."
    assert say_open(review([missed(364)]).repair_times) == "1 of 1 rupture is open, since today."
    assert say_open(review(bridged(3, 2)).repair_times) == "0 of 1 rupture is open."
    assert say_open_rupture(review([missed(364)]).repair_times.open[0]) == "31 December 2026: open since today"


@pytest.mark.parametrize(("mended", "repaired"), [("bridged", 1), ("half", 1), ("let-go", 0)])
@pytest.mark.parametrize("left_out", [{"hidden": True}, {"strength": 9}, {"person": "Mum"}])
def test_what_became_of_a_rupture_is_known_from_an_answer_that_is_left_out(
    mended: str, repaired: int, left_out: dict[str, Any]
) -> None:
    rupture = missed(362, person="Sam")
    answer = {"kind": "repair", "answers": rupture.id, "mended": mended, "reached_by": Who.ME, "repairs": ("sorry",)}
    found = review([rupture, entry(363, **answer | {"person": "Sam"} | left_out)], person="Sam")
    assert found.calendar.n == 1
    assert (found.repair_times.threads, len(found.repair_times.open)) == (1, int(mended == "half"))
    assert (found.repair_times.n, found.repair_times.let_go) == (int(mended == "bridged"), int(mended == "let-go"))
    assert found.repair_times.moved_first == MovedFirst(1, 0, 0)
    assert found.patterns[0].repaired == repaired
    assert (found.repairs.n, found.followed.n) == (0, 0)  # what was tried is counted where it may be looked at


def test_a_rupture_that_is_left_out_is_none_whatever_answers_it() -> None:
    rupture = missed(3, hidden=True)
    found = review([rupture, entry(4, "repair", answers=rupture.id, mended="bridged")])
    assert (found.repair_times.threads, found.patterns) == (0, ())


def test_who_moved_first_is_counted_where_it_is_noted() -> None:
    who = [Who.ME, Who.ME, Who.THEM, Who.BOTH, None]
    found = review([each for day, by in enumerate(who) for each in bridged(day, 1, reached_by=by)]).repair_times
    assert found.moved_first == MovedFirst(2, 1, 1)
    assert (
        say_moved_first(found)
        == "Who moved first is noted in 4 of 5 threads: you in 2, they in 1 and both of you in 1."
    )
    assert say_moved_first(times(1)) == "Who moved first is not noted so far."


def test_a_rupture_belongs_to_the_period_it_began_in() -> None:
    found = review(bridged(-1, 48) + bridged(364, 48)).repair_times
    assert (found.threads, found.n) == (1, 1)


def test_repairs_are_counted_after_the_miss_that_they_answer() -> None:
    log = bridged(1, 1, repairs=("sorry",)) + bridged(5, 1, repairs=("sorry", "echo"))
    assert say_followed(review(log).followed).endswith("there are 2 so far, 1 is missing.")
    third = missed(9)
    found = review([*log, third, entry(10, answers=third.id, repairs=("sorry",), result="no-change")]).followed
    assert say_followed(found) == "Counted from 3 threads that begin with a miss and hold a repair."
    assert [say_followed_count(each) for each in found.counts] == [
        "After “Made it smaller”: “Said sorry, and what's next” in 3 threads; it helped at least a bit in 2 of 3.",
        "After “Made it smaller”: “Said back what I heard” in 1 thread; it helped at least a bit in 1 of 1.",
    ]
