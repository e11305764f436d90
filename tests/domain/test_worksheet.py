"""Worksheets: what fits a field, the card, and what other places take from the answers."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from companion.domain.drafting import PauseDefaults
from companion.domain.field import Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.worksheet import Where, Worksheet, filled_fields, fillings
from companion.domain.worksheet_card import card
from companion.domain.worksheet_uses import lines_shown_in, pause_defaults

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)


def answers(slug: str, **said: str) -> Answers:
    return Answers(id=slug, answers=said, filled_at=NOW)


def worksheet(slug: str, *fields: Field, **more: Any) -> Worksheet:
    return Worksheet(slug=slug, title="Ours", group="For a pause", why="Why.", fields=fields, **more)


def field(kind: FieldKind, **more: Any) -> Field:
    return Field(id="f", label="F", kind=kind, **more)


LENGTH = Field(id="length", label="Usual length", kind=FieldKind.LENGTH)
PLACE = Field(id="place", label="Where", kind=FieldKind.LINE)
WHO = field(FieldKind.CHOICE, choices=("me", "both of us", "you"))
STRONG = field(FieldKind.SCALE)
TICKS = field(FieldKind.TICKS, choices=("slow, calm breath", "one topic", "a walk"), most=2)
LOG = field(FieldKind.LOG, choices=("held", "partly", "not", "not held"))
AGREEMENT = worksheet("agreement", LENGTH, PLACE, defaults_for=Where.PAUSE)

# -- fields


@pytest.mark.parametrize(
    ("asked", "typed", "kept"),
    [
        (LENGTH, "1h 15m", "1h 15m"),
        (WHO, "you", "you"),
        (WHO, "YOU", "you"),
        (WHO, "bo", "both of us"),
        (WHO, "2", "both of us"),
        (STRONG, "0", "0"),
        (STRONG, " 10 ", "10"),
        (PLACE, "[/b] {x} \x1b", "[/b] {x} \x1b"),
        (LENGTH, " ", ""),
        (TICKS, "slow, calm breath", "slow, calm breath"),
        (TICKS, "2, 3", "one topic\na walk"),
        (TICKS, "one topic\none topic", "one topic"),
        (field(FieldKind.CLOCK), "8pm", "20:00"),
        (field(FieldKind.DATE), "3 march", "2027-03-03"),
        (field(FieldKind.PEOPLE), "S, Mum,,S", "S\nMum"),
        (LOG, "yesterday not held", "2026-11-21 not held"),
        (LOG, "held", "2026-11-22 held"),
        (LOG, "2026-11-20 held\n2026-11-02 not", "2026-11-02 not\n2026-11-20 held"),
        (LOG, "friday: partly", "2026-11-20 partly"),
    ],
)
def test_an_answer_that_fits_is_taken_as_it_is_kept(asked: Field, typed: str, kept: str) -> None:
    assert asked.read(typed, TODAY) == kept
    assert asked.read(kept, TODAY) == kept


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (LENGTH, "soon"),
        (WHO, "they"),
        (WHO, "4"),
        (STRONG, "11"),
        (STRONG, "x"),
        (STRONG, "²"),
        (TICKS, "1, 2, 3"),
        (TICKS, "a run"),
        (field(FieldKind.CLOCK), "25:00"),
        (field(FieldKind.DATE), "soon"),
        (LOG, "yesterday"),
        (LOG, "tomorrow held"),
        (LOG, "whenever held"),
    ],
)
def test_an_answer_that_does_not_fit_is_named_in_a_sentence(asked: Field, typed: str) -> None:
    with pytest.raises(ValueError, match=r"^.*[.…)\]a-z0-9]$"):
        asked.read(typed, TODAY)


def test_feelings_and_entries_are_those_that_are_offered() -> None:
    feelings = field(FieldKind.FEELINGS)
    offered = ["torn", "tired", "small", "tense"]
    assert feelings.read("small, tired", TODAY, offered) == "small\ntired"
    for typed in ("calm", "torn, tired, small, tense"):
        with pytest.raises(ValueError, match=r"Choose|Up to 3"):
            feelings.read(typed, TODAY, offered)
    assert field(FieldKind.ENTRIES).read("abc", TODAY, ["abcdef", "xyz"]) == "abcdef"


def test_a_day_that_something_waits_for_lies_ahead() -> None:
    day = Field(id="again", label="Again", kind=FieldKind.DATE)
    sheet = worksheet("s", day, review="again")
    assert sheet.read(day, "tomorrow", TODAY) == "2026-11-23"
    for typed in ("today", "2026-11-01"):
        with pytest.raises(ValueError, match="lies ahead"):
            sheet.read(day, typed, TODAY)
    assert worksheet("s", day).read(day, "today", TODAY) == "2026-11-22"


def test_what_can_not_be_read_any_more_is_said_as_it_is() -> None:
    assert field(FieldKind.DATE).say("some day") == ["some day"]
    assert LOG.say("some day\n2026-11-20 lost") == ["some: day", "20 November 2026: lost"]


# -- what a file may not say


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"fields": []}, "fields: expected at least one"),
        ({"review": "place"}, "review: expected a number of days or a field of kind date, got “place”"),
        ({"review": 0}, "review: expected 1 to 3650 days, got 0"),
        ({"repeat": 4000}, "repeat: expected 1 to 3650 days, got 4000"),
        ({"review": "nowhere"}, "review: there is no field “nowhere”; expected one of place, who"),
        ({"fields": [{"id": "a", "label": "A", "kind": "line"}] * 2}, "fields, id: “a” is there twice"),
        ({"seal": "nowhere"}, "seal: there is no field “nowhere”; expected one of place, who"),
        ({"seal": "place"}, "seal: expected a field of kind date"),
        ({"sealed": ["place"]}, "sealed: expected with seal only"),
        ({"not_after_strength": 11}, "not_after_strength: expected 1 to 10, got 11"),
        ({"unsafe_if": {"safe": ["no"]}}, "unsafe_if: there is no field “safe”; expected one of place, who"),
        ({"unsafe_if": {"who": ["they"]}}, "unsafe_if, who: expected some of me, you, got “they”"),
        ({"card": "{place} {nowhere}"}, "card: there is no field “nowhere”; expected one of place, who, title, date"),
        ({"shown_in": {"pause": ["body"]}}, "shown_in, pause: there is no field “body”; expected one of place, who"),
        ({"shown_in": {"bath": ["place"]}}, "bath"),
        ({"next": ["nowhere"]}, "next: “nowhere” is not a link"),
        ({"several": True, "repeat": 7}, "several: expected without repeat"),
        (
            {"bands": [{"when": {"answer": "they"}, "say": "x"}]},
            "bands, entry 1, when, answer: expected one of me, you",
        ),
        ({"bands": [{"when": {"fields": ["place"]}, "say": "x"}]}, "bands, entry 1, when, fields: expected fields of"),
    ],
)
def test_a_behaviour_that_speaks_of_what_is_not_there_is_named(more: dict[str, Any], said: str) -> None:
    raw: dict[str, Any] = {
        "slug": "s", "title": "S", "group": "G", "why": "W",
        "fields": [
            {"id": "place", "label": "P", "kind": "line"},
            {"id": "who", "label": "W", "kind": "choice", "choices": ["me", "you"]},
        ],
    }  # fmt: skip
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(raw | more, Worksheet)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"kind": "choice"}, "choices of “f”: expected with kind"),
        ({"kind": "line", "choices": ["a"]}, "choices of “f”: expected with kind"),
        ({"kind": "ticks", "choices": ["a", "A"]}, "words of its own"),
        ({"kind": "line", "most": 2}, "most of “f”"),
        ({"kind": "people", "most": 0}, "most of “f”"),
        ({"kind": "line", "low": "far"}, "low and high of “f”"),
        ({"kind": "line", "id": "two words"}, "id: expected letters"),
    ],
)
def test_a_field_that_contradicts_itself_is_named(more: dict[str, Any], said: str) -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert({"id": "f", "label": "F"} | more, Field)
    assert said in str(caught.value)


# -- cards


def test_the_card_leaves_out_empty_fields_and_lists_lines() -> None:
    sheet = worksheet("s", PLACE, Field(id="off", label="Off limits", kind=FieldKind.TEXT), STRONG)
    said = answers("s", place="the bedroom", off="shouting\n\nthe door ")
    assert card(sheet, said) == "# Ours\n\n**Where:** the bedroom\n\n**Off limits**\n\n- shouting\n- the door\n"
    assert card(sheet, None) == "# Ours\n"


def test_the_card_of_a_file_fills_its_slots_and_drops_lines_without_answers() -> None:
    people = Field(id="who", label="Who", kind=FieldKind.PEOPLE)
    text = "# {title} · {date}\n\n{place}\n- {f}\n{who} at {place}\nas it is"
    sheet = worksheet("s", PLACE, TICKS, people, card=text)
    said = answers("s", place="the \\1 {bedroom}", f="one topic\na walk")
    assert card(sheet, said) == (
        "# Ours · 22 November 2026\n\nthe \\1 {bedroom}\n- one topic\n- a walk\n at the \\1 {bedroom}\nas it is\n"
    )


def test_entries_are_said_and_one_that_is_gone_says_so() -> None:
    sheet = worksheet("s", field(FieldKind.ENTRIES))
    assert filled_fields(sheet, answers("s", f="a\nb"), {"a": "Friday"}) == [("F", ["Friday", "an entry that is gone"])]


# -- fillings


def test_old_records_and_new_ones_are_fillings_newest_first() -> None:
    old = answers("agreement", place="here")
    new = Answers(worksheet="agreement", answers={"place": "there"}, filled_at=NOW + timedelta(days=1))
    other = Answers(worksheet="other", answers={"place": "x"}, filled_at=NOW)
    assert fillings(AGREEMENT, [old, other, new]) == [new, old]
    assert pause_defaults([AGREEMENT], [new, old]).place == "there"


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


def test_a_pause_shows_one_line_from_each_field_in_turn() -> None:
    texts = [Field(id=name, label=name, kind=FieldKind.TEXT) for name in ("body", "senses", "people", "worse")]
    sheet = worksheet("s", *texts, shown_in={Where.PAUSE: ("body", "senses", "people")})
    said = answers("s", body="a walk\nstretching\n", senses="rain", people="Mo", worse="a drink")
    assert lines_shown_in(Where.PAUSE, [sheet], [said]) == ["a walk", "rain", "Mo", "stretching"]
    assert lines_shown_in(Where.PAUSE, [sheet], []) == []
    assert lines_shown_in(Where.REVIEW, [sheet], [said]) == []
