"""The mirror of one's own pauses: when it speaks, what of, and that it speaks once."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from companion.domain.pause import Pause, PauseKind
from companion.domain.promise import mirror, new_mirror

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LENGTH = timedelta(minutes=30)


def begun(day: int) -> Pause:
    """Return a pause of that day that was told."""
    start = NOON + timedelta(days=day)
    return Pause(id=f"day-{day}", started_at=start, due=start + LENGTH, planned=LENGTH, told_at=start)


def kept(day: int) -> Pause:
    return begun(day).come_back(begun(day).due)


def untold(day: int) -> Pause:
    return replace(kept(day), told_at=None)


def long(day: int) -> Pause:
    return begun(day).come_back(begun(day).started_at + 2 * LENGTH + timedelta(seconds=1))


def gone(day: int) -> Pause:
    return begun(day).give_up(begun(day).due)


LATER = NOON + timedelta(days=30)


@pytest.mark.parametrize(
    ("pauses", "speaks"),
    [
        ([], False),
        ([untold(1), long(2)], False),
        ([untold(1), long(2), gone(3)], True),
        ([untold(1), kept(2), long(3), kept(4), gone(5)], True),
        ([untold(1), kept(2), long(3), kept(4), kept(5), gone(6)], False),
        ([gone(1), gone(2), gone(3), kept(4), kept(5), kept(6)], False),
        ([kept(each) for each in range(5)], False),
    ],
)
def test_it_speaks_when_three_of_the_last_five_drifted(pauses: list[Pause], speaks: bool) -> None:
    assert (mirror(pauses, LATER) is not None) is speaks
    assert (mirror(reversed(pauses), LATER) is not None) is speaks


def test_it_says_the_counts_and_what_to_read_and_no_verdict() -> None:
    seen = mirror([untold(1), replace(long(2), told_at=None), gone(3), kept(4)], LATER)
    assert seen is not None
    assert seen.words == (
        "Of your last 4 pauses, 2 began without a word (as far as is noted here), 1 took over twice the time you had"
        " said, and 1 ended without coming back. It may help to look at the rules together."
    )
    assert seen.article == "when-breaks-become-avoidance"


def test_one_thing_alone_is_said_alone() -> None:
    seen = mirror([gone(1), gone(2), gone(3)], LATER)
    assert seen is not None
    assert seen.words.startswith("Of your last 3 pauses, 3 ended without coming back. ")


def test_twice_the_time_is_not_over_it() -> None:
    just = [begun(day).come_back(begun(day).started_at + 2 * LENGTH) for day in range(3)]
    assert mirror(just, LATER) is None


def test_what_they_took_or_was_called_off_is_not_looked_at() -> None:
    theirs = [replace(gone(day), kind=PauseKind.GIVING) for day in range(3)]
    off = [replace(begun(day), told_at=None).cancel(NOON) for day in range(3)]
    assert mirror([*theirs, *off], LATER) is None


def test_planned_time_needs_no_word_before_it() -> None:
    assert mirror([replace(untold(day), kind=PauseKind.PLANNED) for day in range(3)], LATER) is None


def test_a_pause_left_open_counts_a_day_after_its_time() -> None:
    pauses = [gone(1), gone(2), begun(3)]
    assert mirror(pauses, begun(3).due + timedelta(hours=24)) is None
    assert mirror(pauses, begun(3).due + timedelta(hours=24, seconds=1)) is not None


def test_it_is_new_only_with_the_end_that_made_it_true() -> None:
    pauses = [gone(1), gone(2)]
    assert new_mirror(pauses, gone(3), LATER) is not None
    assert new_mirror([*pauses, gone(3)], gone(3), LATER) is not None  # kept already
    assert new_mirror([*pauses, gone(3)], gone(4), LATER) is None
    assert new_mirror([*pauses, gone(3)], kept(4), LATER) is None
