"""The filter of the log: what its words mean, and which entries it lets through."""

from datetime import UTC, datetime

import msgspec
import pytest

from companion.domain.entry import Entry, Who
from companion.domain.entry_filter import EntryFilter, Has
from companion.domain.filter_line import read_filter
from companion.domain.shorthand import Tags
from companion.storage.library import Library
from tests.domain.iso_day import iso_day

AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
ROW = Entry(
    at=AT, kind="heated", strength=8, note="The dishes again", feelings=("hurt",), person="Sam, Mum",
    miss="fix", miss_by=Who.THEM, context=("work",), quote="not now",
)  # fmt: skip
CALM = Entry(at=AT.replace(month=10), kind="good", strength=2, note="Soup and a walk", miss="none", person="Kit")


@pytest.fixture
def tags(library: Library) -> Tags:
    return Tags(library.vocabulary)


def found(query: str, tags: Tags) -> list[Entry]:
    return read_filter(query, tags, iso_day).select([ROW, CALM])


@pytest.mark.parametrize(
    "query",
    [
        "dishes", "DISHES again", '"the dishes"', "#heated", "#hurt #work", "@sam", "@Mum !5-8", "!8", "!7+",
        "since:2026-11-01", "has:miss", "by:them", "has:quote #fix", "not now", "#It-got-heated",
    ],
)  # fmt: skip
def test_each_part_finds_the_row(query: str, tags: Tags) -> None:
    assert found(query, tags) == [ROW]


@pytest.mark.parametrize(
    "query", ['"dishes the"', "#hurt walk", "@Alex", "!3-7", "by:me", "has:pause", "until:2026-01-01"]
)
def test_what_does_not_fit_finds_nothing(query: str, tags: Tags) -> None:
    assert found(query, tags) == []


def test_nothing_typed_lets_everything_through_but_what_is_hidden(tags: Tags) -> None:
    hidden = msgspec.structs.replace(ROW, hidden=True)
    assert EntryFilter().select([hidden, CALM]) == [CALM]
    assert read_filter("is:hidden", tags, iso_day).select([hidden, CALM]) == [hidden]
    assert not read_filter("  ", tags, iso_day)
    assert read_filter("has:miss", tags, iso_day).has == (Has.MISS,)


def test_a_landed_reply_is_no_miss(tags: Tags) -> None:
    assert CALM not in found("has:miss", tags)


def test_entries_without_a_kind_can_be_asked_for(tags: Tags) -> None:
    bare = Entry(at=AT, note="a line")
    assert read_filter("no:kind", tags, iso_day).select([ROW, bare]) == [bare]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("#wok", "Did you mean #work"),
        ("!12", "0 to 10"),
        ("!8-5", "lower strength first"),
        ("has:dreams", "There are has:miss"),
        ("by:nobody", "There are by:me"),
        ("is:gone", "is:hidden"),
        ("no:way", "no:kind"),
        ("since:2026-11-02 until:2026-11-01", "after the last one"),
    ],
)
def test_what_means_nothing_is_said(query: str, sentence: str, tags: Tags) -> None:
    with pytest.raises(ValueError, match=sentence):
        read_filter(query, tags, iso_day)


@pytest.mark.parametrize("word", ["20:40", "http://x", "#", "@", "!!", '"', "a:b", ":", "_tag:x", "__init__:x"])
def test_other_signs_are_words(word: str, tags: Tags) -> None:
    assert read_filter(word, tags, iso_day).words in ((word.replace('"', ""),), ())
