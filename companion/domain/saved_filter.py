"""A filter of the log that one keeps under a name."""

from companion.catalogue import _
from companion.domain.record import Record


class SavedFilter(Record, frozen=True, kw_only=True):
    """A name and the words that the filter is written with."""

    name: str
    query: str
    """As it is typed, like `#work !7-10 since:march`."""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError(_("Give the filter a name."))
