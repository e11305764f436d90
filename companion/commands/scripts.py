"""The shipped scripts, for verbs that say one or two of them and nothing else of the library."""

from functools import cache

from companion.resources import LIBRARY
from companion.storage.scripts import Scripts


@cache
def shipped_scripts() -> Scripts:
    """Return the shipped scripts; a file is read when something in it is first asked for."""
    return Scripts(LIBRARY / "scripts")
