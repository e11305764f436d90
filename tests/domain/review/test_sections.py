"""The parts of a review as they are read: short, and with the entries behind them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entry import Entry, Who
from companion.domain.review.behind import behind
from companion.domain.review.period import Period
from companion.domain.review.section import MOST, Counted, Part, Section
from companion.domain.review.sections import section
from tests.domain.review.logs import entry, missed, review, threaded


def part(which: Part, entries: list[Entry]) -> Section:
    return section(which, review(entries), {})


@pytest.mark.parametrize("which", list(Part))
def test_every_part_says_how_it_begins(which: Part) -> None:
    made = part(which, [])
    assert made.said
    assert not made.counted
    assert not made.told
    assert "0 entries" not in " ".join(made.said)


def test_what_is_counted_is_capped_and_the_rest_is_a_number() -> None:
    made = part(Part.FEELINGS, [entry(day, feelings=(f"word {day}",)) for day in range(MOST + 3)])
    assert len(made.shown) == MOST
    assert made.more == "And 3 more, less often."
    assert part(Part.FEELINGS, [entry(feelings=("hurt",))]).more == ""


def test_misses_under_the_minimum_are_one_sentence() -> None:
    made = part(Part.PATTERNS, [missed(7 * week) for week in range(4)] + [missed(3, "fix"), missed(5, "blame")])
    assert [told.said[0].split(",")[0] for told in made.told] == ["“Made it smaller”"]
    assert made.rest == "2 more misses with fewer than 4 entries: too early to say."
    assert " ".join([*made.said, made.how]).count("The rule:") == 1


def test_where_no_miss_has_enough_the_one_noted_most_says_what_is_missing() -> None:
    made = part(Part.PATTERNS, [missed(3), missed(9), missed(5, "fix")])
    assert len(made.told) == 1
    assert "2 entries and 15 days between the first and the last are missing" in " ".join(made.told[0].said)
    assert made.rest == "1 more miss with fewer than 4 entries: too early to say."


def test_open_ruptures_of_one_day_are_one_line_with_how_many_they_are() -> None:
    log = [*(missed(3) for _ in range(5)), missed(1)]
    found = part(Part.MENDING, log)
    assert [told.said for told in found.told] == [
        ("4 January 2026: 5 ruptures, open for 361 days",),
        ("2 January 2026: open for 363 days",),
    ]
    assert {*found.told[0].entries} == {entry.id for entry in log[:5]}
    assert found.rest == ""


def test_a_period_without_entries_says_where_the_nearest_is() -> None:
    log = [entry(0, "good"), entry(200, "good"), entry(150, "good", hidden=True)]
    for since, until, day in (("03-01", "03-31", "1 January"), ("06-20", "07-10", "20 July")):
        period = Period(*(date.fromisoformat(f"2026-{each}") for each in (since, until)))
        for name in (Part.DAYS, Part.KINDS, Part.FEELINGS, Part.MENDING):
            said = section(name, review(log, period), {}).said
            assert said == (f"Nothing was noted in this period. The nearest entry is of {day} 2026.",)
    with_hidden = Period(date(2026, 5, 1), date(2026, 6, 1))
    assert section(Part.DAYS, review(log, with_hidden), {}).said == (
        "Besides what is left out, nothing was noted in this period. The nearest entry is of 20 July 2026.",
        "Left out: 1 hidden entry.",
    )
    assert section(Part.NEEDS, review([entry(150, hidden=True)], with_hidden), {}).said == (
        "Besides what is left out, nothing was noted in this period.",
    )
    assert "It starts with the first entry" in section(Part.DAYS, review([]), {}).said[0]
    assert section(Part.SINCE, review(log, with_hidden), {}).told


def test_a_look_at_one_person_does_not_say_that_several_are_looked_at() -> None:
    log = [entry(1, person="Mum, Sam"), entry(2, person="Sam")]
    assert "2 persons are looked at together here." in section(Part.DAYS, review(log), {}).said
    assert not any("persons" in said for said in section(Part.DAYS, review(log, person="Mum"), {}).said)


def test_of_open_ruptures_the_newest_five_are_named() -> None:
    made = part(Part.MENDING, [missed(day) for day in range(8)])
    assert [told.said[0].split(" 2026")[0] for told in made.told] == [f"{day} January" for day in (8, 7, 6, 5, 4)]
    assert made.rest == "These are the 5 newest; 3 more are open."
    assert part(Part.MENDING, [missed(day) for day in range(5)]).rest == ""


def test_a_repair_that_came_once_after_a_miss_is_not_told() -> None:
    once = [missed(day, repairs=("echo",) if day else ("sorry",), result="helped-a-bit") for day in range(3)]
    made = part(Part.REPAIRS, once)
    assert [told.said[0] for told in made.told] == [
        "After “Made it smaller”: “Said back what I heard” in 2 threads; it helped at least a bit in 2 of 2."
    ]
    assert "1 repair came once after a miss; once is not told." in made.rest


def test_what_went_on_comes_first_and_nothing_by_its_effect() -> None:
    days = [
        entry(
            day,
            "heated",
            strength=day % 10,
            need="rest" if day % 2 else None,
            context=("late shift",) if day % 3 else (),
        )
        for day in range(20)
    ]
    made = part(Part.WENT_WITH, days)
    assert [told.said[0].split("”")[0] for told in made.told] == ["“late shift", "“rest"]


def test_who_is_afraid_is_counted_nowhere() -> None:
    entries = [entry(day, feelings=("afraid", "hurt")) for day in range(6)]
    for which in Part:
        made = part(which, entries)
        assert not [row for row in made.counted if "afraid" in row.label]


@given(threaded(), st.sampled_from(list(Part)))
def test_behind_each_row_are_as_many_entries_as_it_counts(entries: list[Entry], which: Part) -> None:
    found = review(entries)
    made = section(which, found, {})
    for row in made.counted:
        assert len(behind(row, found)) == row.n, row
    for told in made.told:
        assert {each.id for each in behind(told, found)} == set(told.entries)


def test_a_row_without_a_way_back_has_no_entries() -> None:
    assert behind(Counted("x", 3, "x"), review([entry(1, miss="fix", miss_by=Who.ME)])) == []
