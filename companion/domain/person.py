"""Persons of the log: one entry may be about several, and initials are what stands on screens."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from companion.domain.entry import Entry

SEPARATOR = ", "
"""Between two persons in the one field that holds them."""

_BETWEEN = re.compile(r"[,;]")
_PARTS = re.compile(r"[\s\-.]+")
_MARK = "@"
"""Before a person in the shorthand of the line; it is no part of the name."""
_UNNAMED = "someone"
"""The initials of a name of nothing but signs."""


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


def initials(name: str) -> str:
    """Return the initials of a name: `AM` of Anna-Maria, `S` of S; signs are passed over."""
    parts = _PARTS.split(unicodedata.normalize("NFC", name))
    first = (next(filter(_can_be_initial, part), "") for part in parts)
    return "".join(first).upper() or _UNNAMED


def _can_be_initial(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) == "So"  # emoji are names, too


def say_persons(said: str, *, whole: bool) -> str:
    """Say the persons of a field: by their whole names, or by their initials.

    Args:
        said: What the field holds.
        whole: The setting `show_names`.
    """
    named = persons(said)
    return SEPARATOR.join(named if whole else map(initials, named))


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
