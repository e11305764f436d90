"""Days as one says them, ahead or past: `tomorrow`, `in 3 weeks`, `friday`, `3 march`, `3.3.`, `2027-03-01`."""

import re
from datetime import date, timedelta

from companion.catalogue import _
from companion.domain.times import YEARS

_HOW = _("Say it like “in 3 weeks”, “3 march” or “2027-03-01”.")
_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = rf"(?:on |next |last )?({'|'.join(_DAYS)})(?:s|nes|rs|ur|urs)?(?:day)?"
_AWAY = r"(in )?(\d{1,4}|an?|one|two|three|four|six) (day|week|month|year)s?( ago)?"
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
_IN_MONTH = r"(\d{1,2})(?:[snrt][tdh])?"
_DATE = rf"(?:{_IN_MONTH} (?:of )?)?({'|'.join(_MONTHS)})[a-z]*\.?(?: {_IN_MONTH})?(?:,? (\d{{4}}))?"
_DOTTED = r"(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}))?"
"""`24.12`, `24.12.`, `24.12.2026`: the day first."""
_MOST_SHOWN = 40


def read_day(typed: str, today: date, *, ahead: bool) -> date:
    """Return the day that the words mean.

    Args:
        typed: The words.
        today: The local day that they are said on.
        ahead: Whether a day without a year, or a weekday, is the next one; else it is the last one.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = " ".join(typed.lower().split())
    try:
        day = _iso(words) or _near(words, today) or _weekday(words, today, ahead) or _date(words, today, ahead)
    except (ValueError, OverflowError):
        day = None
    if day is None or day.year not in YEARS:
        said = words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}…"
        raise ValueError(_("“{said}” is not a day. {how}", said=said, how=_HOW))
    return day


def kept_day(kept: str) -> date | None:
    """Return a day as it is kept, `2027-03-01`; None if it can't be read."""
    try:
        return date.fromisoformat(kept.strip())
    except ValueError:
        return None


def months_later(day: date, months: int) -> date:
    """Return the day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def _days_in(year: int, month: int) -> int:
    from calendar import monthrange  # the first frame waits for this module, and says no day

    return monthrange(year, month)[1]


def _iso(words: str) -> date | None:
    return date.fromisoformat(words) if re.fullmatch(r"\d{4}-\d\d-\d\d", words, re.ASCII) else None


def _near(words: str, today: date) -> date | None:
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    found = re.fullmatch(_AWAY, words, re.ASCII)
    if found is None or (found[1] and found[4]):
        return None
    number = (_NUMBERS.get(found[2]) or int(found[2])) * (-1 if found[4] else 1)
    match found[3]:
        case "day":
            return today + timedelta(days=number)
        case "week":
            return today + timedelta(weeks=number)
    return months_later(today, number * (12 if found[3] == "year" else 1))


def _weekday(words: str, today: date, ahead: bool) -> date | None:
    found = re.fullmatch(_WEEKDAY, words)
    if found is None:
        return None
    days = (_DAYS.index(found[1]) - today.weekday()) % 7
    if words.startswith("next ") or (ahead and not words.startswith("last ")):
        return today + timedelta(days=days or 7)
    return today + timedelta(days=days - 7)


def _date(words: str, today: date, ahead: bool) -> date | None:
    if dotted := re.fullmatch(_DOTTED, words, re.ASCII):
        return _in_year(int(dotted[1]), int(dotted[2]), dotted[3], today, ahead)
    found = re.fullmatch(_DATE, words, re.ASCII)
    number = (found[1] or found[3]) if found else None
    if found is None or number is None or (found[1] and found[3]):
        return None
    return _in_year(int(number), _MONTHS.index(found[2]) + 1, found[4], today, ahead)


def _in_year(number: int, month: int, year_said: str | None, today: date, ahead: bool) -> date | None:
    """Return that day of the month, in the year that was said or in the one that is nearest."""
    if year_said:
        return date(int(year_said), month, number)
    years = range(today.year, today.year + 5) if ahead else range(today.year, today.year - 5, -1)
    for year in years:  # 29 February comes every four years
        if number > _days_in(year, month):
            continue
        day = date(year, month, number)
        if (day >= today) if ahead else (day <= today):
            return day
    return None
