"""The shipped library, for verbs that speak from it; beside the context, as its many types take 5 ms to import."""

from functools import cache

from companion.resources import LIBRARY
from companion.storage.library import Library


@cache
def shipped_library() -> Library:
    """Return the shipped library; a piece is read when it is first asked for."""
    return Library(LIBRARY)


def exercise_titles(library: Library) -> dict[str, str]:
    """Return what each exercise is called, by its slug."""
    return {slug: exercise.title for slug, exercise in library.exercises.items()}
