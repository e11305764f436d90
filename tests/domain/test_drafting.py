"""A pause that is being prepared: every choice has a default that is right."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.drafting import ASK_IN, Draft, PauseDefaults
from companion.domain.pause import PauseKind

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_without_a_choice_it_is_the_usual_pause() -> None:
    pause = Draft.usual(PauseDefaults(length=HOUR, place="the balcony")).pause(NOW)
    assert (pause.kind, pause.due, pause.planned, pause.place) == (PauseKind.TAKING, NOW + HOUR, HOUR, "the balcony")
    assert pause.check_in is None


@pytest.mark.parametrize(
    ("length", "chosen", "sign"),
    [
        (2 * HOUR, None, None),
        (3 * HOUR, None, None),
        (3 * HOUR, HOUR, HOUR),
        (3 * HOUR, 4 * HOUR, None),
        (25 * HOUR, None, 24 * HOUR),
        (25 * HOUR, 9 * HOUR, 9 * HOUR),
    ],
)
def test_a_sign_is_given_as_chosen_and_each_day_where_it_is_needed(
    length: timedelta, chosen: timedelta | None, sign: timedelta | None
) -> None:
    draft = Draft(length=length, sign_at=None if chosen is None else NOW + chosen)
    pause = draft.pause(NOW)
    assert pause.check_in == (None if sign is None else NOW + sign)
    pause.check_signs()


def test_of_a_pause_that_is_given_no_place_and_no_return_of_ones_own_is_kept() -> None:
    draft = Draft(kind=PauseKind.GIVING, place="here", back="I'm back.", topic=" money ", length=26 * HOUR)
    pause = draft.pause(NOW)
    assert (pause.place, pause.return_message, pause.topic, pause.check_in) == ("", "", "money", None)


def test_where_no_time_was_named_one_asks_in_two_hours() -> None:
    pause = Draft(kind=PauseKind.GIVING, is_stated=False).pause(NOW)
    assert (pause.due, pause.is_stated) == (NOW + ASK_IN, False)


def test_only_who_gives_space_can_know_no_time() -> None:
    pause = Draft(kind=PauseKind.TAKING, is_stated=False).pause(NOW)
    assert (pause.due - NOW, pause.is_stated) == (timedelta(minutes=30), True)
