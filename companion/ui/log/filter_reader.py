"""Reading the filter's line, and putting a filter in words; the days in it are looked up beside the person."""

import asyncio
import re
from datetime import date
from functools import cached_property

from companion.domain.entry_filter import EntryFilter
from companion.domain.filter_line import TOKEN, read_filter
from companion.domain.filter_words import read_kindly, say_filter
from companion.domain.person import Names
from companion.domain.shorthand import Tags
from companion.domain.times import Clock
from companion.natural_time import parse_day
from companion.storage.library import Library

_NAMES_DAY = re.compile(r"(?:since|until):(?!\d{4}-\d\d-\d\d(?:\s|$))", re.IGNORECASE)
"""A day in words: what it means takes up to a third of a second to find out."""

_PERSON = "@"


class FilterReader:
    """Reads one line after the other."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._clock = clock

    @cached_property
    def tags(self) -> Tags:
        """All tags."""
        return Tags(self._library.vocabulary)

    async def read(self, query: str) -> EntryFilter:
        """Return the filter that a line says.

        Raises:
            ValueError: with a sentence, if a part of it means nothing.
        """
        if _NAMES_DAY.search(query):
            return await asyncio.to_thread(read_filter, query, self.tags, self._day)
        return read_filter(query, self.tags, self._day)

    async def read_kindly(self, query: str) -> EntryFilter:
        """Return the filter of what can be read in a line; the rest are words."""
        return await asyncio.to_thread(read_kindly, query, self.tags, self._day)

    def _day(self, words: str, /, *, is_last: bool = False) -> date:
        return parse_day(words, self._clock(), is_last=is_last)

    def say(self, wanted: EntryFilter, names: Names) -> str:
        """Say what a filter lets through."""
        return say_filter(wanted, self.tags, names)


def about(query: str, person: str) -> str:
    """Return the line with that person in it and no other; an empty one takes the person out."""
    parts = [part for part in TOKEN.findall(query) if not part.startswith(_PERSON)]
    if person:
        parts.append(f'{_PERSON}"{person}"' if " " in person else f"{_PERSON}{person}")
    return " ".join(parts)
