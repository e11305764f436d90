"""Repaired or not: what became of an entry, by itself and by what answers it in its thread."""

from collections.abc import Iterable, Mapping, Sequence

from companion.domain.entry import Entry
from companion.domain.threads import Mended, Thread

HELPED = ("helped-a-lot", "helped-a-bit")
"""Ids of `vocabulary/results.yaml` that say that a repair helped (evidence 8.7: “helped a bit or better”)."""

_LIGHTER = (Mended.HALF, Mended.BRIDGED)
"""Half mended is “lighter”, and so helped a bit; what was let go was not repaired."""

Answered = Mapping[str, Sequence[Entry]]
"""The entries that answer each entry of a thread, by its id."""


def answered(threads: Iterable[Thread]) -> Answered:
    """Return for each entry of the threads what answers it: all answers for a rupture, for an answer the later ones."""
    found: dict[str, Sequence[Entry]] = {}
    for thread in threads:
        found[thread.rupture.id] = thread.answers
        for place, entry in enumerate(thread.answers, start=1):
            found[entry.id] = thread.answers[place:]
    return found


def has_helped(entry: Entry) -> bool:
    """Return whether an entry says that a repair helped, or that it was half mended or bridged."""
    return entry.result in HELPED or entry.mended in _LIGHTER


def is_repaired(entry: Entry, answers: Answered) -> bool:
    """Return whether the entry, or one that answers it, says so."""
    return has_helped(entry) or any(has_helped(answer) for answer in answers.get(entry.id, ()))
