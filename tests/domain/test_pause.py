"""The promise: when it is kept, moved, late or called off."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.pause import GRACE, Outcome, Pause, PauseState, open_pause

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)


def a_pause() -> Pause:
    return Pause(started_at=NOON, due=NOON + HALF_AN_HOUR, planned=HALF_AN_HOUR)


@pytest.mark.parametrize(
    ("minutes", "outcome"),
    [(1, Outcome.KEPT), (30, Outcome.KEPT), (35, Outcome.KEPT), (36, Outcome.LATE), (500, Outcome.LATE)],
)
def test_back_within_five_minutes_of_due_is_kept(minutes: int, outcome: Outcome) -> None:
    back = a_pause().come_back(NOON + timedelta(minutes=minutes))
    assert back.outcome is outcome
    assert back.returned_at == NOON + timedelta(minutes=minutes)


def test_a_new_time_given_in_time_is_moved_in_time() -> None:
    moved = a_pause().move(NOON + timedelta(minutes=50), NOON + timedelta(minutes=29))
    assert moved.come_back(NOON + timedelta(minutes=52)).outcome is Outcome.MOVED


def test_a_new_time_given_too_late_stays_late() -> None:
    moved = a_pause().move(NOON + timedelta(minutes=50), NOON + timedelta(minutes=31))
    assert moved.come_back(NOON + timedelta(minutes=45)).outcome is Outcome.LATE


def test_every_move_is_kept() -> None:
    once = a_pause().move(NOON + timedelta(minutes=50), NOON + timedelta(minutes=20))
    twice = once.move(NOON + timedelta(minutes=70), NOON + timedelta(minutes=49))
    assert [(move.old, move.new) for move in twice.moves] == [
        (NOON + timedelta(minutes=30), NOON + timedelta(minutes=50)),
        (NOON + timedelta(minutes=50), NOON + timedelta(minutes=70)),
    ]


def test_it_can_not_be_moved_into_the_past() -> None:
    with pytest.raises(ValueError, match="passed already"):
        a_pause().move(NOON, NOON + timedelta(minutes=1))


def test_calling_off_and_giving_up_are_no_return() -> None:
    assert a_pause().cancel(NOON).outcome is Outcome.CANCELLED
    assert a_pause().give_up(NOON).outcome is Outcome.NOT_RETURNED
    assert a_pause().cancel(NOON).returned_at is None
    assert a_pause().give_up(NOON).returned_at is None


@given(seconds=st.integers(-90_000, 90_000))
def test_what_is_left_depends_on_due_alone(seconds: int) -> None:
    now = NOON + timedelta(seconds=seconds)
    pause = a_pause()
    assert pause.left(now) == pause.due - now
    assert (pause.state(now) is PauseState.OVERDUE) == (seconds >= 1800)
    assert 0.0 <= pause.passed(now) <= 1.0


@given(back=st.integers(0, 10_000), moves=st.lists(st.tuples(st.integers(1, 5000), st.integers(1, 5000)), max_size=4))
def test_kept_or_moved_means_each_word_was_given_in_time(back: int, moves: list[tuple[int, int]]) -> None:
    pause, now = a_pause(), NOON
    for wait, more in moves:
        now += timedelta(seconds=wait)
        pause = pause.move(now + timedelta(seconds=more), now)
    now += timedelta(seconds=back)
    ended = pause.come_back(now)
    in_time = all(move.at <= move.old for move in pause.moves) and now <= pause.due + GRACE
    assert (ended.outcome is not None and ended.outcome.is_kept) == in_time


def test_of_two_open_pauses_the_newest_counts() -> None:
    older, newer = a_pause(), Pause(started_at=NOON + GRACE, due=NOON + HALF_AN_HOUR, planned=HALF_AN_HOUR)
    assert open_pause([older, newer, a_pause().cancel(NOON)]) == newer
    assert open_pause([]) is None


def test_strength_is_nought_to_ten() -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        Pause(started_at=NOON, due=NOON, planned=HALF_AN_HOUR, strength_before=11)
