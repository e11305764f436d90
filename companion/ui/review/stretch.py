"""Which days are looked at: twelve months to today, a calendar year, or a period of one's own."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from textual.app import App

from companion.catalogue import _
from companion.domain.review.period import Period, calendar_year, year_to
from companion.domain.times import Clock, local
from companion.natural_time import parse_day
from companion.ui.dialogs import Ask, Choose
from companion.ui.rows import Row

_OWN = "own"
_TO = (" to ", " until ", "..", " – ")
_DAYS = {"28": _("The last 4 weeks"), "91": _("The last 3 months")}
_MOST_YEARS = 20
_EXAMPLE = _("1 March to 31 May, or 3 weeks ago")


@dataclass(frozen=True)
class Stretch:
    """Follows today, unless it is of one's own."""

    back: int = 0
    """How many years before the twelve months to today."""
    year: int | None = None
    """A calendar year instead."""
    own: Period | None = None
    """Days of one's own instead."""

    def period(self, today: date) -> Period:
        """Return the days."""
        return self.own or (calendar_year(self.year) if self.year else year_to(today, self.back))

    def moved(self, steps: int, today: date) -> "Stretch":
        """Return the one so many steps later, each as long as it is; earlier ones for less than none.

        Raises:
            OverflowError: where there are no days any more.
        """
        if self.own:
            by = steps * timedelta(days=self.own.days)
            return Stretch(own=Period(self.own.since + by, min(today, self.own.until + by)))
        return replace(self, year=self.year + steps) if self.year else replace(self, back=max(0, self.back - steps))


def ask_stretch(app: App[object], first: date | None, clock: Clock, take: Callable[[Stretch], None]) -> None:
    """Ask for the days.

    Args:
        app: Shows the questions.
        first: The first day that anything is kept from.
        clock: Tells the day.
        take: Called with what was chosen, if anything was.
    """
    today = local(clock()).date()

    def read(typed: str) -> Stretch:
        return _read_words(typed, clock(), today)

    def take_row(row: str | None) -> None:
        if row == _OWN:
            ask = Ask(_("From which day to which?"), placeholder=_EXAMPLE, check=read)
            app.push_screen(ask, lambda typed: None if typed is None else take(read(typed)))
        elif row is not None:
            take(_read_row(row, today))

    app.push_screen(Choose(_("Which days?"), _rows(first, today)), take_row)


def _rows(first: date | None, today: date) -> list[Row]:
    """Return what one can choose from, as far back as anything is kept."""
    years = range(today.year, max((first or today).year, today.year - _MOST_YEARS) - 1, -1)
    return [
        Row(_("Twelve months to today"), "0"),
        *(Row(label, days) for days, label in _DAYS.items()),
        *(Row(_("The year {year}", year=year), f"{year}") for year in years),
        Row(_("Days of your own …"), _OWN),
    ]


def _read_row(row: str, today: date) -> Stretch:
    if row in _DAYS:
        return Stretch(own=Period(today - timedelta(days=int(row) - 1), today))
    return Stretch(year=int(row) or None)


def _read_words(typed: str, now: datetime, today: date) -> Stretch:
    """Return the days that words mean: `1 March to 31 May`, or `3 weeks ago`, which is up to today.

    Raises:
        ValueError: with a sentence, if they can't be read.
    """
    first, last = next(((*typed.split(to, 1),) for to in _TO if to in typed), (typed, ""))
    if not first.strip():
        raise ValueError(_("Say the first day, like 2026-03-01, or 3 weeks ago."))
    until = min(today, parse_day(last, now, is_last=True)) if last.strip() else today
    return Stretch(own=Period(parse_day(first, now), until))
