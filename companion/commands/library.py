"""The library that verbs speak from; beside the context, as its many types take 5 ms to import."""

from functools import cache
from pathlib import Path

import click

from companion.commands.context import Context
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.paths import ARTICLES, WORKSHEETS


def shipped_library() -> Library:
    """Return what is shipped, with what is one's own in the data folder; a piece is read when it is first asked for."""
    context = click.get_current_context(silent=True)
    found = context and context.find_object(Context)
    return _library(found.folder if found else None)


@cache
def _library(data: Path | None) -> Library:
    return Library(LIBRARY, data and data / WORKSHEETS, data and data / ARTICLES)
