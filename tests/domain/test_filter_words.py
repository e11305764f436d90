"""A filter in words: written as one types it, and said as one reads it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entry import FIELDS, Who
from companion.domain.entry_filter import EntryFilter, Has, Tagged
from companion.domain.filter_line import read_filter
from companion.domain.filter_words import read_kindly, say_filter, write_filter
from companion.domain.person import Names
from companion.domain.shorthand import Tags
from companion.domain.vocabulary import words_of
from companion.resources import LIBRARY
from companion.storage.library import Library
from tests.domain.iso_day import iso_day

TAGS = Tags(Library(LIBRARY).vocabulary)
WORDS = [
    Tagged(field.name, word)
    for field in FIELDS
    if field.words_from
    for word in words_of(Library(LIBRARY).vocabulary.listed(field))
]  # fmt: skip
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))
NUMBERS = st.none() | st.integers(0, 10)


def in_order(pair: tuple[Any, Any]) -> bool:
    return None in pair or pair[0] <= pair[1]


@given(
    words=st.lists(st.sampled_from(["kitchen", "not now", "#tag", "@x", "!7", "has:miss", "😀", "a-b"]), max_size=3),
    tags=st.lists(st.sampled_from(WORDS), max_size=3, unique=True),
    persons=st.lists(st.sampled_from(["S", "Anna Lee", "Mum"]), max_size=2, unique=True),
    strengths=st.tuples(NUMBERS, NUMBERS).filter(in_order),
    days=st.tuples(DAYS, DAYS).filter(in_order),
    has=st.lists(st.sampled_from(Has), max_size=2, unique=True),
    by=st.none() | st.sampled_from(Who),
    flags=st.tuples(st.booleans(), st.booleans()),
)
def test_what_is_written_reads_as_the_same_filter(
    words: list[str],
    tags: list[Tagged],
    persons: list[str],
    strengths: tuple[int | None, int | None],
    days: tuple[date | None, date | None],
    has: list[Has],
    by: Who | None,
    flags: tuple[bool, bool],
) -> None:
    low, high = strengths
    wanted = EntryFilter(
        words=tuple(dict.fromkeys(words)), tags=tuple(tags), persons=tuple(persons), lowest=low, highest=high,
        since=days[0], until=days[1], has=tuple(has), by=by, no_kind=flags[0], hidden=flags[1],
    )  # fmt: skip
    read = read_filter(write_filter(wanted, TAGS), TAGS, iso_day)
    lowest = 0 if low is None and high is not None else low
    highest = 10 if high is None and low is not None else high
    assert (read.lowest, read.highest) == (lowest, highest)
    same = {"lowest": None, "highest": None}
    assert {**as_dict(read), **same} == {**as_dict(wanted), **same}


def as_dict(wanted: EntryFilter) -> dict[str, object]:
    return {name: getattr(wanted, name) for name in wanted.__struct_fields__}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("kitchen #work !7+", "“kitchen”, work, strength 7 or more"),
        ("!7", "strength 7"),
        ("!5-8", "strength 5 to 8"),
        ("!0-4", "strength 0 to 4"),
        ("#tears #heated", "Tears or deep upset or It got heated"),
        ("#hurt #torn", "hurt and torn"),
        ("@sam has:miss by:them", "about S, with a miss, missed by them"),
        ("since:2026-11-01 until:2026-11-20", "since 1 November 2026, until 20 November 2026"),
        ("no:kind is:hidden", "without a kind, hidden"),
    ],
)
def test_a_filter_is_said_in_plain_words(query: str, said: str) -> None:
    assert say_filter(read_filter(query, TAGS, iso_day), TAGS) == said


def test_persons_are_said_whole_if_that_is_wanted() -> None:
    assert say_filter(EntryFilter(persons=("Sam",)), TAGS, Names(whole=True)) == "about Sam"


def test_what_means_nothing_is_taken_as_words() -> None:
    read = read_kindly('kitchen #wok !12 since:never !8-5 #work "', TAGS, iso_day)
    assert read.words == ("kitchen", "#wok", "!12", "since:never", "!8-5")
    assert read.tags == (Tagged("context", "work"),)
