"""Looking through the log: by day, by kind, by words, by the beginning of an id."""

from datetime import UTC, date, datetime, timedelta

import pytest

from companion.domain.entry import Entry
from companion.domain.log import NO_KIND, Filter, by_day, find_entry, ordinary_on, say_day, say_entry
from companion.storage.library import Library

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def test_a_filter_lets_through_what_fits_every_part_of_it() -> None:
    kitchen = Entry(at=NOW, note="In the Kitchen again", kind="tears", person="M")
    garden = Entry(at=NOW - timedelta(days=3), note="garden", feelings=("hurt",), quote="Leave it in the kitchen")
    entries = [kitchen, garden]
    assert Filter(words="kitchen").select(entries) == entries
    assert Filter(words="KITCHEN hurt").select(entries) == [garden]
    assert Filter(kind="tears").select(entries) == [kitchen]
    assert Filter(kind=NO_KIND).select(entries) == [garden]
    assert Filter(since=date(2026, 11, 20)).select(entries) == [kitchen]
    assert Filter(until=date(2026, 11, 19)).select(entries) == [garden]
    assert not Filter()
    assert Filter(kind=NO_KIND)


def test_days_are_those_of_the_local_clock() -> None:
    late = Entry(at=datetime(2026, 11, 21, 23, 30, tzinfo=UTC), note="after midnight in Berlin")
    early = Entry(at=datetime(2026, 11, 21, 22, 30, tzinfo=UTC), note="before it")
    assert by_day([late, early]) == [(date(2026, 11, 22), [late]), (date(2026, 11, 21), [early])]
    ordinary = Entry(at=late.at, kind="ordinary")
    assert ordinary_on([ordinary], NOW) == ordinary
    assert ordinary_on([ordinary], NOW - timedelta(days=1)) is None
    assert ordinary_on([late], NOW) is None


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "Today, Sunday 22 November"),
        (date(2026, 11, 21), "Yesterday, Saturday 21 November"),
        (date(2026, 11, 20), "Friday 20 November"),
        (date(2025, 12, 30), "Tuesday 30 December 2025"),
    ],
)
def test_a_day_is_said_as_near_as_it_is(day: date, said: str) -> None:
    assert say_day(day, date(2026, 11, 22)) == said


def test_an_entry_is_said_in_a_line(library: Library) -> None:
    entry = Entry(at=NOW, kind="not-heard", strength=7, person="M", note="They looked at the phone.")
    assert say_entry(entry, library.vocabulary) == "I was not heard · 7/10 · M · They looked at the phone."
    assert say_entry(Entry(at=NOW, kind="gone", strength=0), library.vocabulary) == "gone · 0/10"


def test_an_entry_is_found_by_any_beginning_that_fits_no_other() -> None:
    first, second = (Entry(id=name, at=NOW, note="x") for name in ("ab12", "ac34"))
    assert find_entry([first, second], "AB") == first
    with pytest.raises(ValueError, match="2 entries begin with “a”"):
        find_entry([first, second], "a")
    for missing in ("b", "", " "):
        with pytest.raises(ValueError, match="No entry begins with"):
            find_entry([first, second], missing)
