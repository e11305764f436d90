"""What of a filling can't be read yet, and when a worksheet is closed for a while."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.times import say_day
from companion.domain.worksheet import Worksheet
from companion.domain.worksheet_day import kept_day

GIVE_DAY = _("Give the day it opens, or it can be read at once.")
"""Said where something would be kept that is not sealed after all."""
NOT_SEALED = _("Kept, not sealed.")

_COOL = timedelta(hours=24)
"""How long a worksheet is closed after something very strong."""


def sealed_until(worksheet: Worksheet, answers: Answers, today: date) -> date | None:
    """Return the day on which what is sealed opens; None if nothing is, or if it is open."""
    day = kept_day(answers.answers.get(worksheet.seal, "")) if worksheet.seal else None
    return day if day and day > today else None


def is_hidden(worksheet: Worksheet, answers: Answers, field_id: str, today: date) -> bool:
    """Return whether an answer can't be read yet."""
    if sealed_until(worksheet, answers, today) is None or field_id == worksheet.seal:
        return False
    return not worksheet.sealed or field_id in worksheet.sealed


def is_closed(worksheet: Worksheet, answers: Answers, today: date) -> bool:
    """Return whether nothing of a filling can be read yet."""
    return not worksheet.sealed and sealed_until(worksheet, answers, today) is not None


def say_sealed(worksheet: Worksheet, answers: Answers, today: date) -> str:
    """Say until when a filling is sealed; nothing if it is not."""
    opens = sealed_until(worksheet, answers, today)
    return _("Sealed until {day}. It opens by itself.", day=say_day(opens, today)) if opens else ""


def lacks_day(worksheet: Worksheet, answers: Answers) -> bool:
    """Return whether something is written that is to be sealed, and no day is given on which it opens."""
    if not worksheet.seal or kept_day(answers.answers.get(worksheet.seal, "")):
        return False
    return any(answers.lines(name) for name in worksheet.sealed or answers.answers)


def readable(worksheet: Worksheet, answers: Answers, today: date) -> Answers:
    """Return a filling without what can't be read yet."""
    if sealed_until(worksheet, answers, today) is None:
        return answers
    shown = {name: said for name, said in answers.answers.items() if not is_hidden(worksheet, answers, name, today)}
    return msgspec.structs.replace(answers, answers=shown)


def closed_until(worksheet: Worksheet, entries: Iterable[Entry], now: datetime) -> datetime | None:
    """Return when a worksheet opens again that is closed after something very strong; None if it is open."""
    least = worksheet.not_after_strength
    if least is None:
        return None
    strong = (entry.at for entry in entries if entry.strength is not None and entry.strength >= least)
    ends = [at + _COOL for at in strong if at <= now < at + _COOL]
    return max(ends, default=None)
