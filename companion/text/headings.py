"""The headings of a text, and the names by which its own links call them."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from companion.text.blocks import Block
from companion.text.links import unquoted

_NO_NAME = re.compile(r"[^\w\- ]")


class Heading(NamedTuple):
    """One heading."""

    block: int
    """The number of its block."""
    level: int
    """1 to 6."""
    words: str
    anchor: str
    """What a link calls it, as GitHub does: `what-a-call-is-like`; of two alike the second has `-1`."""


def headings(blocks: Iterable[Block]) -> list[Heading]:
    """Return the headings in their order."""
    found: list[Heading] = []
    taken: Counter[str] = Counter()
    for number, block in enumerate(blocks):
        words = " ".join(block.words.split())
        if block.heading and words:
            name = _NO_NAME.sub("", words.lower()).replace(" ", "-")
            found.append(Heading(number, block.heading, words, f"{name}-{taken[name]}" if taken[name] else name))
            taken[name] += 1
    return found


def contents(found: list[Heading]) -> list[Heading]:
    """Return the headings to choose from; the title above all others is none of them."""
    has_title = bool(found) and found[0].level == 1 and all(each.level > 1 for each in found[1:])
    return found[1:] if has_title else found


def heading_of(anchor: str, found: Iterable[Heading]) -> Heading | None:
    """Return the heading that a link means: `#what-a-call-is-like`."""
    wanted = unquoted(anchor.removeprefix("#")).lower()
    return next((each for each in found if each.anchor == wanted), None)
