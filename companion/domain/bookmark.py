"""A bookmark: a paragraph of a text to come back to."""

from datetime import datetime

from companion.catalogue import _
from companion.domain.record import Record
from companion.domain.times import check_moment

SNIPPET = 60
"""Characters of a paragraph by which it is known again, about; they end with a whole word."""


class Bookmark(Record, frozen=True, kw_only=True):
    """One paragraph that was marked."""

    link: str
    """The way to the text, as links are written: `articles/asking-kindly`."""
    words: str
    """The first words of the paragraph, by which it is found again and shown."""
    made_at: datetime
    """When it was marked (UTC)."""

    def __post_init__(self) -> None:
        check_moment(self.made_at)
        if not self.words.strip():
            raise ValueError(_("There are no words to come back to."))


def first_words(paragraph: str) -> str:
    """Return the words by which a paragraph is known again."""
    words = " ".join(paragraph[: 4 * SNIPPET].split())
    if len(words) <= SNIPPET:
        return words
    return words[:SNIPPET].rpartition(" ")[0] or words[:SNIPPET]
