"""The pieces that were read one after another, with a way back and forth."""

from typing import NamedTuple

from companion.text.whole import Whole


class Visit(NamedTuple):
    """One of them, and where it was left."""

    whole: Whole
    place: int = 0
    """The source line at the top."""


class History:
    """Where one came from, and where one went back from; opening another piece forgets the latter."""

    def __init__(self) -> None:
        self._before: list[Visit] = []
        self._after: list[Visit] = []

    def went_on(self, left: Visit) -> None:
        """Note what was left for another piece."""
        self._before.append(left)
        self._after.clear()

    def can_go(self, step: int) -> bool:
        """Return whether there is a piece to go back to (-1) or forward to (1)."""
        return bool(self._before if step < 0 else self._after)

    def go(self, step: int, left: Visit) -> Visit:
        """Go back (-1) or forward (1) from what was left just now; return what to show."""
        source, target = (self._before, self._after) if step < 0 else (self._after, self._before)
        target.append(left)
        return source.pop()
