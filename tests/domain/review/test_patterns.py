"""One-off or pattern: the rule at its edges, what else went on, and random logs judged a second time."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from companion.domain.context_note import ContextNote
from companion.domain.entry import Entry, Who
from companion.domain.review.counts import WordCount
from companion.domain.review.patterns import Pattern, Verdict
from companion.domain.review.reviewed import reviewed
from companion.domain.review.sentences import say_pattern
from companion.domain.settings import Settings
from companion.domain.times import local
from tests.domain.review.logs import END, YEAR, entry, missed, review, threaded

SPREAD = (0, 7, 14, 21)
"""Days of four entries, three weeks from the first to the last."""


def only(log: list[Entry], **more: Any) -> Pattern:
    (found,) = review(log, **more).patterns
    return found


def answer(to: Entry, days: int = 1, **fields: Any) -> Entry:
    return entry((to.at.date() - date(2026, 1, 1)).days + days, "repair", answers=to.id, **fields)


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        (SPREAD, Verdict.PATTERN),
        ((0, 7, 14, 20), Verdict.TOO_EARLY),
        ((0, 14, 21), Verdict.TOO_EARLY),
        ((0, 0, 0, 21), Verdict.PATTERN),
        ((5,), Verdict.TOO_EARLY),
    ],
)
def test_four_entries_over_three_weeks_make_a_pattern(days: tuple[int, ...], verdict: Verdict) -> None:
    log = [missed(day) for day in days]
    found = only(log)
    assert found.verdict is verdict
    assert found.entries == tuple(each.id for each in sorted(log, key=lambda each: (each.at, each.id)))


@pytest.mark.parametrize(
    ("repaired", "verdict"), [(0, Verdict.PATTERN), (1, Verdict.PATTERN), (2, Verdict.MENDED), (4, Verdict.MENDED)]
)
def test_it_is_none_once_half_are_repaired(repaired: int, verdict: Verdict) -> None:
    log = [missed(day, result="helped-a-bit" if place < repaired else "no-change") for place, day in enumerate(SPREAD)]
    assert (only(log).verdict, only(log).repaired) == (verdict, repaired)


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({"result": "helped-a-lot"}, True),
        ({"result": "helped-a-bit"}, True),
        ({"result": "no-change"}, False),
        ({"result": "made-it-worse"}, False),
        ({"mended": "bridged"}, True),
        ({"mended": "half"}, True),
        ({"mended": "let-go"}, False),
        ({}, False),
    ],
)
def test_the_repair_is_looked_for_in_the_answers_too(fields: dict[str, Any], counts: bool) -> None:
    log = [missed(day) for day in SPREAD]
    first = answer(log[0])
    assert only([*log, answer(log[0], **fields)]).repaired == counts
    assert only([*log, first, answer(first, 2, **fields)]).repaired == counts, "an answer to an answer counts as well"


def test_an_answer_after_the_period_counts_and_one_before_a_miss_in_the_thread_does_not() -> None:
    rupture = missed(300, miss="fix")
    later = missed(310, answers=rupture.id)
    helped = answer(rupture, 5, result="helped-a-lot")
    after = answer(later, 100, result="helped-a-bit")
    by_miss = {each.miss: each.repaired for each in review([rupture, later, helped]).patterns}
    assert by_miss == {"fix": 1, "shrink": 0}
    assert {each.miss: each.repaired for each in review([rupture, later, after]).patterns} == {"fix": 1, "shrink": 1}


def test_it_is_told_apart_by_whom_and_with_whom() -> None:
    log = [
        missed(1, by=Who.ME, person="A."),
        missed(2, by=Who.BOTH, person="a., Mum"),
        missed(3, by=None, person="Mum"),
        missed(4, by=Who.NONE, person="Mum"),
        missed(5, miss="none", by=Who.THEM, person="Mum"),
    ]
    assert {(each.by, each.person): each.n for each in review(log).patterns} == {
        (Who.ME, "A."): 2,
        (Who.THEM, "A."): 1,
        (Who.ME, "Mum"): 1,
        (Who.THEM, "Mum"): 1,
        (None, "Mum"): 1,
    }


def test_where_one_person_is_named_entries_without_a_name_are_about_them() -> None:
    log = [missed(day, person="A." if day else "") for day in SPREAD]
    assert (only(log).n, only(log).person) == (4, "A.")
    two = review([*log, missed(30, person="Mum")]).patterns
    assert {each.person: each.n for each in two} == {"A.": 3, "": 1, "Mum": 1}


def test_what_else_went_on_is_counted_apart_by_tags_and_by_notes() -> None:
    note = ContextNote(what="newborn", since=date(2026, 1, 1), until=date(2026, 1, 10))
    log = [missed(0), missed(7, context=("work",)), missed(14), missed(21), missed(28), missed(35)]
    found = only(log, notes=[note])
    assert (found.verdict, found.without) == (Verdict.PATTERN, Verdict.PATTERN)
    assert found.contexts == (WordCount("newborn", "newborn", 2), WordCount("work", "work", 1))
    assert say_pattern(found)[2] == (
        "2 of the 6 were in a time of newborn (2) and work (1). The other 4 alone: still a pattern by the rule."
    )
    fewer = only(log[:5], notes=[note])
    assert (fewer.verdict, fewer.without) == (Verdict.PATTERN, Verdict.TOO_EARLY)
    assert say_pattern(fewer)[2].endswith("The other 3 alone: too early to say.")
    assert say_pattern(only([missed(0)], notes=[note]))[2] == "It was in a time of newborn."


@given(threaded())
def test_any_log_is_judged_as_the_printed_rule_says(log: list[Entry]) -> None:
    known = {each.id: each for each in reviewed(log, END, Settings()).log}

    def is_after(each: Entry, miss: Entry) -> bool:
        """Whether it belongs to the thread of the miss, later than it."""
        head, path = each, {each.id}
        while head.answers:
            if head.answers not in known or head.answers in path:
                return False
            head = known[head.answers]
            path.add(head.id)
        own = miss
        while own.answers:
            if own.answers not in known:
                return False
            own = known[own.answers]
        return head is own and each is not head and (miss is own or (each.at, each.id) > (miss.at, miss.id))

    for found in review(log).patterns:
        entries = [known[each] for each in found.entries]
        days = np.array([local(each.at).date().toordinal() for each in entries])
        broken = [each for each in entries if each.answers and each.answers not in known]
        repaired = sum(
            _helped(each)
            or (each not in broken and any(_helped(other) for other in known.values() if is_after(other, each)))
            for each in entries
        )
        if any(_is_lost(each, known) for each in entries):
            continue
        enough = len(entries) >= 4 and np.ptp(days) >= 21
        is_pattern = bool(enough and repaired / len(entries) < 0.5)
        assert (found.n, found.repaired) == (len(entries), repaired)
        assert (found.verdict is Verdict.PATTERN) == is_pattern
        assert (found.verdict is Verdict.TOO_EARLY) == (not enough)
        for each in entries:
            assert each.miss == found.miss
            assert YEAR.holds(each.at)
            assert each.miss_by in ((found.by,) if found.by is None else (found.by, Who.BOTH))


def _helped(each: Entry) -> bool:
    """Whether it says that a repair helped."""
    return each.result in ("helped-a-lot", "helped-a-bit") or each.mended in ("half", "bridged")


def _is_lost(each: Entry, known: dict[str, Entry]) -> bool:
    """Whether the way to the head of its thread is broken."""
    while each.answers:
        if each.answers not in known:
            return True
        each = known[each.answers]
    return False
