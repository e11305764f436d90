"""Logs for the tests of the review: entries by hand, and random ones with every field."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from companion.domain.entry import Entry, Who
from companion.domain.review.look_back import Review, look_back
from companion.domain.review.period import Period
from companion.domain.vocabulary import words_of
from companion.resources import LIBRARY
from companion.storage.library import Library

VOCABULARY = Library(LIBRARY).vocabulary
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
"""Noon of day 0."""
END = datetime(2026, 12, 31, 20, tzinfo=UTC)


def entry(day: int = 0, kind: str | None = None, **fields: Any) -> Entry:
    """An entry that many days after 1 January 2026, at noon in UTC."""
    fields.setdefault("note", "" if kind else "a line")
    return Entry(at=NOON + timedelta(days=day), kind=kind, **fields)


def missed(day: int, miss: str = "shrink", by: Who | None = Who.THEM, **fields: Any) -> Entry:
    """An entry with a miss."""
    return entry(day, "not-heard", miss=miss, miss_by=by, **fields)


def review(entries: Sequence[Entry], period: Period = YEAR, now: datetime = END, **more: Any) -> Review:
    """The review of a year, from its last evening."""
    return look_back(entries, more.pop("pauses", ()), VOCABULARY, period, now=now, **more)


def _one(words: Sequence[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(words)


def _some(words: Sequence[str], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(words), max_size=most).map(tuple)


MOMENTS = st.integers(-30 * 24 * 60, 385 * 24 * 60).map(lambda minutes: NOON + timedelta(minutes=minutes))
WHO = st.none() | st.sampled_from(list(Who))

ENTRIES = st.builds(
    Entry,
    at=MOMENTS,
    note=st.just("a line"),
    kind=_one(["heated", "good", "ordinary", "repair", "from elsewhere"]),
    strength=st.none() | st.integers(0, 10),
    feelings=_some(["hurt", "small", "calm", "afraid", "from elsewhere"], 3),
    need=_one(["rest", "respect", "fun"]),
    miss=_one(["shrink", "fix", "none"]),
    miss_by=WHO,
    repairs=_some(["sorry", "echo"], 2),
    result=_one(words_of(VOCABULARY.results)),
    mended=_one(words_of(VOCABULARY.mendings)),
    reached_by=WHO,
    reply=_one(words_of(VOCABULARY.replies)),
    context=_some(["work", "newborn"], 2),
    person=st.sampled_from(["", "A.", "a.", "A., Mum"]),
    hidden=st.booleans(),
)
"""Entries with few different words, so that they meet often."""

LOGS = st.lists(ENTRIES, max_size=30)


@st.composite
def threaded(draw: st.DrawFn) -> list[Entry]:
    """A log in which some entries answer an earlier one."""
    found: list[Entry] = []
    for each in draw(LOGS):
        answers = draw(st.none() | st.sampled_from([other.id for other in found])) if found else None
        found.append(_answering(each, answers))
    return found


def _answering(each: Entry, answers: str | None) -> Entry:
    return Entry(**{name: getattr(each, name) for name in each.__struct_fields__} | {"answers": answers})
