"""What a person can want of an open pause."""

from dataclasses import dataclass
from enum import StrEnum

from companion.domain.content import Link


class Wish(StrEnum):
    """What can be done to an open pause."""

    BACK = "back"
    MORE = "more"
    PARK = "park"
    TOLD = "told"
    END = "end"
    RIDE = "ride"
    """Giving: one more pull to write was ridden out."""
    UNRIDE = "take back"
    """Giving: the last of them was a slip of the finger."""
    HOLD = "hold"
    """Giving: a message is to be held."""
    WAIT = "wait"
    """Giving: until when one waits."""
    UNSAFE = "unsafe"


@dataclass(frozen=True)
class Suggestion:
    """One thing that calms; with a link, something to open."""

    text: str
    link: Link | None = None
    is_for_the_hands: bool = False
    """Whether it keeps the hands, not the head, busy."""

    @property
    def name(self) -> str:
        """What a mark on it is kept under."""
        return str(self.link or self.text)
