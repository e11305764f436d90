"""The sheet for the therapy hour: chosen parts of a review, with quotes picked by hand."""

from collections.abc import Collection, Iterable
from datetime import date

import msgspec

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.person import INITIALS, Names
from companion.domain.review.look_back import Review
from companion.domain.review.period import Period
from companion.domain.review.section import Part, Section
from companion.domain.review.sections import Titles, section
from companion.domain.review.sentences import NOTE
from companion.domain.times import local

USUAL = (
    Part.DAYS,
    Part.KINDS,
    Part.STRENGTH,
    Part.FEELINGS,
    Part.NEEDS,
    Part.MISSES,
    Part.PATTERNS,
    Part.REPAIRS,
    Part.MENDING,
    Part.PROMISES,
)
"""What stands on it unless something else is chosen."""

AS_WRITTEN = _("Quotes stand as you wrote them, names too.")
"""Said where quotes are picked, and before they are written."""


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words that were picked for the sheet."""

    day: date
    words: str
    is_theirs: bool
    """Whether the other person said them; else they are a note of one's own."""
    person: str = ""
    """What they are called, if the entry names somebody."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What goes on paper."""

    period: Period
    sections: tuple[Section, ...]
    quotes: tuple[Quote, ...]
    review: Review
    """What the charts are drawn from."""
    person: str = ""
    """What the one bond is called that it is about; empty for all of them."""
    note: str = NOTE


def sheet(
    review: Review, parts: Collection[Part], quotes: Iterable[Quote], titles: Titles, names: Names = INITIALS
) -> Sheet:
    """Return the sheet of a review with those parts, whatever the order they are named in.

    Args:
        review: What it shows.
        parts: Which parts.
        quotes: What was picked by hand.
        titles: What exercises are called.
        names: Says what persons are called.
    """
    made = tuple(section(part, review, titles, names) for part in Part if part in parts)
    about = names.say(review.person or "")
    return Sheet(period=review.period, sections=made, quotes=tuple(quotes), review=review, person=about)


def quotes_of(entry: Entry, names: Names = INITIALS) -> list[Quote]:
    """Return what can be quoted from an entry, whose persons are called as names says: their words, and one's note."""
    day, person = local(entry.at).date(), names.say(entry.person)
    said = ((entry.quote, True), (entry.note, False))
    return [Quote(day=day, words=words, is_theirs=theirs, person=person) for words, theirs in said if words.strip()]
