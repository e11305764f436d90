"""Looking through the log: by day, in a line, by the beginning of an id."""

from datetime import UTC, date, datetime, timedelta

import pytest

from companion.domain.entry import Entry
from companion.domain.log import by_day, find_entry, ordinary_day, say_entry
from companion.storage.library import Library

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def test_days_are_those_of_the_local_clock() -> None:
    late = Entry(at=datetime(2026, 11, 21, 23, 30, tzinfo=UTC), note="after midnight in Berlin")
    early = Entry(at=datetime(2026, 11, 21, 22, 30, tzinfo=UTC), note="before it")
    assert by_day([late, early]) == [(date(2026, 11, 22), [late]), (date(2026, 11, 21), [early])]
    ordinary = Entry(at=late.at, kind="ordinary")
    assert ordinary_day([ordinary], NOW) == (ordinary, True)
    for entries, moment in ([ordinary], NOW - timedelta(days=1)), ([late], NOW):
        entry, is_kept = ordinary_day(entries, moment)
        assert (entry.kind, entry.at, is_kept) == ("ordinary", moment, False)


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
