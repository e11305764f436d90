"""The line that a filter is written with.

`#tag` and `@S` are those of the quick line (companion/domain/shorthand.py); `!7`, `!5-8` and `!7+` are strengths;
`since:DAY`, `until:DAY`, `has:miss`, `by:them`, `is:hidden`. Everything else is a word that stands in the entry.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Protocol

import msgspec

from companion.catalogue import _
from companion.domain.entry import EntryField, Who
from companion.domain.entry_filter import EntryFilter, Has, Tagged
from companion.domain.shorthand import Tags
from companion.domain.strength import STRENGTHS


class Day(Protocol):
    """Reads a day in natural words; raises ValueError with a sentence."""

    def __call__(self, words: str, /, *, is_last: bool = False) -> date:
        """Return the day; of a month or a year the first, or the last one."""


TOKEN = re.compile(r'(?:[^\s"]|"[^"]*(?:"|$))+')
"""One part of a line; a quotation is one, whatever stands in it."""
_SHOWN = 60
"""Characters of a part that are said again."""
_STRENGTH = re.compile(r"!(\d+)(?:(-)(\d+)|(\+))?$")


def read_filter(query: str, tags: Tags, day: Day) -> EntryFilter:
    """Return the filter that a line says.

    Args:
        query: As it was typed.
        tags: All tags.
        day: Reads a day.

    Raises:
        ValueError: with a sentence, if a part of it means nothing.
    """
    reading = _Reading(tags, day)
    for token in TOKEN.findall(query):
        reading.take(token)
    return reading.filter()


class _Reading:
    """One line being read, part by part."""

    def __init__(self, tags: Tags, day: Day) -> None:
        self._tags = tags
        self._day = day
        self._several: dict[str, list[object]] = {}
        self._one: dict[str, object] = {}
        self._named = {
            "since": self._since,
            "until": self._until,
            "has": self._has,
            "by": self._by,
            "is": self._is,
            "no": self._no,
        }

    def filter(self) -> EntryFilter:
        """Return what was read.

        Raises:
            ValueError: if the days or the strengths stand the wrong way round.
        """
        several = {name: tuple(dict.fromkeys(values)) for name, values in self._several.items()}
        found = msgspec.convert({**several, **self._one}, EntryFilter)
        if found.since and found.until and found.since > found.until:
            raise ValueError(_("The first day is after the last one. Change since or until."))
        if found.lowest is not None and found.highest is not None and found.lowest > found.highest:
            raise ValueError(_("Give the lower strength first, like !5-8."))
        return found

    def take(self, token: str) -> None:
        """Take one part of the line."""
        name, colon, value = token.partition(":")
        value = value.replace('"', "").strip()
        if token.startswith("#") and len(token) > 1:
            self._tag(token[1:])
        elif token.startswith("@") and len(token) > 1:
            self._add("persons", token[1:].replace('"', ""))
        elif found := _STRENGTH.match(token):
            self._strength(found)
        elif colon and value and (read := self._named.get(name.lower())):
            read(value)
        elif words := token.replace('"', "").strip():
            self._add("words", words)

    def _add(self, name: str, value: object) -> None:
        self._several.setdefault(name, []).append(value)

    def _tag(self, tag: str) -> None:
        found: tuple[EntryField, str] | None = self._tags.find(tag)
        if found is None:
            near = self._tags.near(tag)
            unknown = _("#{tag} is not on the lists.", tag=tag)
            raise ValueError(" ".join((unknown, _("Did you mean {near}?", near=near))) if near else unknown)
        field, value = found
        self._add("tags", Tagged(field.name, value))

    def _strength(self, found: re.Match[str]) -> None:
        low = int(found[1][:3])
        high = int(found[3][:3]) if found[2] else STRENGTHS[-1] if found[4] else low
        if low not in STRENGTHS or high not in STRENGTHS:
            raise ValueError(_("Strength is a number from 0 to 10, like !7, !5-8 or !7+."))
        self._one |= {"lowest": low, "highest": high}

    def _since(self, value: str) -> None:
        self._one["since"] = self._read_day("since", value)

    def _until(self, value: str) -> None:
        self._one["until"] = self._read_day("until", value, is_last=True)

    def _read_day(self, name: str, value: str, *, is_last: bool = False) -> date:
        try:
            return self._day(value, is_last=is_last)
        except ValueError as error:
            said = _(
                "“{name}:{value}” is not understood. "
                'Say a day that has begun, like {name}:monday, {name}:2026-11-01 or {name}:"last week".',
                name=name,
                value=value[:_SHOWN],
            )
            raise ValueError(said) from error

    def _has(self, value: str) -> None:
        self._add("has", _one_of(Has, "has", value))

    def _by(self, value: str) -> None:
        self._one["by"] = _one_of(Who, "by", value)

    def _is(self, value: str) -> None:
        if value.lower() != "hidden":
            raise ValueError(_("“is:{word}” is not known. There is is:hidden.", word=value))
        self._one["hidden"] = True

    def _no(self, value: str) -> None:
        if value.lower() != "kind":
            raise ValueError(_("“no:{word}” is not known. There is no:kind.", word=value))
        self._one["no_kind"] = True


def _one_of(known: type[StrEnum], name: str, value: str) -> StrEnum:
    try:
        return known(value.lower())
    except ValueError:
        listed = ", ".join(f"{name}:{each}" for each in known)
        raise ValueError(
            _("“{name}:{word}” is not known. There are {listed}.", name=name, word=value, listed=listed)
        ) from None
