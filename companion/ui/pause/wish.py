"""What a person can want of an open pause."""

from enum import StrEnum


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
