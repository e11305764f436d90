"""Worksheets: what fits a field, the card, and what a pause takes from the answers."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.drafting import PauseDefaults
from companion.domain.worksheet import (
    Answers,
    Field,
    FieldKind,
    Worksheet,
    calming_lines,
    card,
    pause_defaults,
)

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def answers(slug: str, **said: str) -> Answers:
    return Answers(id=slug, answers=said, filled_at=NOW)


def worksheet(slug: str, *fields: Field, defaults_for: str | None = None) -> Worksheet:
    return Worksheet(slug=slug, title="Ours", group="For a pause", why="Why.", fields=fields, defaults_for=defaults_for)


LENGTH = Field(id="length", label="Usual length", kind=FieldKind.LENGTH)
PLACE = Field(id="place", label="Where", kind=FieldKind.LINE)
WHO = Field(id="who", label="Who", kind=FieldKind.CHOICE, choices=("me", "you"))
STRONG = Field(id="strong", label="How strong", kind=FieldKind.SCALE)
AGREEMENT = worksheet("agreement", LENGTH, PLACE, defaults_for="pause")


@pytest.mark.parametrize(("field", "answer"), [(LENGTH, "soon"), (WHO, "they"), (STRONG, "11"), (STRONG, "x")])
def test_an_answer_that_does_not_fit_is_named(field: Field, answer: str) -> None:
    with pytest.raises(ValueError, match=r"\."):
        field.check(answer)


@pytest.mark.parametrize(
    ("field", "answer"), [(LENGTH, "1h 15m"), (WHO, "you"), (STRONG, "0"), (PLACE, "[/b]"), (LENGTH, " ")]
)
def test_an_answer_that_fits_is_taken(field: Field, answer: str) -> None:
    field.check(answer)


def test_the_card_leaves_out_empty_fields_and_lists_lines() -> None:
    sheet = worksheet("s", PLACE, Field(id="off", label="Off limits", kind=FieldKind.TEXT), STRONG)
    said = answers("s", place="the bedroom", off="shouting\n\nthe door ")
    assert card(sheet, said) == "# Ours\n\n**Where:** the bedroom\n\n**Off limits**\n\n- shouting\n- the door\n"
    assert card(sheet, None) == "# Ours\n"


def test_the_agreement_gives_the_pause_its_length_and_place() -> None:
    said = [answers("agreement", length="45", place="the balcony")]
    assert pause_defaults([AGREEMENT], said) == PauseDefaults(length=timedelta(minutes=45), place="the balcony")


def test_a_worksheet_that_is_not_for_the_pause_gives_it_nothing() -> None:
    sheet = worksheet("other", LENGTH, PLACE)
    assert pause_defaults([sheet], [answers("other", length="45", place="here")]) == PauseDefaults()


def test_without_answers_or_with_a_length_nobody_can_read_there_is_no_default() -> None:
    assert pause_defaults([AGREEMENT], []) == PauseDefaults()
    assert pause_defaults([AGREEMENT], [answers("agreement", length="a while", place="here")]) == (
        PauseDefaults(place="here")
    )


def test_what_calms_comes_from_each_field_in_turn_and_leaves_out_what_makes_it_worse() -> None:
    said = answers("what-calms-me", body="a walk\nstretching\n", senses="rain", people="Mo", **{"not": "a drink"})
    assert calming_lines(said) == ["a walk", "rain", "Mo", "stretching"]


def test_without_answers_nothing_calms_yet() -> None:
    assert calming_lines(None) == []
