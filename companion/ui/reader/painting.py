"""What lies over a text: layers of stretches that stand out, found by the block that they lie on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from companion.text.spans import Paint

OnBlock = Callable[[int], Iterable[Paint]]
"""Gives the paints that lie on a block."""


class Painting:
    """Layers of paints; only those of the lines that are drawn are looked at."""

    def __init__(self) -> None:
        self._layers: dict[str, OnBlock] = {}

    def lay(self, layer: str, paints: Iterable[Paint] | OnBlock) -> None:
        """Put paints into a layer, or what knows them, in place of those that were in it."""
        if callable(paints):
            self._layers[layer] = paints
            return
        by_block: dict[int, list[Paint]] = defaultdict(list)
        for paint in paints:
            for block in range(paint.span.start.block, paint.span.end.block + 1):
                by_block[block].append(paint)
        self._layers[layer] = lambda block: by_block.get(block, ())

    def on(self, block: int) -> Iterator[Paint]:
        """Yield the paints that lie on a block."""
        for layer in self._layers.values():
            yield from layer(block)

    def clear(self) -> None:
        """Take everything away."""
        self._layers.clear()
