"""The log: all entries, and how one looks through them."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.person import INITIALS, Names
from companion.domain.reaching import say_reaching
from companion.domain.times import local
from companion.domain.vocabulary import Vocabulary

ORDINARY, GOOD = "ordinary", "good"
"""Kinds that are kept with one key."""

ORDINARY_KEPT = _("Kept: an ordinary day.")
ORDINARY_ALREADY = _("Today is kept as an ordinary day already.")


def by_day(entries: Iterable[Entry]) -> list[tuple[date, list[Entry]]]:
    """Return runs of entries of one local day, in the order in which they came."""
    return [(day, list(run)) for day, run in groupby(entries, key=lambda entry: local(entry.at).date())]


_FADED = _("its words have faded")
"""Said of an entry that was words alone."""


def say_entry(entry: Entry, vocabulary: Vocabulary, names: Names = INITIALS) -> str:
    """Say an entry in a line: kind, strength, person, the words, and who reached out and what came back.

    Args:
        entry: The entry.
        vocabulary: Says what its words are called.
        names: Says what persons are called.
    """
    parts = (
        vocabulary.label(vocabulary.kinds, entry.kind),
        "" if entry.strength is None else f"{entry.strength}/10",
        names.say(entry.person),
        entry.note,
        say_reaching(entry, vocabulary),
    )
    return " · ".join(part for part in parts if part) or _FADED


def ordinary_day(entries: Iterable[Entry], moment: datetime) -> tuple[Entry, bool]:
    """Return the entry that says the moment's local day was ordinary, and whether it is kept already."""
    day = local(moment).date()
    found = (entry for entry in entries if entry.kind == ORDINARY and local(entry.at).date() == day)
    kept = next(found, None)
    return (kept, True) if kept else (Entry(at=moment, kind=ORDINARY), False)


def find_entry(entries: Iterable[Entry], beginning: str, where: str = "companion log list") -> Entry:
    """Return the one entry whose id begins so.

    Args:
        entries: Where to look.
        beginning: The first letters of its id.
        where: The verb that shows the ids.

    Raises:
        ValueError: if there is none or more than one.
    """
    wanted = beginning.strip().lower()
    found = [entry for entry in entries if entry.id.startswith(wanted)] if wanted else []
    if len(found) > 1:
        raise ValueError(_("{n} entries begin with “{wanted}”. Give more of the id.", n=len(found), wanted=wanted))
    if not found:
        raise ValueError(
            _("No entry begins with “{beginning}”. See the ids with: {where}", beginning=beginning, where=where)
        )
    return found[0]
