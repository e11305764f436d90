"""What a person may choose about the app itself."""

import msgspec

SHORTEST, LONGEST = 1, 60
"""Minutes without a key after which it may lock."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The settings; none of them is private."""

    lock_after: int | None = 5
    """Minutes without a key until it locks, 1-60; None for never."""
    lock_on_blur: bool = False
    """Whether it locks when the terminal's window loses the focus."""

    def __post_init__(self) -> None:
        if self.lock_after is not None and not SHORTEST <= self.lock_after <= LONGEST:
            raise ValueError(f"Locking by itself takes {SHORTEST} to {LONGEST} minutes, or off.")
