"""What is typed in a form and not kept yet: it outlives esc, locking, quitting and a kill."""

from datetime import datetime

from companion.domain.record import Record
from companion.domain.times import check_moment


class Unkept(Record, frozen=True, kw_only=True):
    """The fields of one form as they stand; its id says which form: `entry:ID`, `line:log`, `worksheet:SLUG`."""

    written_at: datetime
    """When something was typed last (UTC)."""
    fields: dict[str, str | list[str]] = {}
    """Field name to what stands in it, as typed; the words that were chosen as a list."""

    def __post_init__(self) -> None:
        check_moment(self.written_at)
