"""Runs of words that two texts share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tests.shipped.grade import words
from tests.shipped.sentences import QUOTED_HERE, Kind, blocks, unquoted

LONGEST_SHARED = 5
FIXED_LINES = (
    "If you're afraid of them, skip this and see Safety first.",
    "If you're afraid of them, skip the rest and see Safety first.",
    "In danger now? Call your local emergency number.",
    "You can stop, and there is help for that too.",
)
"""What is said in the same words wherever it is said; so are the titles of pieces, which links give."""


def shared_runs(texts: Mapping[str, str], titles: Iterable[str] = ()) -> dict[str, list[str]]:
    """Return the runs of words that stand in more than one of these Markdown texts, with the names of those texts.

    Words to try may be shared, be they quoted in a block or in a line; so may fixed lines and titles.
    """
    fixed = [_as_words(line) for line in (*FIXED_LINES, *titles)]
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for name, text in texts.items():
        for block in blocks(text):
            if block.kind is not Kind.SAID:
                for run in _runs(block.text, fixed):
                    homes[run].add(name)
    return {run: sorted(names) for run, names in homes.items() if len(names) > 1}


def _runs(text: str, fixed: list[str]) -> Iterable[str]:
    for part in unquoted(text).split(QUOTED_HERE):
        left = f" {_as_words(part)} "
        for line in fixed:
            left = left.replace(f" {line} ", " | ")
        for piece in left.split("|"):
            found = piece.split()
            yield from (" ".join(found[at : at + 6]) for at in range(len(found) - LONGEST_SHARED))


def _as_words(text: str) -> str:
    return " ".join(words(text.lower().replace("’", "'")))
