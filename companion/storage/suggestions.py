"""What calms: own lines, exercises, something to read; what helped stands first, what is hidden stays away."""

from dataclasses import dataclass

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.exercise import Exercise
from companion.domain.pause import Pause, PauseKind
from companion.domain.worksheet import Where
from companion.domain.worksheet_uses import lines_shown_in
from companion.storage.library import Library
from companion.storage.store import Store

_READ_FOR = {PauseKind.TAKING: "space-guilt", PauseKind.GIVING: "they-asked", PauseKind.PLANNED: "space-guilt"}
"""The sentence of Now whose article and trail are for this moment."""

_HANDS = ("five-things", "let-go-muscles", "cool-and-slow")
"""Exercises that keep the hands or the senses busy (X4, X5, X6)."""

_FIRST = {PauseKind.TAKING: "five-things", PauseKind.GIVING: "ride-the-wave", PauseKind.PLANNED: "long-sigh"}
"""The exercise that is offered first: gentle for everybody (X4), or for the pull to write (X7)."""


@dataclass(frozen=True)
class Suggestion:
    """One thing that calms; with a link, something to open."""

    text: str
    link: Link | None = None
    is_for_the_hands: bool = False
    """Whether it keeps the hands, not the head, busy."""

    @property
    def name(self) -> str:
        """What a mark on it is kept under."""
        return str(self.link or self.text)


def suggestions(store: Store, library: Library, pause: Pause) -> list[Suggestion]:
    """Return what may help in this pause, in the order in which it is offered."""
    kept = list(store.worksheets)
    worksheets = library.worksheet_files.of(kept)
    own = [Suggestion(line) for line in lines_shown_in(Where.PAUSE, worksheets, kept)]
    exercises = [_exercise(each) for each in _exercises(library, pause)]
    reading = library.situations[_READ_FOR[pause.kind]].reading
    article = library.article(reading.slug)
    trail = library.trail_for(_READ_FOR[pause.kind])
    found = [*own, *exercises, Suggestion(_("Read: {title}", title=article.title), reading)]
    if trail:
        found.append(Suggestion(_("Read, piece by piece: {title}", title=trail.title), Link("trails", trail.id)))
    marks = {mark.script: mark.is_hidden for mark in store.favourites}
    shown = [each for each in found if not marks.get(each.name)]
    return sorted(shown, key=lambda each: each.name not in marks)


def _exercises(library: Library, pause: Pause) -> list[Exercise]:
    """Return the exercises that one does alone, the one for this kind of pause first."""
    alone = (each for each in library.exercises.values() if not each.together)
    return sorted(alone, key=lambda each: each.slug != _FIRST[pause.kind])


def _exercise(exercise: Exercise) -> Suggestion:
    text = _("{title} · {minutes} min", title=exercise.title, minutes=exercise.minutes)
    return Suggestion(text, Link("exercises", exercise.slug), exercise.slug in _HANDS)
