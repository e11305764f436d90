"""A highlight: a stretch of words of a text, and perhaps a note on it."""

from datetime import datetime
from typing import NamedTuple

from companion.catalogue import _
from companion.domain.record import Record
from companion.domain.times import check_moment

CONTEXT = 32
"""Characters that are kept from each side of the words, so that they are found again."""


class Quote(NamedTuple):
    """Words of a text and what stands around them: TextQuoteSelector of the W3C's Web Annotation Data Model, §4.2.4."""

    words: str
    """The words themselves; each block begins a new line."""
    before: str = ""
    """What stands before them, `CONTEXT` characters at most."""
    after: str = ""
    """What stands after them."""


class Highlight(Record, frozen=True, kw_only=True):
    """Words of a text that were marked. They are anchored to themselves, not to a line: texts change."""

    link: str
    """The way to the text, as links are written: `articles/asking-kindly`."""
    words: str
    """As `Quote` says."""
    before: str = ""
    """As `Quote` says."""
    after: str = ""
    """As `Quote` says."""
    note: str = ""
    """What was noted on them; may be left out."""
    made_at: datetime
    """When they were marked (UTC)."""

    def __post_init__(self) -> None:
        check_moment(self.made_at)
        if not self.words.strip():
            raise ValueError(_("There are no words to highlight."))

    @property
    def quote(self) -> Quote:
        """The words, to be found again."""
        return Quote(self.words, self.before, self.after)
