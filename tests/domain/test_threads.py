"""Threads: which entries belong together, and how far they are mended."""

from datetime import UTC, datetime, timedelta

import msgspec

from companion.domain.entry import Entry, Who
from companion.domain.threads import Mended, Thread, threads
from companion.storage.library import Library

AT = datetime(2026, 11, 1, 18, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ROW = Entry(at=AT, kind="heated", note="the row")


def answer(hours: float, **fields: object) -> Entry:
    return msgspec.structs.replace(Entry(at=AT + hours * HOUR, kind="repair", answers=ROW.id), **fields)


def one(library: Library, *entries: Entry) -> Thread:
    (thread,) = threads(entries, library.vocabulary)
    return thread


def test_the_mendings_are_those_of_the_vocabulary(library: Library) -> None:
    assert {word.id for word in library.vocabulary.mendings} == set(Mended)


def test_a_hard_kind_or_a_miss_is_a_rupture_and_what_answers_or_lands_is_none(library: Library) -> None:
    missed = Entry(at=AT, kind="good", miss="fix")
    landed = Entry(at=AT, kind="good", miss="none")
    found = threads((ROW, missed, landed, answer(1, kind="heated")), library.vocabulary)
    assert {thread.rupture.id for thread in found} == {ROW.id, missed.id}


def test_a_rupture_is_open_until_it_is_bridged_or_let_go(library: Library) -> None:
    assert one(library, ROW).is_open
    half = answer(1, mended="half")
    assert one(library, ROW, half).mended is Mended.HALF
    assert one(library, ROW, half).is_open
    assert not one(library, ROW, half, answer(2, mended="bridged")).is_open
    assert not one(library, ROW, answer(2, mended="let-go")).is_open
    assert one(library, ROW, answer(1, mended="bridged"), answer(9, mended="half")).is_open
    assert one(library, ROW, answer(1, mended="a word of a later list")).is_open


def test_time_to_repair_runs_to_the_first_entry_that_says_bridged(library: Library) -> None:
    thread = one(library, answer(30, mended="bridged"), ROW, answer(5, mended="half"), answer(20, mended="bridged"))
    assert thread.time_to_repair == 20 * HOUR
    assert one(library, ROW, answer(3, mended="let-go")).time_to_repair is None
    assert one(library, ROW, answer(-3, mended="bridged")).time_to_repair == timedelta()


def test_who_moved_first_is_said_by_the_first_answer_that_says_it(library: Library) -> None:
    assert one(library, ROW).moved_first is None
    moves = answer(9, reached_by=Who.ME), answer(1), answer(4, reached_by=Who.THEM)
    assert one(library, ROW, *moves).moved_first is Who.THEM


def test_an_answer_to_an_answer_belongs_to_the_same_thread(library: Library) -> None:
    first = answer(1)
    second = answer(2, answers=first.id, mended="bridged")
    assert [entry.id for entry in one(library, second, first, ROW).answers] == [first.id, second.id]


def test_entries_that_answer_each_other_or_nothing_break_nothing(library: Library) -> None:
    one_way, other_way = Entry(at=AT, note="a"), Entry(at=AT, note="b")
    circle = [
        msgspec.structs.replace(one_way, answers=other_way.id),
        msgspec.structs.replace(other_way, answers=one_way.id),
    ]
    assert threads([*circle, answer(1)], library.vocabulary) == []


def test_days_open_are_local_days(library: Library) -> None:
    assert one(library, ROW).open_days(AT) == 0
    assert one(library, ROW).open_days(AT + 24 * HOUR) == 1
    assert one(library, ROW).open_days(AT - 24 * HOUR) == 0
