"""Reading times in natural words: `yesterday 21:00`, `last friday`, `this morning`, `20 Nov 18:30`."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from companion.domain.length import parse_clock
from companion.domain.times import YEARS, last_at, local, utc, when_shown

_LONGEST = 60
"""Characters; longer words are a story, not a time."""

_CLOCK = r"(?:at\s+)?(?:\d{1,2}:\d\d(?:\s?[ap]m)?|\d{1,2}\s?[ap]m)"
_AFTER_A_DAY = rf"(?:{_CLOCK}|(?:at\s+)?\d{{1,2}}\.\d\d(?![.\d]))"  # alone 9.30 may be anything
_PART_OF_DAY = r"morning|afternoon|evening|night"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
_MONTH = (
    r"(?:(?:jan|feb|(?-i:Mar)|apr|(?-i:May)|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
    rf"|(?:mar|march|may)(?=,?\s(?:\d{{4}}\b|{_CLOCK})))"
)
"""“5 may be too many” holds no month; “5 may 10:00” does."""
_NUMBERS = (
    rf"(?:\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d)?|\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{1,2}}[./]\d{{1,2}}(?=,?\s{_CLOCK}))"
)
"""Day and month: “1/3 of it” and “3.4 km” are none."""
_DATE = rf"(?:\d{{4}}-\d\d-\d\d|{_NUMBERS}|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?)"
_AGO = r"(?:\d{1,3}|an?|one|two|three|half\san)\s(?:minute|hour|day|week|month)s?\sago"

_FRONT = re.compile(
    rf"""(?P<time>
        (?: {_DATE} | {_AGO} | (?:the\s)?day\sbefore\syesterday ) (?: ,?\s {_CLOCK} )?
      | (?: today | yesterday | (?:last|on)\s{_WEEKDAY} ) (?: \s(?:{_PART_OF_DAY}) )? (?: ,?\s {_AFTER_A_DAY} )?
      | (?: this\s(?:morning|afternoon|evening) | last\snight | tonight ) (?: ,?\s {_AFTER_A_DAY} )?
      | (?: tomorrow | (?:next\s)?{_WEEKDAY} ) \s (?: (?:{_PART_OF_DAY}) (?:\s{_AFTER_A_DAY})? | {_AFTER_A_DAY} )
      | {_CLOCK}
    ) (?: \s*[,:;–—-]+(?=\s|$) | (?=\s|$) ) \s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""The closed list of ways to begin a line with a time; one that lies ahead is found too, so that this can be said."""

_PART = re.compile(
    rf"(?:tonight|(?P<day>this|last|\S.*?)\s(?P<part>{_PART_OF_DAY}))(?:,?\s(?:at\s)?(?P<clock>\d.*))?",
    re.IGNORECASE,
)
_MONTHS = "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
_DAY_MONTH = re.compile(
    r"^(?P<day>\d{1,2})(?P<between>[./])(?P<month>\d{1,2})(?:(?P=between)(?P<year>\d{4}|\d\d)?)?(?=[\s,]|$)"
)
"""Numbers that dateparser would read the American way: `1.3.`, `3.4.2026`, `5.11.25`, `1/3`."""
_CLOCK_SAID = re.compile(r"(?<![\d:])(?:\d{1,2}:\d\d(?:\s?[ap]m)?|\d{1,2}\s?[ap]m)\b(?!:)", re.IGNORECASE)
_STRETCH = re.compile(
    r"""(?P<which>this|last)\s(?P<unit>week|month|year)
      | (?P<iso>\d{4})(?:-(?P<number>0[1-9]|1[0-2]))?
      | (?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?
        |oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?:,?\s(?P<year>\d{4}))?""",
    re.IGNORECASE | re.VERBOSE,
)
"""A week, a month or a year: it has a first and a last day."""
_HAS_CLOCK = re.compile(rf"{_CLOCK}|\bmidnight\b|\bago\b", re.IGNORECASE)
_HALF_AN_HOUR = "half an hour", "30 minutes"
"""Which of them dateparser knows comes second."""

_DAWN = time(6)
"""Until then the small hours belong to the night before."""
_PARTS = {
    "morning": (time(9), time(4)), "afternoon": (time(15), time(12)), "evening": (time(20), time(17)),
    "night": (time(22), time(17)),
}  # fmt: skip
"""What clock time stands for a part of a day, and when it begins."""

_GOES_ON = frozenset({
    "was", "wasn't", "wasn’t", "were", "is", "isn't", "isn’t", "has", "had", "went", "felt", "feels", "brought",
    "started", "began", "again", "and", "or", "but",
})  # fmt: skip
"""After these the time is part of the sentence: “yesterday was long” keeps all its words."""


class LiesAheadError(ValueError):
    """What the words mean is a time, and has not happened yet."""


class NotATimeError(ValueError):
    """The words mean no time."""

    def __init__(self, words: str) -> None:
        self.said = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        """What is none, as it is written."""
        super().__init__(f"“{self.said}” is not a time. Say it like “yesterday 21:00” or “2026-11-20 18:30”.")


def split_front(text: str) -> tuple[str, str]:
    """Return the time that a line begins with, as it is written, and what is left of the line.

    Only what is clearly a time counts; without one the first is empty. Costs next to nothing: it reads no meaning.
    """
    words = text.lstrip()
    found = _FRONT.match(words)
    if found is None:
        return "", text
    said, rest = found["time"], words[found.end() :]
    follows = rest.split(maxsplit=1)[:1]
    is_part_of_it = not any(map(str.isdigit, said)) and follows and follows[0].lower() in _GOES_ON
    return said, text if is_part_of_it else rest


def parse_when(text: str, now: datetime) -> datetime:
    """Return the past moment that the words mean, in UTC; a bare clock time is the last one, a bare day at this hour.

    Raises:
        LiesAheadError: if it has not happened yet.
        ValueError: with a sentence that says what to type instead.
    """
    words = " ".join(text.split())
    moment = _parse(words, now)
    if moment > now:
        raise LiesAheadError(f"“{words}” has not happened yet. Say when it was, like “yesterday 21:00”.")
    return utc(moment)


def parse_day(text: str, now: datetime, *, is_last: bool = False, may_lie_ahead: bool = False) -> date:
    """Return the local day that the words mean; one written as 2026-11-20 may always lie ahead.

    Args:
        text: What was typed.
        now: The time.
        is_last: Whether the last day of `march`, `2026`, `this week` is meant; the first one otherwise.
        may_lie_ahead: Whether words may mean a day to come.

    Raises:
        ValueError: with a sentence that says what to type instead.
    """
    words = " ".join(text.split())
    if stretch := _parse_stretch(words, local(now).date()):
        return stretch[is_last]
    try:
        return date.fromisoformat(words)
    except ValueError:
        return local(_parse(words, now) if may_lie_ahead else parse_when(words, now)).date()


def _parse_stretch(words: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of a week, a month or a year; None if the words name none.

    A month without a year is the last one that has begun.
    """
    found = _STRETCH.fullmatch(words)
    year = int(found["iso"] or found["year"] or today.year) if found else 0
    if found is None or year not in YEARS:
        return None
    unit, is_before = (found["unit"] or "").lower(), (found["which"] or "").lower() == "last"
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * is_before)
        return monday, monday + timedelta(days=6)
    if unit == "year" or (found["iso"] and not found["number"]):
        return date(year - is_before, 1, 1), date(year - is_before, 12, 31)
    name = (found["name"] or "")[:3].lower()
    month = _MONTHS.index(name) + 1 if name else int(found["number"] or today.month)
    if (name and not found["year"] and month > today.month) or (is_before and month == 1):
        year -= 1
    month = (month - is_before - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _parse(words: str, now: datetime) -> datetime:
    """Return the moment that the words mean; of two that they may mean the past one."""
    if words.lower() == "now":
        return now
    words = re.sub(r"(?i)(?<=[a-z]\s)(\d{1,2})\.(\d\d)$", r"\1:\2", words)
    _check_clocks(words)
    moment = _parse_clock(words, now) or _parse_part(words, now) or _parse_words(words, now)
    if moment is None or moment.year not in YEARS:
        raise NotATimeError(words)
    return moment


def _check_clocks(words: str) -> None:
    """Raise NotATimeError for `monday 25:00`: dateparser would read the day alone."""
    for said in _CLOCK_SAID.findall(words[: _LONGEST + 1]):
        try:
            parse_clock(said)
        except ValueError:
            raise NotATimeError(said) from None


def _parse_clock(words: str, now: datetime) -> datetime | None:
    """Return the last moment when the local clock showed that time; None if it is not a bare clock time."""
    if ":" not in words:
        return None
    try:
        clock = parse_clock(words)
    except ValueError:
        return None
    return last_at(now, clock)


def _parse_part(words: str, now: datetime) -> datetime | None:
    """Return what a part of a day means: `this morning`, `last night 23:30`; None if the words name none."""
    found = _PART.fullmatch(words) if len(words) <= _LONGEST else None
    if found is None:
        return None
    day, part = (found["day"] or "").lower(), (found["part"] or "night").lower()
    typical, begins = _PARTS[part]
    clock = _clock_in(part, found["clock"]) if found["clock"] else typical
    if clock is None:
        return None
    is_after_midnight = part == "night" and clock < _DAWN
    on = {"this": "today", "": "today", "last": "today" if is_after_midnight else "yesterday"}.get(day, day)
    moment = _parse_words(f"{on} {clock:%H:%M}", now)
    is_going_on = on == "today" and not found["clock"] and begins <= local(now).time()
    return now if moment and moment > now and is_going_on else moment


def _clock_in(part: str, words: str) -> time | None:
    """Return the clock time that is meant in a part of a day: 7:30 in the evening is 19:30."""
    try:
        clock = parse_clock(words)
    except ValueError:
        return None
    is_bare = not words.lower().endswith("m")
    is_late = part in ("afternoon", "evening") or (part == "night" and clock >= _DAWN)
    return clock.replace(hour=clock.hour + 12) if is_bare and is_late and clock.hour < 12 else clock


def _parse_words(words: str, now: datetime) -> datetime | None:
    if words.isdecimal() or len(words) > _LONGEST:
        return None  # dateparser would take “7” for a month
    import dateparser  # a third of a second: only when somebody types a time

    moment = dateparser.parse(
        _DAY_MONTH.sub(_name_month, words.lower().replace(*_HALF_AN_HOUR)),
        languages=["en"],
        settings={
            "PREFER_DATES_FROM": "past",
            "RELATIVE_BASE": local(now).replace(tzinfo=None),
            "RETURN_AS_TIMEZONE_AWARE": True,
        },
    )
    if moment is None or moment.time() != time() or _HAS_CLOCK.search(words):
        return moment
    return when_shown(datetime.combine(moment.date(), local(now).time()))  # midnight would be an hour that nobody named


def _name_month(found: re.Match[str]) -> str:
    """Return `1.3.` as `1 mar`; `11/20` stays as it is, and `31.2.` is no day."""
    day, month, year = int(found["day"]), int(found["month"]), found["year"] or ""
    if month > 12 and found["between"] == "/":
        return found[0]
    if not (1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]):  # a leap year
        raise NotATimeError(found[0])
    return f"{day} {_MONTHS[month - 1]} {f'20{year}' if len(year) == 2 else year}".strip()
