"""The library that verbs speak from; beside the context, as its many types take 5 ms to import."""

from functools import cache
from pathlib import Path

from companion.commands.context import Context
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.paths import ARTICLES, WORKSHEETS


def shipped_library(context: Context | None = None) -> Library:
    """Return what is shipped, with what is one's own in the data folder; a piece is read when it is first asked for.

    Args:
        context: Where the data folder is; the verb's own unless it is given.
    """
    found = context or _context_of_verb()
    return _library(found.folder if found else None)


def _context_of_verb() -> Context | None:
    import click  # 6 ms that an app opened without a verb need not pay

    current = click.get_current_context(silent=True)
    return current.find_object(Context) if current else None


@cache
def _library(data: Path | None) -> Library:
    return Library(LIBRARY, data and data / WORKSHEETS, data and data / ARTICLES)
