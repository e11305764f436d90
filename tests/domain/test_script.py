"""Scripts: slots filled, optional parts left out, and a person's own brackets left alone."""

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.script import SLOTS, fill, open_slots, say_unfilled, unfill
from tests.conftest import HOSTILE

TEXT = "I need {minutes}[ in {place}]. Back at {back_at}."


def test_slots_are_filled() -> None:
    slots = {"minutes": "30 minutes", "place": "the bedroom", "back_at": "20:40"}
    assert fill(TEXT, slots) == "I need 30 minutes in the bedroom. Back at 20:40."


def test_an_optional_part_goes_when_its_slot_is_empty() -> None:
    assert fill(TEXT, {"minutes": "30 minutes", "place": "", "back_at": "20:40"}) == "I need 30 minutes. Back at 20:40."


def test_an_empty_slot_elsewhere_shows_its_name() -> None:
    assert fill("Back at {back_at}, {name}.", {}) == "Back at ‹back at›, ‹name›."


def test_brackets_and_braces_that_are_no_slots_stay() -> None:
    assert fill("[/b] {love} [red] {}", {}) == "[/b] {love} [red] {}"
    assert "[/b] and [red] $x" in fill(HOSTILE, {})


def test_open_slots_are_named_once_in_order() -> None:
    assert open_slots("{place} {name} {place} {love}") == ["place", "name"]


def test_edited_words_get_their_slots_back() -> None:
    slots = {"minutes": "30 minutes", "back_at": "20:40", "place": "the bedroom"}
    edited = "Please. I need 30 minutes in the bedroom. Back at 20:40, I promise."
    assert unfill(edited, TEXT, slots) == "Please. I need {minutes} in {place}. Back at {back_at}, I promise."


def test_words_that_only_look_like_a_value_stay() -> None:
    slots = {"minutes": "30 minutes", "back_at": "20:40", "place": "to"}
    filled = fill(TEXT, slots)
    assert (
        unfill(f"{filled} I want to talk.", TEXT, slots)
        == "I need {minutes} in {place}. Back at {back_at}. I want to talk."
    )


def test_a_time_that_was_typed_over_is_the_persons_own() -> None:
    slots = {"minutes": "30 minutes", "back_at": "20:40", "place": ""}
    assert unfill("I need 30 minutes. Back at nine.", TEXT, slots) == "I need {minutes}. Back at nine."


@given(st.text())
def test_filling_never_fails_on_what_a_person_types(text: str) -> None:
    assert isinstance(fill(text, {"place": "here"}), str)


def test_every_slot_there_is_and_a_closed_part_are_fine() -> None:
    assert say_unfilled(" ".join(f"[ so {{{name}}}]" for name in SLOTS)) == ""


@given(st.text())
def test_any_words_can_be_asked_about(words: str) -> None:
    assert (say_unfilled(words) == "") <= (fill(words, dict.fromkeys(SLOTS, "x")).find("{") < 0)
