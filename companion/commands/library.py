"""The library that verbs speak from; beside the context, as its many types take 5 ms to import."""

from functools import cache
from pathlib import Path

import click

from companion.commands.context import Context
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.paths import WORKSHEETS


def shipped_library() -> Library:
    """Return what is shipped, with the worksheets of the data folder; a piece is read when it is first asked for."""
    context = click.get_current_context(silent=True)
    found = context and context.find_object(Context)
    return _library(found.folder / WORKSHEETS if found else None)


@cache
def _library(own_worksheets: Path | None) -> Library:
    return Library(LIBRARY, own_worksheets)


def exercise_titles(library: Library) -> dict[str, str]:
    """Return what each exercise is called, by its slug."""
    return {slug: exercise.title for slug, exercise in library.exercises.items()}
