"""What of the plan belongs to a day: a look back that was planned, a letter that opens, a check-in due again."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

import msgspec

from companion.catalogue import _
from companion.domain.filling import Answers
from companion.domain.times import local, say_day
from companion.domain.worksheet import Worksheet, fillings
from companion.domain.worksheet_day import kept_day

SHOWN_FOR = timedelta(days=7)
"""How long it goes on being said, if nobody looked on its day."""

_NIGHT, _MORNING = time(22), time(8)
_KEPT_BEFORE = 2
"""A check-in comes back by itself once it was kept so often: before, nobody knows whether it is wanted."""


class Why(StrEnum):
    """What comes on that day."""

    REVIEW = "to look at again"
    OPENS = "can be read"
    AGAIN = "due again"


class Dated(msgspec.Struct, frozen=True):
    """A filling and its day."""

    worksheet: Worksheet
    filling: Answers
    why: Why
    day: date

    def say(self, today: date) -> str:
        """Say it in a line: `A boundary · to look at again since 3 March · I leave the room when …`."""
        since = _("today") if self.day == today else _("since {day}", day=say_day(self.day, today))
        first = self.worksheet.fields[0]
        named = " ".join(first.say(self.filling.answers.get(first.id, ""))[:1]) if self.worksheet.several else ""
        if self.why is Why.OPENS and not self.worksheet.sealed:
            named = ""
        return " · ".join(filter(None, (self.worksheet.title, f"{self.why} {since}", named)))


def is_quiet(now: datetime, nights_quiet: bool) -> bool:
    """Return whether dated things keep quiet at this hour."""
    at = local(now).time()
    return nights_quiet and (at >= _NIGHT or at < _MORNING)


def dated(worksheets: Iterable[Worksheet], answers: Iterable[Answers], today: date) -> list[Dated]:
    """Return what belongs to today or to one of the last days, the newest first."""
    kept = list(answers)
    found = [each for worksheet in worksheets for each in _of(worksheet, fillings(worksheet, kept))]
    due = [each for each in found if each.day <= today < each.day + SHOWN_FOR]
    return sorted(due, key=lambda each: (each.day, each.worksheet.title), reverse=True)


def _of(worksheet: Worksheet, kept: list[Answers]) -> list[Dated]:
    """Return all that a worksheet's fillings bring, whenever."""
    kept, found = [each for each in kept if each.is_filled], list[Dated]()
    for filling in kept if worksheet.several else kept[:1]:
        if (day := review_day(worksheet, filling)) and filling.day < day:
            found.append(Dated(worksheet, filling, Why.REVIEW, day))
    if worksheet.seal:
        opening = [(filling, kept_day(filling.answers.get(worksheet.seal, ""))) for filling in kept]
        found += [Dated(worksheet, each, Why.OPENS, day) for each, day in opening if day and each.day < day]
    if worksheet.repeat is not None and len(kept) >= _KEPT_BEFORE:
        found.append(Dated(worksheet, kept[0], Why.AGAIN, kept[0].day + timedelta(days=worksheet.repeat)))
    return found


def review_day(worksheet: Worksheet, filling: Answers) -> date | None:
    """Return the day on which a filling comes back; None if it does not."""
    match worksheet.review:
        case int() as days:
            return filling.day + timedelta(days=days)
        case str() as name:
            return kept_day(filling.answers.get(name, ""))
    return None
