"""What calms: own lines, exercises, something to read; what helped stands first, what is hidden stays away."""

from companion.domain.content import Link
from companion.domain.exercise import Exercise
from companion.domain.pause import Pause, PauseKind
from companion.domain.worksheet import CALMS_ME, calming_lines
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.pause.wish import Suggestion

_READ_FOR = {PauseKind.TAKING: "space-guilt", PauseKind.GIVING: "they-asked", PauseKind.PLANNED: "space-guilt"}
"""The sentence of Now whose article is for this moment."""

_HANDS = ("five-things", "let-go-muscles", "cool-and-slow")
"""Exercises that keep the hands or the senses busy (X4, X5, X6)."""

_WAVE = "ride-the-wave"
"""The exercise for the pull to write (X7)."""


def suggestions(store: Store, library: Library, pause: Pause) -> list[Suggestion]:
    """Return what may help in this pause, in the order in which it is offered."""
    own = [Suggestion(line) for line in calming_lines(store.worksheets.get(CALMS_ME))]
    exercises = [_exercise(each) for each in _first_the_wave(library, pause)]
    reading = library.situations[_READ_FOR[pause.kind]].reading
    article = library.article(reading.slug)
    found = [*own, *exercises, Suggestion(f"Read: {article.title}", reading)]
    marks = {mark.script: mark.is_hidden for mark in store.favourites}
    shown = [each for each in found if not marks.get(each.name)]
    return sorted(shown, key=lambda each: each.name not in marks)


def _first_the_wave(library: Library, pause: Pause) -> list[Exercise]:
    """Return the exercises; for whoever waits, the one for the pull to write first."""
    first = _WAVE if pause.kind is PauseKind.GIVING else None
    return sorted(library.exercises.values(), key=lambda each: each.slug != first)


def _exercise(exercise: Exercise) -> Suggestion:
    text = f"{exercise.title} · {exercise.minutes} min"
    return Suggestion(text, Link("exercises", exercise.slug), exercise.slug in _HANDS)
