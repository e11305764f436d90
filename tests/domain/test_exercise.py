"""An exercise and its answers: what a step says, what they make together, what is kept of them."""

from datetime import date

import msgspec
import pytest

from companion.domain.article import Side
from companion.domain.exercise import Ask, Exercise, Step
from tests.conftest import HOSTILE


def exercise(*steps: Step, makes: str = "") -> Exercise:
    return Exercise(
        slug="try", title="Try", side=Side.BOTH, minutes=1, summary="…", skip="…", evidence="…", facts=(),
        updated=date(2026, 11, 22), steps=steps, makes=makes, text="…",
    )  # fmt: skip


def line(name: str = "", label: str = "") -> Step:
    return Step(say="Write", ask=Ask.LINE, name=name, label=label)


CARD = exercise(line("sign"), line("cause"), line("move"), makes="If [{sign} when ]{cause}, I'll {move}.[ Not {sign}.]")


def test_answers_make_a_sentence_whose_optional_parts_stay_away_without_their_own() -> None:
    assert CARD.made({1: ("we talk",), 2: ("go out",)}) == "If we talk, I'll go out."
    assert CARD.made({0: ("I shake",), 1: ("we talk",), 2: ("go",)}) == "If I shake when we talk, I'll go. Not I shake."


def test_nothing_is_made_without_what_it_needs() -> None:
    assert CARD.made({0: ("I shake",), 1: ("we talk",)}) == ""


def test_a_full_stop_is_not_said_twice() -> None:
    assert CARD.made({1: ("we talk",), 2: ("go out.",)}) == "If we talk, I'll go out."


def test_words_that_look_like_slots_stay_as_they_were_typed() -> None:
    assert CARD.made({1: (HOSTILE,), 2: ("{sign} [x]",)}) == f"If {HOSTILE}, I'll {{sign}} [x]."


def test_a_page_leaves_no_empty_lines_for_what_is_missing() -> None:
    page = exercise(line("did"), line("part"), line("next"), makes="Did: {did}\n[Part: {part}]\n[Next: {next}]\n")
    assert page.made({0: ("left",), 2: ("stay",)}) == "Did: left\nNext: stay"


def test_a_step_speaks_of_earlier_answers() -> None:
    told = exercise(line("thing"), Step(say="You said “{thing}”. [I'll {thing}. ]Good."))
    assert told.says(1, {0: ("rest",)}) == "You said “rest”. I'll rest. Good."
    assert told.says(1, {}) == "You said “…”. Good."


def test_what_is_made_is_kept_in_place_of_its_parts_and_other_lines_beside_it() -> None:
    both = exercise(line("thing"), line(label="This week"), makes="I will {thing}.")
    assert both.lines({0: ("rest",), 1: ("twice",)}) == ("This week: twice", "I will rest.")
    assert both.lines({1: ("twice",)}) == ("This week: twice",)


def test_what_was_typed_half_way_is_kept_as_it_stands() -> None:
    assert CARD.lines({0: ("I shake",), 2: ("go",)}) == ("I shake", "go")


def test_several_words_are_said_as_one_reads_them() -> None:
    feelings = exercise(Step(say="Which?", ask=Ask.FEELINGS, name="felt"), makes="I feel {felt}.")
    assert feelings.made({0: ("tired", "torn", "small")}) == "I feel tired, torn and small."


def test_a_message_is_no_line_and_strengths_are_numbers() -> None:
    wave = exercise(
        Step(say="Write", ask=Ask.MESSAGE),
        Step(say="Before", ask=Ask.STRENGTH, name="before"),
        Step(say="Close", ask=Ask.STRENGTH, label="Close now"),
    )
    said = {0: ("where are you",), 1: ("8",), 2: ("3",)}
    assert wave.message(said) == "where are you"
    assert wave.lines(said) == ("Close now: 3",)
    assert wave.strength("before", said) == 8
    assert wave.strength("after", said) is None


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        ({"say": "…", "ask": "choice"}, "choices: expected with ask: choice"),
        ({"say": "…", "choices": ["a"]}, "choices: expected with ask: choice"),
        ({"say": "…", "ask": "choice", "choices": ["a"], "hold": "b"}, "hold: expected one of a, got “b”"),
        ({"say": "…", "ask": "poem"}, "Invalid enum value"),
    ],
)
def test_a_step_that_asks_wrongly_is_refused(step: dict[str, object], problem: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=problem):
        msgspec.convert(step, Step)


def test_a_name_that_no_earlier_step_has_is_refused() -> None:
    with pytest.raises(ValueError, match="makes: no step before has the name “thing”"):
        exercise(line("other"), makes="{thing}")
    with pytest.raises(ValueError, match="steps, entry 1, say: no step before has the name “thing”"):
        exercise(Step(say="{thing}"), line("thing"))
