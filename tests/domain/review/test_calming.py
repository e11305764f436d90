"""What calms me: changes against numpy's mean, from four uses on, told without a ranking."""

from datetime import timedelta

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.pause import Pause
from companion.domain.practice import Practice
from companion.domain.review.calming import Calming
from companion.domain.review.sentences import say_calming, say_no_calming
from tests.domain.review.logs import NOON, review

STRENGTHS = st.tuples(st.none() | st.integers(0, 10), st.none() | st.integers(0, 10))


def practices(*strengths: tuple[int | None, int | None], slug: str = "slow-six") -> list[Practice]:
    return [
        Practice(slug=slug, done_at=NOON + timedelta(days=day), strength_before=before, strength_after=after)
        for day, (before, after) in enumerate(strengths)
    ]


def calming(done: list[Practice]) -> tuple[Calming, ...]:
    return review([], practices=done).calming


@given(st.lists(STRENGTHS, max_size=20))
def test_the_mean_and_the_range_are_numpys(strengths: list[tuple[int | None, int | None]]) -> None:
    changes = np.array([b - a for b, a in strengths if b is not None and a is not None])
    found = calming(practices(*strengths))
    if not len(changes):
        assert found == ()
        return
    (each,) = found
    assert each.n == len(changes)
    if each.n < 4:
        assert (each.mean, each.lowest, each.highest, each.missing) == (None, None, None, 4 - each.n)
    else:
        assert each.mean == pytest.approx(np.mean(changes))
        assert (each.lowest, each.highest) == (np.min(changes), np.max(changes))


def test_pauses_are_one_of_them() -> None:
    pause = Pause(started_at=NOON, due=NOON, planned=timedelta(), strength_before=8, strength_after=3)
    pauses = [pause] * 4 + [msgspec.structs.replace(pause, strength_after=None)]
    (found,) = review([], pauses=pauses).calming
    assert (found.what, found.n) == (None, 4)
    assert say_calming(found) == "A pause: after it the strength was 5 lower each time: 4 uses."


def test_what_was_used_most_comes_first_whatever_it_did() -> None:
    done = practices(*[(9, 1)] * 4) + practices(*[(5, 6)] * 5, slug="long-sigh")
    assert [each.what for each in calming(done)] == ["long-sigh", "slow-six"]


@pytest.mark.parametrize(
    ("strengths", "said"),
    [
        ([(8, 4), (7, 6), (5, 6), (6, 6)], "1 lower on average, from 1 higher to 4 lower"),
        ([(5, 6)] * 4, "1 higher each time"),
        ([(5, 5)] * 4, "no different each time"),
        ([(5, 5), (6, 5), (5, 6), (5, 5)], "no different on average, from 1 higher to 1 lower"),
    ],
)
def test_it_is_said_with_its_range_and_n(strengths: list[tuple[int, int]], said: str) -> None:
    (found,) = calming(practices(*strengths))
    assert say_calming(found, "Slow six") == f"Slow six: after it the strength was {said}: 4 uses."


def test_below_four_it_says_how_many_are_missing() -> None:
    (found,) = calming(practices((8, 4), (7, 6), (5, 6)))
    assert say_calming(found) == (
        "slow-six: it needs 4 uses with a strength before and after; there are 3 so far, 1 is missing."
    )
    assert say_no_calming().endswith("there is none so far, 4 are missing.")
