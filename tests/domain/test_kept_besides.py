"""The bin, context notes, saved filters and drafts: what they hold and refuse."""

from datetime import UTC, date, datetime, timedelta

import pytest

from companion.domain.binned import LASTS, bin_entry, outlived
from companion.domain.context_note import ContextNote, on
from companion.domain.entry import Entry
from companion.domain.saved_filter import SavedFilter
from companion.domain.unkept import Unkept

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def test_a_deleted_entry_can_be_brought_back_for_thirty_days() -> None:
    binned = bin_entry(Entry(at=NOW, note="x"), NOW)
    assert binned.id == binned.entry.id
    assert outlived([binned], NOW + LASTS) == []
    assert outlived([binned], NOW + LASTS + timedelta(seconds=1)) == [binned]


def test_a_context_note_holds_its_days_and_goes_on_without_a_last_one() -> None:
    exams, newborn = ContextNote(what="exam", since=MARCH, until=APRIL), ContextNote(what="newborn", since=APRIL)
    assert on([newborn, exams], APRIL) == [exams, newborn]
    assert on([newborn, exams], date(2030, 1, 1)) == [newborn]
    assert on([newborn, exams], date(2026, 2, 28)) == []


def test_a_context_note_says_what_it_needs() -> None:
    with pytest.raises(ValueError, match="Say what was going on"):
        ContextNote(what=" ", since=MARCH)
    with pytest.raises(ValueError, match="before the first"):
        ContextNote(what="exam", since=APRIL, until=MARCH)


def test_a_saved_filter_has_a_name() -> None:
    with pytest.raises(ValueError, match="name"):
        SavedFilter(name="", query="#work")


def test_a_draft_knows_when_it_was_written() -> None:
    with pytest.raises(ValueError, match="not a time"):
        Unkept(written_at=datetime(2026, 1, 1))  # noqa: DTZ001
