"""Counts, pairs and replies: random logs counted a second time, by tables of numpy."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given

from companion.domain.entry import Entry, Who
from companion.domain.review.counts import MissCount, RepairCount, WordCount
from companion.domain.review.landed import Landed, Replies
from companion.domain.review.pairs import PAIR_LEAST
from companion.domain.review.reviewed import reviewed
from companion.domain.review.sentences import (
    say_count,
    say_counts,
    say_landed,
    say_miss,
    say_misses,
    say_pair,
    say_pairs,
    say_repair,
    say_repairs,
)
from companion.domain.settings import Settings
from tests.domain.review.logs import END, LOGS, VOCABULARY, YEAR, entry, missed, review

Chosen = Callable[[Entry], set[str]]


def missed_by(each: Entry) -> set[str]:
    return {each.miss} if each.miss and each.miss != "none" and each.miss_by is not Who.NONE else set()


WORDS: dict[str, Chosen] = {
    "feelings": lambda each: set(each.feelings) - {"afraid"},
    "needs": lambda each: {each.need} if each.need else set(),
    "contexts": lambda each: set(each.context),
    "repairs": lambda each: set(each.repairs),
    "misses": missed_by,
}


def seen(log: list[Entry]) -> list[Entry]:
    return [each for each in reviewed(log, END, Settings()).entries if YEAR.holds(each.at)]


def table(entries: list[Entry], chosen: Chosen) -> tuple[list[str], np.ndarray]:
    """The words, and a row of 0 and 1 for each entry."""
    words = sorted(set().union(*map(chosen, entries))) if entries else []
    rows = [[word in chosen(each) for word in words] for each in entries]
    return words, np.array(rows, dtype=int).reshape(len(entries), len(words))


@pytest.mark.parametrize("what", list(WORDS))
@given(log=LOGS)
def test_words_are_counted_once_an_entry(what: str, log: list[Entry]) -> None:
    entries, found = seen(log), getattr(review(log), what)
    words, rows = table(entries, WORDS[what])
    assert {each.id: each.n for each in found.counts} == dict(zip(words, rows.sum(axis=0).tolist(), strict=True))
    assert (found.n, found.of) == (int(rows.any(axis=1).sum()), len(entries))
    assert [each.n for each in found.counts] == sorted((each.n for each in found.counts), reverse=True)


@given(LOGS)
def test_groups_of_feelings_are_counted_once_an_entry(log: list[Entry]) -> None:
    of_word = {word: group.label for group in VOCABULARY.feelings for word in group.words}
    groups, rows = table(seen(log), lambda each: {of_word[word] for word in WORDS["feelings"](each) if word in of_word})
    assert {each.label: each.n for each in review(log).feelings.groups} == dict(
        zip(groups, rows.sum(axis=0).tolist(), strict=True)
    )


@given(LOGS)
def test_misses_are_told_apart_by_whom_and_repairs_by_result(log: list[Entry]) -> None:
    found = review(log)
    for each in found.misses.counts:
        by = np.array([one.miss_by or "unknown" for one in seen(log) if each.id in WORDS["misses"](one)])
        assert [each.me, each.them, each.both, each.unknown] == [
            int((by == who).sum()) for who in ("me", "them", "both", "unknown")
        ]
    for repair in found.repairs.counts:
        results = np.array([one.result or "" for one in seen(log) if repair.id in one.repairs])
        assert {part.id: part.n for part in repair.results} == {
            str(result): int((results == result).sum()) for result in np.unique(results)
        }


@given(LOGS)
def test_pairs_are_the_products_of_the_columns(log: list[Entry]) -> None:
    fields = {"feelings": "feelings", "needs": "need", "misses": "miss", "contexts": "context"}
    chosen: Chosen = lambda each: {  # noqa: E731
        *(f"{fields[what]} {word}" for what in fields for word in WORDS[what](each)),
        *([f"kind {each.kind}"] if each.kind else []),
    }
    words, rows = table(seen(log), chosen)
    together = rows.T @ rows
    expected = {
        frozenset((words[i], words[j])): int(together[i, j])
        for i, j in combinations(range(len(words)), 2)
        if together[i, j] >= PAIR_LEAST
    }
    found = review(log).pairs
    assert {
        frozenset((f"{each.one.field} {each.one.id}", f"{each.other.field} {each.other.id}")): each.n
        for each in found.pairs
    } == expected
    assert found.n == int((rows.sum(axis=1) > 1).sum())


# -- landed beside missed


def test_a_reply_is_that_of_the_one_who_did_not_reach_out() -> None:
    log = [
        entry(1, reached_by=Who.ME, reply="toward"),
        entry(2, reached_by=Who.ME, reply="away"),
        entry(3, reached_by=Who.THEM, reply="against"),
        entry(4, reached_by=Who.BOTH, reply="toward"),
        entry(5, reply="missed"),
    ]
    assert review(log).landed == Landed(n=5, theirs=Replies(2, 1), mine=Replies(1, 1), unknown=Replies(0, 1))


def test_a_miss_is_that_of_whom_it_names_and_none_missed_is_landed() -> None:
    log = [
        missed(1, by=Who.ME),
        missed(2, by=Who.BOTH),
        missed(3, by=None),
        missed(4, miss="none", by=Who.THEM),
        missed(5, miss="fix", by=Who.NONE, reached_by=Who.THEM),
        entry(6, miss_by=Who.NONE),
    ]
    assert review(log).landed == Landed(n=6, mine=Replies(1, 2), theirs=Replies(1, 1), unknown=Replies(1, 1))


def test_an_entry_counts_once_for_each_side_and_apart_where_it_says_both() -> None:
    log = [
        missed(1, reached_by=Who.ME, reply="away"),
        missed(2, reached_by=Who.ME, reply="toward"),
    ]
    assert review(log).landed == Landed(n=2, theirs=Replies(0, 1, 1), mine=Replies(), unknown=Replies())


@given(LOGS)
def test_landed_and_missed_are_what_two_tables_say(log: list[Entry]) -> None:
    entries, found = seen(log), review(log).landed
    other = {Who.ME: ["theirs"], Who.THEM: ["mine"], Who.BOTH: ["mine", "theirs"]}
    own = {Who.ME: ["mine"], Who.THEM: ["theirs"], Who.BOTH: ["mine", "theirs"]}
    good: dict[str, set[int]] = {side: set() for side in ("mine", "theirs", "unknown")}
    bad: dict[str, set[int]] = {side: set() for side in good}
    for place, each in enumerate(entries):
        replied = other.get(each.reached_by) if each.reached_by else None
        by = own.get(each.miss_by) if each.miss_by else None
        if each.reply:
            for side in replied or ["unknown"]:
                (good if each.reply == "toward" else bad)[side].add(place)
        if WORDS["misses"](each):
            for side in by or ["unknown"]:
                bad[side].add(place)
        elif each.miss == "none" or each.miss_by is Who.NONE:
            for side in by or replied or ["unknown"]:
                good[side].add(place)
    for side in good:
        expected = Replies(len(good[side] - bad[side]), len(bad[side] - good[side]), len(good[side] & bad[side]))
        assert getattr(found, side) == expected


def test_both_columns_and_both_sides_are_always_said() -> None:
    assert say_landed(review([missed(1, by=Who.ME), missed(2, by=None)]).landed) == [
        "Your replies to them: 0 of 1 entry landed, 1 of 1 missed.",
        "Their replies to you: none noted.",
        "Whose reply is not noted: 0 of 1 entry landed, 1 of 1 missed.",
    ]
    assert say_landed(review([missed(1, reached_by=Who.ME, reply="toward"), missed(2)]).landed)[1] == (
        "Their replies to you: 0 of 2 entries landed, 1 of 2 missed, and 1 did both."
    )
    assert say_landed(review([entry()]).landed) == [
        "What landed beside what missed, both ways. It starts with the first entry that says what came back."
    ]


# -- in words


def test_counts_are_said_from_the_first_on() -> None:
    none, one = review([entry(1), entry(2)]), review([entry(1, feelings=("hurt",)), entry(2)])
    assert say_counts(none.feelings, "feeling").endswith("It starts with the first entry that names a feeling.")
    assert say_counts(one.feelings, "feeling") == "1 of 2 entries names a feeling. “Afraid” is never counted."
    assert say_count(one.feelings.counts[0], one.feelings.of) == "hurt: 1 of 2 entries"
    assert say_counts(review([entry(1, need="rest")] * 2).needs, "need") == "2 of 2 entries name a need."


def test_fear_is_in_no_count_and_in_no_pair() -> None:
    found = review([entry(day, feelings=("afraid", "hurt")) for day in range(5)])
    assert found.feelings.counts == (WordCount("hurt", "hurt", 5, "Hurt or sad"),)
    assert found.pairs.n == 0
    assert review([entry(1, feelings=("afraid",))]).feelings.missing == 1


def test_a_miss_is_said_with_whose_it_was() -> None:
    found = review([missed(1), missed(2, by=Who.ME), missed(3, by=Who.BOTH), missed(4, by=None), entry(5)]).misses
    assert found.counts == (MissCount(id="shrink", label="Made it smaller", n=4, me=1, them=1, both=1, unknown=1),)
    assert say_misses(found) == "4 of 5 entries name a miss."
    assert say_miss(found.counts[0], found.of) == (
        "Made it smaller: 4 of 5 entries; 1 by you, 1 by them, 1 by both of you and 1 by whom is not noted."
    )
    assert say_misses(review([missed(1, miss="none")]).misses).endswith("the first entry that names a miss.")


def test_a_repair_is_said_with_what_came_of_it() -> None:
    log = [entry(1, repairs=("sorry",), result="no-change"), entry(2, repairs=("sorry", "echo"))]
    found = review(log).repairs
    sorry, echo = found.counts
    assert isinstance(sorry, RepairCount)
    assert say_repairs(found) == "2 of 2 entries name a repair."
    assert say_repair(sorry) == "Said sorry, and what's next: 2 entries; no change 1 and no result noted 1."
    assert say_repair(echo) == "Said back what I heard: 1 entry; no result noted 1."
    assert say_repairs(review([entry()]).repairs).endswith("the first entry that names a repair.")


def test_pairs_are_said_from_three_entries_on() -> None:
    def log(n: int) -> list[Entry]:
        return [entry(day, feelings=("small", "hurt")) for day in range(n)]

    assert say_pairs(review(log(2)).pairs).endswith("there are 2 so far, 1 is missing.")
    found = review(log(3)).pairs
    assert say_pairs(found).startswith("Counted from 3 entries with two words or more. These stood in the same entry")
    assert say_pair(found.pairs[0]) == "“hurt” and “small”: 3 entries"
    mixed = [*log(2), entry(5, feelings=("calm", "small"))]
    assert say_pairs(review(mixed).pairs).endswith("No two words stood together in 3 of them so far.")
