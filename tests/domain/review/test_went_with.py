"""What went with what: medians against numpy's, and the range against a bootstrap that draws whole resamples."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice, product
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import bootstrap, ks_2samp

from companion.domain.context_note import ContextNote
from companion.domain.entry import Entry
from companion.domain.review.bootstrap import RESAMPLES, _draws, _medians, _stream, median_difference, quantile
from companion.domain.review.sentences import WENT_WITH_RULE, say_went_with, say_went_with_rest
from companion.domain.review.went_with import WentWith
from companion.domain.times import local
from tests.domain.review.logs import LOGS, entry, review
from tests.domain.review.test_counts import seen

VALUES = st.lists(st.integers(0, 10).map(float), min_size=1, max_size=40).map(sorted).map(tuple)
FEW, MANY = (2.0, 4.0, 5.0, 7.0, 9.0, 9.0), (0.0, 1.0, 1.0, 2.0, 3.0, 3.0, 4.0, 5.0, 6.0, 6.0, 8.0)


@given(LOGS)
def test_days_with_and_without_a_word_are_told_apart(log: list[Entry]) -> None:
    strengths: dict[date, list[int]] = {}
    chosen: dict[date, set[tuple[str, str | None]]] = {}
    for each in seen(log):
        day = local(each.at).date()
        words = {("context", word) for word in each.context} | {("need", each.need), ("kind", each.kind)}
        chosen.setdefault(day, set()).update(words)
        if each.strength is not None:
            strengths.setdefault(day, []).append(each.strength)
    found = review(log).went_with
    met = set().union(*(chosen[day] for day in strengths)) - {("need", None), ("kind", None)}
    assert {(each.word.field, each.word.id) for each in found} == met
    for one in found:
        key = (one.word.field, one.word.id)
        sides = [
            [np.mean(noted) for day, noted in strengths.items() if (key in chosen[day]) is side]
            for side in (True, False)
        ]
        assert one.with_it == pytest.approx(sorted(sides[0]))
        assert one.without_it == pytest.approx(sorted(sides[1]))
        if not one.missing:
            assert one.median_with == pytest.approx(np.median(sides[0]))
            assert one.difference == pytest.approx(np.median(sides[0]) - np.median(sides[1]))


@pytest.mark.parametrize("n", range(1, 7))
def test_the_drawn_medians_are_as_likely_as_among_all_resamples(n: int) -> None:
    values, draws = np.arange(n, dtype=float) ** 2, 60_000
    every = np.median(list(product(values, repeat=n)), axis=1)
    ours = np.array(_medians(values.tolist(), list(islice(_stream(Random(1)), draws))))
    for median in np.unique(np.concatenate((every, ours))):
        assert np.mean(ours == median) == pytest.approx(np.mean(every == median), abs=0.009)  # over four deviations


@pytest.mark.parametrize("values", [FEW, MANY, tuple(map(float, range(100)))])
def test_the_drawn_medians_are_those_of_whole_resamples(values: Sequence[float]) -> None:
    resamples = np.random.default_rng(1).choice(values, size=(20_000, len(values)))
    for stream in (0, 1):
        ours = _medians(values, _draws(stream))
        assert len(ours) == RESAMPLES
        assert ks_2samp(ours, np.median(resamples, axis=1)).statistic < 0.05


@settings(max_examples=10, deadline=None)
@given(VALUES.filter(lambda values: len(values) > 2), VALUES.filter(lambda values: len(values) > 2))
def test_the_range_is_scipys(one: tuple[float, ...], other: tuple[float, ...]) -> None:
    def ends(level: float) -> tuple[float, float]:
        found = bootstrap(
            (one, other),
            lambda a, b, axis: np.median(a, axis=axis) - np.median(b, axis=axis),
            n_resamples=9_999,
            confidence_level=level,
            method="percentile",
            random_state=np.random.default_rng(2),
        ).confidence_interval
        return found.low, found.high

    narrow, wide, found = ends(0.925), ends(0.97), median_difference(one, other)
    assert wide[0] - 1e-9 <= found.low <= narrow[0] + 1e-9
    assert narrow[1] - 1e-9 <= found.high <= wide[1] + 1e-9


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=50).map(sorted), st.floats(0, 1))
def test_quantiles_are_numpys(values: list[float], share: float) -> None:
    assert quantile(values, share) == pytest.approx(np.quantile(values, share), abs=1e-9)


def test_the_same_log_gives_the_same_range() -> None:
    first = median_difference(FEW, MANY)
    median_difference.cache_clear()
    assert median_difference(FEW, MANY) == first


def log(with_it: int, without: int) -> list[Entry]:
    """So many days of strength 6 with work, and so many of strength 2 without."""
    worked = [entry(day, strength=6, context=("work",)) for day in range(with_it)]
    return worked + [entry(100 + day, strength=2) for day in range(without)]


@pytest.mark.parametrize(
    ("with_it", "without", "said"),
    [
        (2, 2, "1 with it and 1 without it are missing."),
        (2, 9, "1 with it is missing."),
        (9, 2, "1 without it is missing."),
        (1, 9, "2 with it are missing."),
        (1, 0, "2 with it and 3 without it are missing."),
    ],
)
def test_below_three_and_three_days_it_says_what_is_missing(with_it: int, without: int, said: str) -> None:
    (found,) = review(log(with_it, without)).went_with
    assert (found.median_with, found.difference, found.spread) == (None, None, None)
    assert say_went_with(found) == f"“work”: it needs 3 days with it and 3 without it, all with a strength; {said}"
    assert say_went_with_rest([found]).startswith("1 word has too few days so far")


def test_from_three_and_three_days_it_is_said_with_its_range() -> None:
    (found,) = review(log(3, 3)).went_with
    assert say_went_with(found) == (
        "“work” went with a strength of 6 (3 days), days without it with 2 (3 days). "
        "The difference is +4, and may lie between +4 and +4."
    )
    assert say_went_with_rest([found]) == ""


def test_a_range_with_nothing_in_it_may_be_nothing() -> None:
    both = (1.0, 5.0, 9.0)
    found = WentWith(n=6, word=review(log(3, 3)).went_with[0].word, with_it=both, without_it=both)
    assert say_went_with(found).endswith("The difference is 0, and may lie between −8 and +8; it may be nothing.")


def test_a_context_note_holds_its_days_as_a_tag_does() -> None:
    note = ContextNote(what="exams", since=date(2026, 1, 1), until=date(2026, 1, 1) + timedelta(days=3))
    (found,) = review([entry(day, strength=5) for day in range(10)], notes=[note]).went_with
    assert (found.word.label, len(found.with_it), len(found.without_it)) == ("exams", 4, 6)


def test_without_a_word_it_says_how_it_begins() -> None:
    assert say_went_with_rest(review([]).went_with) == (
        "Which words went with stronger days, and which with weaker ones. "
        "For each of them it needs 3 days with it and 3 without it, all with a strength."
    )


def test_nothing_is_said_to_be_a_cause() -> None:
    said = WENT_WITH_RULE + say_went_with(review(log(5, 5)).went_with[0])
    assert not {"because", "cause", "caused", "why", "due to"} & set(said.casefold().split())
