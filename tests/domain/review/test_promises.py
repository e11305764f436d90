"""Promises: who is counted, and Wilson's range against published values."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.pause import Pause, PauseKind
from companion.domain.review.period import Period
from companion.domain.review.promises import Promises, promises, wilson
from companion.domain.review.sentences import say_promises

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
START = datetime(2026, 11, 10, 19, tzinfo=UTC)
OPEN = Pause(started_at=START, due=START + timedelta(minutes=30), planned=timedelta(minutes=30))
KEPT = OPEN.come_back(OPEN.due)
MOVED = OPEN.move(OPEN.due + timedelta(minutes=20), START).come_back(OPEN.due + timedelta(minutes=20))
LATE = OPEN.come_back(OPEN.due + timedelta(hours=1))
GONE = OPEN.give_up(OPEN.due + timedelta(hours=5))
CANCELLED = OPEN.cancel(START)


def test_kept_and_moved_in_time_count_among_those_that_ended() -> None:
    found = promises([KEPT, MOVED, LATE, GONE, CANCELLED, OPEN], NOVEMBER)
    assert (found.kept, found.n, found.missing) == (2, 4, 1)


def test_a_pause_the_other_one_took_is_their_promise() -> None:
    assert promises([msgspec.structs.replace(KEPT, kind=PauseKind.GIVING)], NOVEMBER).n == 0


def test_a_pause_belongs_to_the_day_it_began() -> None:
    early = msgspec.structs.replace(KEPT, started_at=datetime(2026, 10, 31, 22, tzinfo=UTC))  # 23:00 in Berlin
    first = msgspec.structs.replace(KEPT, started_at=datetime(2026, 10, 31, 23, tzinfo=UTC))
    assert promises([early, first], NOVEMBER).n == 1


def test_there_is_a_range_from_five_pauses_up() -> None:
    assert Promises(n=4, kept=4).share is None
    assert Promises(n=5, kept=4).share is not None


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [  # Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_range_is_the_published_one(k: int, n: int, low: float, high: float) -> None:
    share = wilson(k, n)
    assert (round(share.low, 4), round(share.high, 4)) == (low, high)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_range_holds_the_share_stays_in_bounds_and_mirrors(counts: tuple[int, int]) -> None:
    k, n = counts
    share, mirrored = wilson(k, n), wilson(n - k, n)
    assert 0 <= share.low <= k / n + 1e-12
    assert k / n - 1e-12 <= share.high <= 1
    assert share.low == pytest.approx(1 - mirrored.high)


@pytest.mark.parametrize(("k", "n"), [(0, 0), (3, 2), (-1, 4)])
def test_what_is_no_share_is_refused(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="is not a share"):
        wilson(k, n)


def test_nine_of_twelve_is_said_with_its_range() -> None:
    assert say_promises(Promises(n=12, kept=9)) == (
        "You came back in time, or moved the time in time, in 9 of 12 pauses."
        " The real share may lie between 47 and 91 %."
    )


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "there is none so far, 5 are missing."),
        (1, "there is 1 so far, 4 are missing."),
        (4, "there are 4 so far, 1 is missing."),
    ],
)
def test_under_the_minimum_it_says_how_many_are_missing(n: int, said: str) -> None:
    assert say_promises(Promises(n=n, kept=n)).endswith(said)
