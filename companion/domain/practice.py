"""A practice: an exercise that was done, and how strong it was before and after."""

from datetime import datetime

from companion.domain.record import Record
from companion.domain.strength import check_strength
from companion.domain.times import check_moment


class Practice(Record, frozen=True, kw_only=True):
    """One time that an exercise was done."""

    slug: str
    """The exercise."""
    done_at: datetime
    """When it ended (UTC)."""
    strength_before: int | None = None
    """How strong it was before, 0-10; may be left out."""
    strength_after: int | None = None
    """How strong it was after, 0-10; may be left out."""
    pause: str | None = None
    """Id of the pause it was done in, if it was."""
    lines: tuple[str, ...] = ()
    """What was written on the way, for an exercise that asks for a line."""

    def __post_init__(self) -> None:
        check_moment(self.done_at)
        check_strength(self.strength_before)
        check_strength(self.strength_after)
