"""Persons of the log: one entry may be about several, and the shortest form that is clear stands on screens."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property

import msgspec

from companion.domain.entry import Entry

SEPARATOR = ", "
"""Between two persons in the one field that holds them."""

_BETWEEN = re.compile(r"[,;]")
_PARTS = re.compile(r"[\s\-.]+")
_MARK = "@"
"""Before a person in the shorthand of the line; it is no part of the name."""
_UNNAMED = "someone"
"""Stands for a name of nothing but signs."""
_LONGEST = 12
"""Letters of each part after which the whole name says it better."""


def persons(said: str) -> tuple[str, ...]:
    """Return the persons that a field names, each once, whatever the case: `S, Mum` is two."""
    found: dict[str, str] = {}
    for part in _BETWEEN.split(said):
        if name := " ".join(part.strip().lstrip(_MARK).split()):
            found.setdefault(_key(name), name)
    return tuple(found.values())


def is_same(one: str, other: str) -> bool:
    """Return whether two names are the same person's, whatever the case: `mum` is `Mum`."""
    return _key(one) == _key(other)


class Names(msgspec.Struct, frozen=True, dict=True):
    """What persons are called on screens: `S`, and `Sa` and `So` where Sam and Sofia are both in the log."""

    fields: frozenset[str] = frozenset()
    """What names those who must be told apart."""
    whole: bool = False
    """Whether persons stand with their whole names: the setting `show_names`."""

    @classmethod
    def among(cls, entries: Iterable[Entry], *, whole: bool) -> "Names":
        """Return what tells everybody apart whom entries name; give it all of the log, not only what is looked at."""
        return cls(frozenset(entry.person for entry in entries), whole)

    def say(self, said: str) -> str:
        """Say the persons of a field."""
        named = persons(said)
        return SEPARATOR.join(named if self.whole else map(self._short, named))

    def _short(self, name: str) -> str:
        """Return the shortest form that is nobody else's; the whole name if there is none."""
        key = _key(name)
        forms = _forms(name)
        return next((form for form in forms if self._whose.get(form.casefold(), {key}) == {key}), name)

    @cached_property
    def _whose(self) -> dict[str, set[str]]:
        """Whose forms each form is."""
        whose: dict[str, set[str]] = {}
        for field in self.fields:
            for name in persons(field):
                for form in _forms(name):
                    whose.setdefault(form.casefold(), set()).add(_key(name))
        return whose


INITIALS = Names()
"""Says anybody by the initials alone."""


def _forms(name: str) -> Iterator[str]:
    """Yield the initials of a name, then more of each part, as `AnLe` of Anna Lee, then all of it."""
    parts = _PARTS.split(unicodedata.normalize("NFC", name))
    begins = (next((at for at, char in enumerate(part) if _can_be_initial(char)), len(part)) for part in parts)
    said = [part[at:] for part, at in zip(parts, begins, strict=True) if at < len(part)]
    yield "".join(part[0].upper() for part in said) or _UNNAMED
    for length in range(2, min(_LONGEST, max(map(len, said), default=0))):
        yield "".join(part[0].upper() + part[1:length] for part in said)
    yield name


def _can_be_initial(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) == "So"  # emoji are names, too


def known_persons(entries: Iterable[Entry]) -> list[str]:
    """Return everybody that the entries name, the most often named first, each as it was written last."""
    said: dict[str, list[datetime]] = {}
    for entry in entries:
        if entry.person:
            said.setdefault(entry.person, []).append(entry.at)
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for field in sorted(said, key=lambda each: max(said[each])):
        for name in persons(field):
            counts[_key(name)] += len(said[field])
            written[_key(name)] = name
    return [written[key] for key, _ in counts.most_common()]


def as_known(said: str, known: Iterable[str]) -> str:
    """Return what a field names, written as before where the person is known; others as they are written."""
    spelled = {_key(name): name for name in known}
    return SEPARATOR.join(spelled.get(_key(name), name) for name in persons(said))


def is_about(entry: Entry, name: str) -> bool:
    """Return whether an entry names that person."""
    return any(is_same(each, name) for each in persons(entry.person))


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
