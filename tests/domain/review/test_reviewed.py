"""What a review may look at: hidden entries never, very strong ones after three days."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given

from companion.domain.entry import Entry
from companion.domain.review.reviewed import LeftOut, PersonCount, persons, reviewed
from companion.domain.review.sentences import say_left_out, say_persons
from companion.domain.settings import Settings
from tests.domain.review.logs import END, LOGS, YEAR, entry, review

STRONG = Entry(at=END - timedelta(days=1), kind="heated", strength=9)


@pytest.mark.parametrize(
    ("ago", "strength", "is_seen"),
    [
        (timedelta(days=3) - timedelta(minutes=1), 9, False),
        (timedelta(days=3), 9, True),
        (timedelta(hours=1), 10, False),
        (timedelta(hours=1), 8, True),
        (timedelta(hours=1), None, True),
    ],
)
def test_a_very_strong_entry_cools_for_three_days(ago: timedelta, strength: int | None, is_seen: bool) -> None:
    found = reviewed([Entry(at=END - ago, kind="heated", strength=strength)], END, Settings())
    assert (len(found.entries), len(found.cooled)) == ((1, 0) if is_seen else (0, 1))


def test_nothing_cools_where_the_setting_is_off_or_no_time_is_known() -> None:
    assert reviewed([STRONG], END, Settings(cooled=False)).entries == (STRONG,)
    assert reviewed([STRONG], None, Settings()).entries == (STRONG,)


def test_a_hidden_entry_is_in_no_figure_and_said_to_be_left_out() -> None:
    hidden = msgspec.structs.replace(STRONG, hidden=True)
    found = review([hidden, STRONG, entry(3)])
    assert found.calendar.n == 1
    assert found.left_out == LeftOut(hidden=1, cooled=1)
    assert (
        say_left_out(found.left_out)
        == "Left out: 1 entry of the last 3 days with a strength of 9 or 10, until cooled, and 1 hidden entry."
    )


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        (LeftOut(), ""),
        (LeftOut(hidden=2), "Left out: 2 hidden entries."),
        (LeftOut(cooled=2), "Left out: 2 entries of the last 3 days with a strength of 9 or 10, until cooled."),
    ],
)
def test_what_is_left_out_is_said(left_out: LeftOut, said: str) -> None:
    assert say_left_out(left_out) == said


def test_what_lies_outside_the_period_is_not_left_out_of_it() -> None:
    assert review([entry(400, hidden=True)]).left_out == LeftOut()


def test_one_bond_can_be_looked_at_alone_whatever_the_case() -> None:
    log = [entry(1, person="Mum"), entry(2, person="mum, A."), entry(3, person="A."), entry(4)]
    assert review(log, person="MUM").calendar.n == 2
    assert review(log).calendar.n == 4


def test_persons_are_counted_each_by_name() -> None:
    log = [entry(1, person="A."), entry(2, person="a., Mum"), entry(3, person="A."), entry(4)]
    assert persons(log) == (PersonCount("A.", 3), PersonCount("Mum", 1))
    assert say_persons(persons(log)) == "2 persons are looked at together here."
    assert say_persons(persons(log[2:])) == ""


@given(LOGS)
def test_every_entry_is_seen_or_left_out(log: list[Entry]) -> None:
    found = reviewed(log, END, Settings())
    assert sorted(each.id for part in (found.entries, found.hidden, found.cooled) for each in part) == sorted(
        each.id for each in log
    )
    assert review(log).calendar.n == sum(YEAR.holds(each.at) for each in found.entries)
