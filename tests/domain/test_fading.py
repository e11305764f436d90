"""Fading: which words go, and that nothing else does."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from companion.domain.entry import Entry
from companion.domain.fading import fade, is_due, is_to_fade, parse_fade_after
from companion.domain.settings import Settings

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
OLD = Entry(at=NOW - timedelta(days=91), note="x", quote="y", strength=7, person="S", feelings=("hurt",))


def test_old_words_fade_and_all_else_stays() -> None:
    assert is_to_fade(OLD, 90, NOW)
    assert not is_to_fade(OLD, 91, NOW)
    faded = fade(OLD, NOW)
    assert faded == msgspec.structs.replace(OLD, note="", quote="", faded_at=NOW)
    assert not is_to_fade(faded, 90, NOW + timedelta(days=900))


def test_words_that_are_written_into_a_faded_entry_have_their_own_time() -> None:
    anew = msgspec.structs.replace(fade(OLD, NOW), note="again")
    assert not is_to_fade(anew, 90, NOW + timedelta(days=90))
    assert is_to_fade(anew, 90, NOW + timedelta(days=91))


def test_it_is_due_once_a_day_and_only_where_it_is_wanted() -> None:
    assert not is_due(Settings(), NOW)
    assert is_due(Settings(fade_after=90), NOW)
    assert not is_due(Settings(fade_after=90, faded_on=date(2026, 11, 22)), NOW)
    assert is_due(Settings(fade_after=90, faded_on=date(2026, 11, 22)), NOW + timedelta(hours=4))


def test_days_are_read_as_people_type_them() -> None:
    assert [parse_fade_after(typed) for typed in ("90", " 1 day", "365 days")] == [90, 1, 365]
    assert [parse_fade_after(typed) for typed in ("Never", "off")] == [None, None]


@pytest.mark.parametrize("typed", ["0", "-1", "soon", "", "9" * 30, "½", "1.5"])
def test_what_is_no_number_of_days_gets_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="number of days"):
        parse_fade_after(typed)
