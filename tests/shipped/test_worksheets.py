"""Every shipped worksheet can be read, filled in from one end to the other, and says what it can say."""

import random
from datetime import UTC, date, datetime

import pytest

from companion.domain.entry import Entry
from companion.domain.field import COUNTED, Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.worksheet import Worksheet
from companion.domain.worksheet_band import band_of
from companion.domain.worksheet_card import card
from companion.domain.worksheet_offers import Offers
from companion.domain.worksheet_result import endings, is_unsafe, say_band, ways_on
from companion.domain.worksheet_uses import lines_shown_in, pause_defaults
from companion.resources import LIBRARY
from companion.storage.library import Library

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
SHEETS = Library(LIBRARY).worksheets
NAMED = {
    "what-calms-me", "our-pause-agreement", "boundary", "what-closeness-means", "quiet-and-solo-time",
    "small-acts-of-closeness", "people-i-can-call", "if-then-card", "two-week-experiment", "small-disclosure-ladder",
    "fear-facts-not-known", "mine-and-theirs", "kind-outsider-page", "own-it-mend-it-page", "asks-and-answers",
    "decision-desk", "letter-to-myself", "first-hour-with-a-therapist", "tank", "two-distances-check",
    "week-of-us-check", "ready-to-talk", "space-or-silence", "one-off", "signs-of-burnout", "signs-of-needing-space",
    "signs-of-distance", "signs-of-lasting-distance", "signs-of-shrinking",
}  # fmt: skip
"""What the product promises."""
MOST_TRIES = 20_000

each_sheet = pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)


def typed(field: Field) -> str:
    """Return something that a person might type there."""
    match field.kind:
        case FieldKind.CHOICE | FieldKind.TICKS:
            return field.choices[0]
        case FieldKind.PEOPLE if field.limit == 1:
            return "S"
        case FieldKind.LOG:
            return f"yesterday {field.choices[0]}"
    return {
        FieldKind.SCALE: "6", FieldKind.DATE: "in 3 weeks", FieldKind.CLOCK: "8pm", FieldKind.LENGTH: "1h 15m",
        FieldKind.PEOPLE: "S, Mum", FieldKind.FEELINGS: "1, 2", FieldKind.ENTRIES: "1",
    }.get(field.kind, "a line\nand another" if field.kind is FieldKind.TEXT else "a line")  # fmt: skip


def whole(sheet: Worksheet, library: Library) -> Answers:
    """Return a filling with every field answered."""
    offers = Offers(library.vocabulary, [Entry(at=NOW, note="the dishes")])
    answers = {field.id: sheet.read(field, typed(field), TODAY, offers.of(field)) for field in sheet.fields}
    return Answers(worksheet=sheet.slug, answers=answers, filled_at=NOW)


def test_all_files_can_be_read_and_all_that_is_promised_is_there(library: Library) -> None:
    assert library.worksheet_files.broken == ()
    assert library.worksheets.keys() >= NAMED


@each_sheet
def test_its_facts_are_there_and_its_words_fit_a_screen(sheet: Worksheet, library: Library) -> None:
    assert set(sheet.facts) <= {fact for fact in library.sources.facts}
    assert len(sheet.title) <= 40
    assert len(sheet.why) <= 320, len(sheet.why)
    for field in sheet.fields:
        assert len(field.label) <= 60, field.label
        assert len(field.help) <= 160, field.help


@each_sheet
def test_every_field_takes_an_answer_and_the_card_shows_something(sheet: Worksheet, library: Library) -> None:
    filling = whole(sheet, library)
    assert all(filling.answers.values())
    assert sheet.title in card(sheet, filling) or sheet.card
    assert len(card(sheet, filling).splitlines()) > 1
    said = [say_band(sheet, filling), *endings(sheet, filling), *ways_on(sheet, filling)]
    assert any(said) or not sheet.has_end


@each_sheet
def test_each_of_its_bands_can_be_said(sheet: Worksheet) -> None:
    rng, said = random.Random(7), set()
    for _ in range(MOST_TRIES):
        answers = {field.id: _some(field, rng) for field in sheet.fields if field.kind in COUNTED}
        if found := band_of(sheet.bands, sheet.fields, answers):
            said.add(found)
        if len(said) == len(sheet.bands):
            break
    assert [band.say for band in sheet.bands if band not in said] == []


def _some(field: Field, rng: random.Random) -> str:
    """Return a random answer; extreme ones come often enough for bands at the ends."""
    if field.kind is FieldKind.TICKS:
        return "\n".join(choice for choice in field.choices if rng.random() < 0.5)
    if field.kind is FieldKind.SCALE:
        return str(rng.choice((0, 10, rng.randint(0, 10))))
    return rng.choice(field.choices)


@each_sheet
def test_what_asks_for_safety_says_nothing_else(sheet: Worksheet, library: Library) -> None:
    for name, answers in sheet.unsafe_if.items():
        for answer in answers:
            filling = whole(sheet, library)
            filling.answers[name] = answer
            assert is_unsafe(sheet, filling)
            assert ways_on(sheet, filling) == ["pages/safety-first"]
            assert [say_band(sheet, filling), *endings(sheet, filling)] == [""]


@each_sheet
def test_a_check_in_keeps_nothing_by_itself_or_is_a_look_back(sheet: Worksheet) -> None:
    assert not sheet.keep or not sheet.is_check_in or sheet.offered_on


def test_what_calms_and_the_agreement_reach_the_pause(library: Library) -> None:
    sheets = library.worksheets.values()
    kept = [whole(sheet, library) for sheet in sheets]
    assert pause_defaults(sheets, kept).place
    assert any(lines_shown_in(where, sheets, kept) for sheet in sheets for where in sheet.shown_in)
