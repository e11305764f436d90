"""An exercise and its answers: what a step says, what they make together, what is kept of them."""

from datetime import date

import msgspec
import pytest

from companion.domain.article import Side
from companion.domain.exercise import Exercise, Step
from companion.domain.field import Field, FieldKind
from tests.conftest import HOSTILE


def exercise(*steps: Step, makes: str = "") -> Exercise:
    return Exercise(
        slug="try", title="Try", side=Side.BOTH, minutes=1, summary="…", skip="…", evidence="…", facts=(),
        updated=date(2026, 11, 22), steps=steps, makes=makes, text="…",
    )  # fmt: skip


def line(name: str, label: str = "") -> Step:
    return Step(say="Write", ask=Field(id=name, kind=FieldKind.LINE, label=label))


def scale(name: str, label: str = "") -> Step:
    return Step(say="Mark", ask=Field(id=name, kind=FieldKind.SCALE, label=label))


CARD = exercise(line("sign"), line("cause"), line("move"), makes="If [{sign} when ]{cause}, I'll {move}.[ Not {sign}.]")


def test_answers_make_a_sentence_whose_optional_parts_stay_away_without_their_own() -> None:
    assert CARD.made({"cause": "we talk", "move": "go out"}) == "If we talk, I'll go out."
    said = {"sign": "I shake", "cause": "we talk", "move": "go"}
    assert CARD.made(said) == "If I shake when we talk, I'll go. Not I shake."


def test_nothing_is_made_without_what_it_needs() -> None:
    assert CARD.made({"sign": "I shake", "cause": "we talk"}) == ""


def test_a_full_stop_is_not_said_twice() -> None:
    assert CARD.made({"cause": "we talk", "move": "go out."}) == "If we talk, I'll go out."


def test_words_that_look_like_slots_stay_as_they_were_typed() -> None:
    assert CARD.made({"cause": HOSTILE, "move": "{sign} [x]"}) == f"If {HOSTILE}, I'll {{sign}} [x]."


def test_a_page_leaves_no_empty_lines_for_what_is_missing() -> None:
    page = exercise(line("did"), line("part"), line("next"), makes="Did: {did}\n[Part: {part}]\n[Next: {next}]\n")
    assert page.made({"did": "left", "next": "stay"}) == "Did: left\nNext: stay"


def test_a_step_speaks_of_earlier_answers() -> None:
    told = exercise(line("thing"), Step(say="You said “{thing}”. [I'll {thing}. ]Good."))
    assert told.says(1, {"thing": "rest"}) == "You said “rest”. I'll rest. Good."
    assert told.says(1, {}) == "You said “…”. Good."


def test_what_is_made_is_kept_in_place_of_its_parts_and_other_lines_beside_it() -> None:
    both = exercise(line("thing"), line("week", "This week"), makes="I will {thing}.")
    assert both.lines({"thing": "rest", "week": "twice"}) == ("This week: twice", "I will rest.")
    assert both.lines({"week": "twice"}) == ("This week: twice",)


def test_what_was_typed_half_way_is_kept_as_it_stands() -> None:
    assert CARD.lines({"sign": "I shake", "move": "go"}) == ("I shake", "go")


def test_several_words_are_said_as_one_reads_them() -> None:
    feelings = exercise(Step(say="Which?", ask=Field(id="felt", kind=FieldKind.FEELINGS)), makes="I feel {felt}.")
    assert feelings.made({"felt": "tired\ntorn\nsmall"}) == "I feel tired, torn and small."


def test_neither_a_message_nor_a_strength_is_a_line() -> None:
    write = Step(say="Write", ask=Field(id="words", kind=FieldKind.LINE), message=True)
    wave = exercise(write, scale("before"), scale("close", "Close now"))
    said = {"words": "where are you", "before": "8", "close": "3"}
    assert wave.message(said) == "where are you"
    assert wave.lines(said) == ("Close now: 3",)
    assert wave.asks_strength


@pytest.mark.parametrize(
    ("ask", "more", "problem"),
    [
        ({"id": "a", "kind": "choice"}, {}, "choices of “a”: expected with kind choice"),
        ({"id": "a", "kind": "line", "choices": ["a"]}, {}, "choices of “a”: expected with kind choice"),
        ({"id": "a", "kind": "choice", "choices": ["a"]}, {"hold": "b"}, "hold: expected one of a, got “b”"),
        ({"id": "a", "kind": "poem"}, {}, "Invalid enum value"),
        ({"id": "a", "kind": "text"}, {}, "ask, kind: expected any but text, log, entries"),
        ({"id": "before", "kind": "line"}, {}, "ask, kind: expected scale"),
        (None, {"message": True}, "message: expected with ask only"),
    ],
)
def test_a_step_that_asks_wrongly_is_refused(
    ask: dict[str, object] | None, more: dict[str, object], problem: str
) -> None:
    with pytest.raises(msgspec.ValidationError, match=problem):
        msgspec.convert({"say": "…", "ask": ask, **more}, Step)


def test_a_name_that_no_earlier_step_has_is_refused() -> None:
    with pytest.raises(ValueError, match="makes: no step before asks for “thing”"):
        exercise(line("other"), makes="{thing}")
    with pytest.raises(ValueError, match="steps, entry 1, say: no step before asks for “thing”"):
        exercise(Step(say="{thing}"), line("thing"))
    with pytest.raises(ValueError, match="steps, entry 2, ask, id: “thing” is there twice"):
        exercise(line("thing"), line("thing"))
