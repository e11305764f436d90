"""A figure: something counted, which says from how many and how many are missing."""

from typing import ClassVar

import msgspec


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What every part of a review carries."""

    least: ClassVar[int] = 1
    """The smallest n from which it is shown."""

    n: int
    """How many entries (or pauses) it rests on."""

    @property
    def missing(self) -> int:
        """How many more it needs before it is shown; 0 when there are enough."""
        return max(0, self.least - self.n)
