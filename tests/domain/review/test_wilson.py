"""Wilson's range against scipy's, and how promises are told apart."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from companion.domain.pause import PauseKind
from companion.domain.review.promises import Promises, promises, wilson
from companion.domain.review.sentences import say_outcomes, say_untold
from tests.domain.review.test_promises import CANCELLED, GONE, KEPT, LATE, MOVED, NOVEMBER, OPEN, START


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_range_is_scipys(counts: tuple[int, int]) -> None:
    k, n = counts
    expected = binomtest(k, n).proportion_ci(confidence_level=0.95, method="wilson")
    found = wilson(k, n)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_each_end_is_told_apart() -> None:
    told = msgspec.structs.replace(KEPT, told_at=START)
    found = promises([KEPT, told, MOVED, LATE, GONE, CANCELLED, OPEN], NOVEMBER)
    assert found == Promises(n=5, kept=3, moved=1, late=1, not_returned=1, untold=4)
    assert say_outcomes(found) == (
        "Of the 5 pauses: 2 in time, 1 moved in time, 1 late and 1 without a return. "
        "4 of 5 pauses began without a word, as far as is noted."
    )


def test_a_new_time_that_came_too_late_is_late() -> None:
    late_move = OPEN.move(OPEN.due + timedelta(hours=2), OPEN.due + timedelta(minutes=6))
    found = promises([late_move.come_back(OPEN.due + timedelta(hours=1))], NOVEMBER)
    assert (found.kept, found.late) == (0, 1)


@pytest.mark.parametrize(("minutes", "kept"), [(-25, 1), (0, 1), (5, 1), (6, 0)])
def test_back_within_five_minutes_or_early_is_kept(minutes: int, kept: int) -> None:
    assert promises([OPEN.come_back(OPEN.due + timedelta(minutes=minutes))], NOVEMBER).kept == kept


@pytest.mark.parametrize(("hours", "n"), [(24, 0), (25, 1)])
def test_one_that_is_open_a_day_past_its_time_counts_as_not_returned(hours: int, n: int) -> None:
    found = promises([OPEN], NOVEMBER, OPEN.due + timedelta(hours=hours))
    assert (found.n, found.not_returned, found.kept) == (n, n, 0)


def test_time_of_ones_own_needs_no_word_and_theirs_is_left_out() -> None:
    own = msgspec.structs.replace(KEPT, kind=PauseKind.PLANNED)
    theirs = msgspec.structs.replace(LATE, kind=PauseKind.GIVING)
    assert promises([own, theirs], NOVEMBER) == Promises(n=1, kept=1)


def test_how_they_ended_is_said_from_five_on() -> None:
    assert say_outcomes(Promises(n=4, kept=4)) == ""
    assert say_outcomes(Promises(n=5, kept=5)) == "Of the 5 pauses: 5 in time."
    assert say_untold(Promises(n=5, kept=5)) == ""
