"""The entries behind a figure."""

from collections.abc import Collection, Iterable
from itertools import chain

from companion.domain.entry import Entry, newest_first
from companion.domain.review.counts import counted_feelings, miss_of
from companion.domain.review.days import by_day
from companion.domain.review.look_back import Review
from companion.domain.review.pairs import Term
from companion.domain.review.section import Counted, Told


def behind(row: Counted | Told, review: Review) -> list[Entry]:
    """Return the entries that a row counts or tells of, newest first; nothing if they are not known."""
    if isinstance(row, Told):
        wanted = set(row.entries)
        return newest_first([entry for entry in review.seen.entries if entry.id in wanted]) if wanted else []
    return newest_first([entry for entry in looked_at(review) if row.terms and holds(entry, row.terms)])


def looked_at(review: Review) -> Iterable[Entry]:
    """Return the entries of a review's period."""
    return chain.from_iterable(by_day(review.seen.entries, review.period).values())


def holds(entry: Entry, terms: Iterable[Term]) -> bool:
    """Return whether an entry chose all of these words, as a review counts them."""
    return all(term.id in _chosen(entry, term.field) for term in terms)


def _chosen(entry: Entry, field: str) -> Collection[str]:
    match field:
        case "feelings":
            return counted_feelings(entry)
        case "miss":
            return (miss_of(entry) or "",)
    value = getattr(entry, field)
    return value if isinstance(value, tuple) else (value or "",)
