"""Held messages: kept until an hour one chooses, not opened at night."""

from datetime import datetime, timedelta

import msgspec
import pytest

from companion.domain.held import Decision, HeldMessage, open_hour
from companion.domain.times import local


def at(hour: int, minute: int = 0, day: int = 22) -> datetime:
    return local(datetime(2026, 11, day, hour, minute))  # noqa: DTZ001 (local is what is meant)


@pytest.fixture
def message() -> HeldMessage:
    return HeldMessage(text="Where are you?", written_at=at(21), open_at=at(23), mood_before=8)


@pytest.mark.parametrize(
    ("wanted", "opens"),
    [((21, 59), (21, 59)), ((22,), (8, 0, 23)), ((3, 0, 23), (8, 0, 23)), ((8,), (8,))],
)
def test_the_night_is_held_if_one_wants(wanted: tuple[int, ...], opens: tuple[int, ...]) -> None:
    assert open_hour(at(*wanted), night_hold=True) == at(*opens)
    assert open_hour(at(*wanted), night_hold=False) == at(*wanted)


def test_before_its_hour_it_waits_and_then_one_decides(message: HeldMessage) -> None:
    with pytest.raises(ValueError, match="held until its hour"):
        message.decide(Decision.SENT, at(22))
    decided = message.decide(Decision.LET_GO, at(23), mood_after=3)
    assert (decided.decision, decided.decided_at, decided.mood_after) == (Decision.LET_GO, at(23), 3)


def test_it_can_be_held_on(message: HeldMessage) -> None:
    later = message.hold_until(message.open_at + timedelta(hours=9))
    assert not later.is_open(at(23))
    assert later.is_open(at(8, day=23))


@pytest.mark.parametrize(("field", "value"), [("text", "  "), ("mood_before", 11), ("open_at", datetime(2026, 1, 1))])  # noqa: DTZ001
def test_what_makes_no_sense_is_refused(message: HeldMessage, field: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"Write|0|time"):
        msgspec.structs.replace(message, **{field: value})
