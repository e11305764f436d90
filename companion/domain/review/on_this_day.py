"""On this day: what was noted a month, half a year and whole years ago; hard days only if one asks for them."""

from calendar import isleap, monthrange
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from companion.catalogue import _, ngettext
from companion.domain.entry import Entry, is_afraid
from companion.domain.nudges import is_heavy
from companion.domain.review.counts import miss_of
from companion.domain.review.days import moments_on, sort_days
from companion.domain.review.figure import Figure
from companion.domain.settings import Settings
from companion.domain.vocabulary import Mood, Vocabulary

_MONTHS = {1: _("A month ago"), 6: _("Half a year ago")}


class Once(msgspec.Struct, frozen=True, kw_only=True):
    """One day that comes back today."""

    day: date
    ago: str
    """How long ago, as a sentence begins with it: `A month ago`, `3 years ago`."""
    entries: tuple[Entry, ...]
    """Earliest first."""


class OnThisDay(Figure, frozen=True, kw_only=True):
    """The days that come back today; n counts entries."""

    times: tuple[Once, ...]
    """The nearest first."""


def on_this_day(entries: Iterable[Entry], vocabulary: Vocabulary, today: date, settings: Settings) -> OnThisDay:
    """Return the days that come back today.

    Hidden entries never come, and a day with anything hard in it (a hard kind, a miss, fear, or a strong moment that
    was not good), hidden or not, comes only if the settings say so.

    Args:
        entries: The log, with what is hidden.
        vocabulary: The lists that the entries choose from.
        today: The local day.
        settings: Whether hard days come back, too.
    """
    noted = list(entries)
    oldest = min((entry.at.year for entry in noted), default=today.year)
    back = dict(_days_that_come_back(today, oldest - 1))  # a local year may begin before it does in UTC
    found = sort_days(moments_on(noted, back))
    times = tuple(
        Once(day=day, ago=ago, entries=shown)
        for day, ago in back.items()
        if (shown := _shown(found.get(day, ())))
        if settings.hard_days_again or not any(_is_hard(entry, vocabulary) for entry in found[day])
    )
    return OnThisDay(n=sum(len(once.entries) for once in times), times=times)


def _shown(noted: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted((entry for entry in noted if not entry.hidden), key=lambda entry: (entry.at, entry.id)))


def _days_that_come_back(today: date, oldest: int) -> Iterator[tuple[date, str]]:
    """Yield the days that come back, the nearest first, back to that year, and how long ago they were.

    29 February comes back on the 28th in years that have none; a month before 31 March is the last of February.
    """
    for months, ago in _MONTHS.items():
        yield _months_before(today, months), ago
    for years in range(1, today.year - oldest + 1):
        ago = ngettext("A year ago", "{n} years ago", years)
        yield from ((day, ago) for day in _as_today(today, today.year - years))


def _as_today(today: date, year: int) -> list[date]:
    """Return the days of a year that come back today, the later first."""
    is_lost = (today.month, today.day) == (2, 29) and not isleap(year)
    has_one_more = (today.month, today.day) == (2, 28) and isleap(year) and not isleap(today.year)
    return [*([date(year, 2, 29)] if has_one_more else []), *([] if is_lost else [today.replace(year=year)])]


def _months_before(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def _is_hard(entry: Entry, vocabulary: Vocabulary) -> bool:
    is_hard = vocabulary.mood(entry.kind) is Mood.HARD
    return is_hard or miss_of(entry) is not None or is_afraid(entry.feelings) or is_heavy(entry, vocabulary)
