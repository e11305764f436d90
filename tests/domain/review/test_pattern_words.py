"""How one-off or pattern is said: the rule with its numbers, and what is missing."""

import pytest

from companion.domain.person import Names
from companion.domain.review.sentences import PATTERN_RULE, say_pattern, say_patterns
from tests.domain.review.logs import missed, review
from tests.domain.review.test_patterns import SPREAD, only


def test_the_rule_is_printed_with_its_numbers() -> None:
    assert PATTERN_RULE == (
        "The rule: it is a pattern worth a talk with at least 4 entries of the same miss, at least 3 weeks from the "
        "first to the last, and fewer than half of them repaired: a repair helped at least a bit, or it was half "
        "mended or bridged. Anything else is too early to say."
    )
    assert say_patterns(()) == f"No miss is noted so far. {PATTERN_RULE}"
    assert say_patterns(review([missed(1)]).patterns) == PATTERN_RULE


def test_what_came_once_was_repaired_or_was_not() -> None:
    lacking = "Too early to say: 3 entries and 21 days between the first and the last are missing; it was"
    assert say_pattern(only([missed(1)]))[1] == f"{lacking} not repaired."
    assert say_pattern(only([missed(1, result="helped-a-bit")]))[1] == f"{lacking} repaired."


def test_persons_with_the_same_initials_are_told_apart_in_a_pattern() -> None:
    names = Names(frozenset({"Sam", "Sofia"}))
    assert "with So:" in say_pattern(only([missed(1, person="Sofia")]), names)[0]


def test_a_pattern_is_said_with_its_entries_and_days() -> None:
    assert say_pattern(only([missed(day, person="Anna") for day in SPREAD])) == [
        "“Made it smaller”, by them, with A: 4 entries, from 1 January 2026 to 22 January 2026.",
        "By the rule it is a pattern worth a talk: 0 of the 4 were repaired, and that is fewer than half.",
    ]
    assert say_pattern(only([missed(1, person="Anna")]), Names(whole=True))[0] == (
        "“Made it smaller”, by them, with Anna: 1 entry, 2 January 2026."
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((0, 7, 21), "Too early to say: 1 entry is missing; 0 of the 3 were repaired."),
        ((0, 21), "Too early to say: 2 entries are missing; 0 of the 2 were repaired."),
        (
            (0, 7, 14, 20),
            "Too early to say: 1 day between the first and the last is missing; 0 of the 4 were repaired.",
        ),
        (
            (0, 0, 0, 0),
            "Too early to say: 21 days between the first and the last are missing; 0 of the 4 were repaired.",
        ),
        (
            (0, 0, 20),
            "Too early to say: 1 entry and 1 day between the first and the last are missing; 0 of the 3 were repaired.",
        ),
    ],
)
def test_below_the_rule_it_says_what_is_missing(days: tuple[int, ...], said: str) -> None:
    assert say_pattern(only([missed(day) for day in days]))[1] == said


def test_half_of_them_repaired_is_too_early_to_say_too() -> None:
    log = [missed(day, result="helped-a-bit" if day < 10 else None) for day in SPREAD]
    assert (
        say_pattern(only(log))[1]
        == "Too early to say: 2 of the 4 were repaired, and the rule asks for fewer than half."
    )


def test_where_there_is_fear_no_talk_is_advised() -> None:
    said = say_pattern(only([missed(day, feelings=("afraid",) if day == 7 else ()) for day in SPREAD]))[1]
    assert said.startswith("By the rule it is a pattern: 0 of the 4 were repaired.")
    assert said.endswith("Where there is fear, Safety first comes before any talk.")
    assert "worth" not in said
