"""The fifteen exercises: all there, safe to offer, and fit to be done."""

import pytest

from companion.domain.exercise import Exercise
from companion.domain.field import FieldKind
from companion.domain.source import Firmness
from companion.storage.library import Library

SLUGS = {
    "long-sigh", "slow-six", "even-square", "five-things", "let-go-muscles", "cool-and-slow", "ride-the-wave",
    "kind-outsider", "name-it-small", "if-then-card", "say-it-back", "own-it-mend-it", "two-distances", "warm-wish",
    "week-of-us",
}  # fmt: skip
ABOUT_THEM = SLUGS - {"long-sigh", "slow-six", "even-square", "five-things", "let-go-muscles", "cool-and-slow"}
"""Those that have to do with the other person."""


def every_word(exercise: Exercise) -> dict[str, str]:
    """Return an answer to every step."""
    return {field.id: "4" if field.kind is FieldKind.SCALE else "words" for field in exercise.asked}


def test_all_fifteen_are_there(library: Library) -> None:
    assert set(library.exercises) >= SLUGS


@pytest.mark.parametrize("slug", sorted(ABOUT_THEM))
def test_whatever_is_about_the_other_says_first_when_safety_comes_before_it(library: Library, slug: str) -> None:
    exercise = library.exercises[slug]
    assert "Safety first" in exercise.skip
    assert "(../pages/safety-first.md)" in exercise.text or slug == "name-it-small"


def test_what_two_do_together_is_marked_and_goes_in_turns(library: Library) -> None:
    together = [exercise for exercise in library.exercises.values() if exercise.together]
    assert {exercise.slug for exercise in together} == {"say-it-back", "week-of-us"}
    for exercise in together:
        assert "fear at home" in exercise.skip
        turns = [step.seconds for step in exercise.steps if step.turn]
        assert all(turns)
        assert len(turns) % 2 == 0


@pytest.mark.parametrize("slug", sorted(SLUGS))
def test_the_minutes_leave_time_for_every_clock(library: Library, slug: str) -> None:
    exercise = library.exercises[slug]
    assert sum(step.seconds or 0 for step in exercise.steps) <= exercise.minutes * 60 + 30


@pytest.mark.parametrize("slug", ["name-it-small", "if-then-card", "own-it-mend-it"])
def test_what_is_made_holds_every_answer(library: Library, slug: str) -> None:
    exercise = library.exercises[slug]
    made = exercise.made(every_word(exercise))
    assert made.count("words") == len(exercise.asked)
    assert "…" not in made


def test_strong_words_of_an_exercise_need_strong_facts(library: Library) -> None:
    for exercise in library.exercises.values():
        if "research shows" in f"{exercise.evidence} {exercise.text}".lower():
            strengths = {library.sources.facts[fact].firmness for fact in exercise.facts}
            assert Firmness.STRONG in strengths, exercise.slug
