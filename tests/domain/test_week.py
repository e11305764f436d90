"""The week: times are read, added up and said beside a wish, also over a change of the clock."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import msgspec
import pytest

from companion.domain.drafting import Draft, PauseDefaults
from companion.domain.pause import Outcome, Pause, PauseKind
from companion.domain.week import Week, pause_from, to_come
from companion.domain.week_reading import read_begin, read_kind, read_length, read_was
from companion.domain.week_time import (
    TimeKind,
    WeekTime,
    say_hours,
    say_planned,
    taken_by,
    type_length,
)
from companion.domain.week_wish import Wish

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)  # 20:10
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
QUIET, SOLO, TOGETHER = TimeKind


def planned(kind: TimeKind = QUIET, day: date = TODAY, at: int = 20, length: timedelta = HOUR, **more: Any) -> WeekTime:
    return WeekTime(kind=kind, day=day, at=time(at), length=length, **more)


# -- one time


@pytest.mark.parametrize("wrong", [{"length": timedelta()}, {"length": 25 * HOUR}, {"was": -HOUR}, {"was": 25 * HOUR}])
def test_a_time_takes_a_minute_to_a_day(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="Put what is longer on each of its days"):
        planned(**wrong)


def test_it_comes_back_from_the_disk_as_it_was() -> None:
    kept = planned(was=timedelta(), note="x")
    assert msgspec.json.decode(msgspec.json.encode(kept), type=WeekTime) == kept


@pytest.mark.parametrize(
    ("day", "at", "begins", "ends"),
    [
        (date(2026, 10, 24), 23, "2026-10-24 23:00+02:00", "2026-10-25 02:00+01:00"),  # 03:00 is 02:00 again
        (date(2027, 3, 27), 23, "2027-03-27 23:00+01:00", "2027-03-28 04:00+02:00"),  # 02:00 is 03:00
        (date(2027, 3, 28), 2, "2027-03-28 03:00+02:00", "2027-03-28 07:00+02:00"),  # 02:00 is left out
    ],
)
def test_its_length_is_the_same_over_a_change_of_the_clock(day: date, at: int, begins: str, ends: str) -> None:
    found = planned(day=day, at=at, length=4 * HOUR)
    assert (found.begins, found.ends) == (datetime.fromisoformat(begins), datetime.fromisoformat(ends))
    assert f"{found.ends:%H:%M%z}" == f"{datetime.fromisoformat(ends):%H:%M%z}"
    assert found.ends.astimezone(UTC) - found.begins.astimezone(UTC) == 4 * HOUR


@pytest.mark.parametrize(
    ("minutes", "said", "typed"),
    [(1, "1 minute", "1m"), (45, "45 minutes", "45m"), (60, "1 hour", "1h"), (65, "1 h 05", "1h 5m"),
     (120, "2 hours", "2h"), (1590, "26 h 30", "26h 30m"), (0, "0 minutes", "0")],
)  # fmt: skip
def test_lengths_are_said_in_hours(minutes: int, said: str, typed: str) -> None:
    assert (say_hours(minutes * MINUTE), type_length(minutes * MINUTE)) == (said, typed)


@pytest.mark.parametrize(
    ("was", "said"),
    [(None, "2 hours planned"), (0, "2 hours planned, did not happen"), (90, "2 hours planned, was 1 h 30"),
     (120, "2 hours, as planned"), (180, "2 hours planned, was 3 hours")],
)  # fmt: skip
def test_the_plan_is_said_with_how_it_was(was: int | None, said: str) -> None:
    assert say_planned(planned(length=2 * HOUR, was=None if was is None else was * MINUTE)) == said


def test_words_are_read_and_what_does_not_fit_is_said() -> None:
    assert [read_kind(each) for each in ("quiet", " SOLO ", "to")] == [QUIET, SOLO, TOGETHER]
    assert read_begin("8pm") == time(20)
    assert read_length("1h 30m") == 90 * MINUTE
    assert [read_was(planned(), None, each) for each in ("", "45", "0", "none", "-")] == [
        HOUR,
        45 * MINUTE,
        0 * HOUR,
        0 * HOUR,
        None,
    ]
    for reader, typed, said in (
        (read_kind, "", "is none of quiet, solo, together"),
        (read_kind, "x" * 10_000, "x…” is none of"),
        (read_begin, "", "Say when it begins"),
        (read_begin, "25", "“25” is not a clock time"),
        (read_length, " ", "Say how long"),
        (read_length, "[red]", "“[red]” is no length of up to a day"),
        (read_length, "25h", "no length of up to a day"),
        (read_length, "0", "no length of up to a day"),
    ):
        with pytest.raises(ValueError, match=r"\.$") as caught:
            reader(typed)
        assert said in str(caught.value)
        assert len(str(caught.value)) < 120


# -- a week


def test_a_week_is_seven_days_from_monday_also_over_a_change_of_the_clock() -> None:
    times = [planned(day=date(2026, 10, day), at=23) for day in (18, 19, 25, 26)]
    week = Week.around(date(2026, 10, 25), times)
    assert [each.day.day for each in week.times] == [19, 25]
    assert [week.days[0], week.days[-1]] == [date(2026, 10, 19), date(2026, 10, 25)]
    assert week.sums()[0].planned == 2 * HOUR


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "This week, 16 to 22 November"),
        (date(2026, 11, 23), "Next week, 23 to 29 November"),
        (date(2026, 11, 9), "Last week, 9 to 15 November"),
        (date(2026, 10, 27), "26 October to 1 November"),
        (date(2027, 1, 1), "28 December 2026 to 3 January 2027"),
    ],
)
def test_a_week_is_called_by_its_days(day: date, said: str) -> None:
    assert Week.around(day, ()).say(TODAY) == said


def test_sums_stand_beside_the_wish_in_words_without_a_verdict() -> None:
    times = [
        planned(length=90 * MINUTE, was=90 * MINUTE),
        planned(at=9, length=90 * MINUTE),
        planned(SOLO, was=0 * HOUR),
    ]
    week = Week.around(TODAY, times, {QUIET: Wish(2 * HOUR, 4 * HOUR), TOGETHER: Wish(most=HOUR)})
    assert [week.say_sum(each, TODAY) for each in week.sums()] == [
        "Quiet: 3 hours planned, 1 h 30 so far; you wished for 2 to 4 hours.",
        "Solo: 1 hour planned, none so far.",
        "Together: nothing planned; you wished for up to 1 hour.",
    ]
    assert week.say_sum(week.sums()[0], date(2026, 11, 23)).startswith("Quiet: 3 hours planned, 1 h 30 as it was;")


def test_times_of_a_kind_that_overlap_count_once() -> None:
    times = [
        planned(at=18, length=3 * HOUR, was=3 * HOUR),
        planned(at=19, length=HOUR, was=HOUR),
        planned(at=20, length=2 * HOUR, was=90 * MINUTE),
        planned(SOLO, at=20),
    ]
    quiet, solo, _ = Week.around(TODAY, times).sums()
    assert (quiet.planned, quiet.was, solo.planned) == (4 * HOUR, 3.5 * HOUR, HOUR)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish(2 * HOUR, 4 * HOUR), "2 to 4 hours"),
        (Wish(4 * HOUR, 2 * HOUR), "2 to 4 hours"),
        (Wish(45 * MINUTE, 90 * MINUTE), "45 minutes to 1 h 30"),
        (Wish(HOUR, HOUR), "1 hour"),
        (Wish(least=HOUR), "1 hour or more"),
        (Wish(most=30 * HOUR), "up to 30 hours"),
    ],
)
def test_a_wish_is_a_range_that_may_be_open(wish: Wish, said: str) -> None:
    assert wish.say() == said


def test_the_plan_of_another_week_is_copied_without_how_it_was_and_without_what_is_here() -> None:
    before = [planned(day=TODAY - timedelta(days=7), was=HOUR, note="x"), planned(SOLO, TODAY - timedelta(days=13))]
    week, last = Week.around(TODAY, [planned()]), Week.around(TODAY - timedelta(days=7), before)
    (copy,) = week.copied_from(last)
    assert (copy.kind, copy.day, copy.was) == (SOLO, date(2026, 11, 16), None)
    assert copy.id not in {each.id for each in before}


# -- pauses


def test_today_what_is_not_over_is_still_to_come() -> None:
    over, done, on, later = planned(at=18), planned(at=20, was=HOUR), planned(SOLO), planned(at=22)
    other = planned(day=TODAY + timedelta(days=1))
    assert to_come([later, over, done, on, other], NOW) == [on, later]


def test_a_planned_pause_begins_from_the_time_that_is_near_or_was_chosen() -> None:
    usual, soon, far = PauseDefaults(place="here"), planned(at=21, length=3 * HOUR), planned(SOLO, at=22)
    assert pause_from(usual, [far], NOW) == usual
    assert pause_from(usual, [planned(TOGETHER)], NOW) == usual
    offered = pause_from(usual, [far, soon], NOW)
    assert (offered.kind, offered.planned, offered.length_of(PauseKind.PLANNED)) == (PauseKind.TAKING, soon, 3 * HOUR)
    assert Draft.usual(offered).pause(NOW).week_time is None
    chosen = Draft.usual(pause_from(usual, [far, soon], NOW, far.id)).pause(NOW)
    assert (chosen.kind, chosen.week_time, chosen.planned, chosen.place) == (PauseKind.PLANNED, far.id, HOUR, "here")


def test_its_pauses_say_how_long_it_took() -> None:
    found = planned()
    facts = {"started_at": NOW, "due": NOW + HOUR, "planned": HOUR, "kind": PauseKind.PLANNED, "week_time": found.id}
    going_on, other = Pause(**facts), Pause(**facts | {"week_time": "other", "ended_at": NOW + HOUR})  # type: ignore[arg-type]
    back = Pause(**facts, ended_at=NOW + 50 * MINUTE, outcome=Outcome.KEPT)  # type: ignore[arg-type]
    off = Pause(**facts, ended_at=NOW + 5 * MINUTE, outcome=Outcome.CANCELLED)  # type: ignore[arg-type]
    assert taken_by(found, [going_on, other, off]) is None
    assert taken_by(found, [going_on, back, back]) == 100 * MINUTE


# -- what was not planned


def test_what_was_not_planned_counts_as_it_was_and_is_neither_copied_nor_paused() -> None:
    unplanned = planned(length=0 * HOUR, was=90 * MINUTE)
    assert say_planned(unplanned) == "1 h 30, not planned"
    week = Week.around(TODAY, [unplanned, planned(SOLO)])
    quiet = week.sums()[0]
    assert (quiet.planned, quiet.was) == (0 * HOUR, 90 * MINUTE)
    after = Week.around(TODAY + timedelta(days=7), ())
    assert [each.kind for each in after.copied_from(week)] == [SOLO]
    assert pause_from(PauseDefaults(), week.times, NOW, unplanned.id).planned != unplanned


@pytest.mark.parametrize("typed", ["0", "-", "none"])
def test_what_was_not_planned_can_not_be_said_to_have_been_nothing(typed: str) -> None:
    with pytest.raises(ValueError, match="If it was not at all, delete it"):
        read_was(planned(length=0 * HOUR, was=HOUR), None, typed)
