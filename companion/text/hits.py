"""Where words stand in a text: as quick for ten thousand hits of one letter as for three of a word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import overload

from companion.text.blocks import Block
from companion.text.spans import Span, Spot

_ALIKE = {"'": "['’‘]", "’": "['’‘]", '"': '["“”„]', "-": "[-‐‑–]"}
"""Signs that are typed otherwise than they are printed."""
_BETWEEN = "\0"
"""Stands between blocks; no text holds it."""


class Hits(Sequence[Span]):
    """The hits in the order of the text; capitals and the kind of quotes make no difference."""

    def __init__(self, words: str, blocks: Sequence[Block]) -> None:
        """Look for words; none has no hits."""
        texts = [block.words for block in blocks]
        self._firsts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        pattern = r"\s+".join("".join(map(_alike, part)) for part in words.split())
        found = re.finditer(pattern, _BETWEEN.join(texts), re.IGNORECASE) if pattern else ()
        self._hits = [hit.span() for hit in found]

    def __len__(self) -> int:
        return len(self._hits)

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> list[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | list[Span]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        start, end = self._hits[at]
        block = bisect_right(self._firsts, start) - 1
        first = self._firsts[block]
        return Span(Spot(block, start - first), Spot(block, end - first))

    def from_(self, spot: Spot) -> int:
        """Return the number of the first hit that begins there or below."""
        return bisect_left(self._hits, (self._firsts[spot.block] + spot.at, 0)) if self._hits else 0

    def on(self, block: int) -> Iterator[tuple[int, Span]]:
        """Yield the hits on a block, each with its number."""
        first, end = self._firsts[block : block + 2]
        for number in range(bisect_left(self._hits, (first, 0)), bisect_left(self._hits, (end, 0))):
            yield number, self[number]


def _alike(sign: str) -> str:
    return _ALIKE.get(sign) or re.escape(sign)
