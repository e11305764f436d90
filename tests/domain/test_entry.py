"""An entry: a line is enough, and what does not fit gets a sentence."""

from datetime import UTC, datetime

import pytest

from companion.domain.entry import FIELDS, Entry, Fill, is_afraid, newest_first
from companion.storage.library import Library

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def test_a_line_is_enough() -> None:
    assert Entry(at=NOW, note="they came back").kind is None


def test_a_kind_is_enough() -> None:
    assert Entry(at=NOW, kind="ordinary").note == ""


@pytest.mark.parametrize("note", ["", "   "])
def test_nothing_at_all_is_not(note: str) -> None:
    with pytest.raises(ValueError, match="Write a line"):
        Entry(at=NOW, note=note)


def test_more_than_three_feelings_are_too_many() -> None:
    with pytest.raises(ValueError, match="Up to 3"):
        Entry(at=NOW, note="x", feelings=("tired", "flat", "foggy", "numb"))


def test_a_word_that_no_list_holds_is_named_with_near_ones(library: Library) -> None:
    with pytest.raises(ValueError, match="lonely"):
        library.vocabulary.check(Entry(at=NOW, note="x", feelings=("lonley",)))
    with pytest.raises(ValueError, match="not-heard"):
        library.vocabulary.check(Entry(at=NOW, kind="not_heard"))


def test_newest_first() -> None:
    older = Entry(at=NOW.replace(hour=8), note="older")
    newer = Entry(at=NOW, note="newer")
    assert newest_first([older, newer]) == [newer, older]


def test_every_field_of_an_entry_can_be_filled_but_what_companion_fills_itself() -> None:
    own = {"id", "changed", "pause", "hidden", "faded_at"}
    assert sorted(field.name for field in FIELDS) == sorted(set(Entry.__struct_fields__) - own)


def test_every_field_that_chooses_words_has_a_list_to_choose_from(library: Library) -> None:
    for field in FIELDS:
        chooses = field.fill in (Fill.WORD, Fill.CHOICE)
        assert bool(library.vocabulary.listed(field)) is chooses, field.name


def test_afraid_is_heard_among_other_feelings() -> None:
    assert is_afraid(("hurt", "afraid"))
    assert not is_afraid(("hurt",))
