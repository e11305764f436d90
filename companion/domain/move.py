"""A move: one change of the time at which a pause is due."""

from datetime import datetime

import msgspec

from companion.domain.times import check_moment


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """One change of the due time."""

    old: datetime
    """Due before the move (UTC)."""
    new: datetime
    """Due after the move (UTC)."""
    at: datetime
    """When it was moved (UTC)."""

    told_at: datetime | None = None
    """When the new time was said (UTC)."""

    def __post_init__(self) -> None:
        for moment in (self.old, self.new, self.at, self.told_at):
            check_moment(moment)

    @property
    def in_time(self) -> bool:
        """Whether the new time was set before the old one had passed."""
        return self.at <= self.old
