"""Fading: after a while the words of an entry go, if one wishes; its date, kind and strength stay."""

from datetime import date, datetime, timedelta

import msgspec

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.settings import Settings
from companion.domain.times import local

WORDS = "note", "quote"
"""The fields of an entry that fade."""

WARNING = _(
    "What you wrote, and their words, go from entries older than that. It can't be undone. Date, kind and strength "
    "stay. Backups hold the words for up to 14 days more."
)
"""Said before it is switched on."""


def is_to_fade(entry: Entry, days: int, now: datetime) -> bool:
    """Return whether the words of an entry are older than so many days; words that were written anew count anew."""
    if not any(getattr(entry, name) for name in WORDS):
        return False
    since = max(entry.at, entry.faded_at) if entry.faded_at else entry.at
    return now - since > timedelta(days=days)


def fade(entry: Entry, now: datetime) -> Entry:
    """Return the entry without its words."""
    return msgspec.structs.replace(entry, **dict.fromkeys(WORDS, ""), faded_at=now)


def is_due(settings: Settings, now: datetime) -> bool:
    """Return whether it is time to look for words that fade: once a local day, if that is wanted at all."""
    return settings.fade_after is not None and settings.faded_on != today(now)


def today(now: datetime) -> date:
    """Return the local day, as `faded_on` keeps it."""
    return local(now).date()


def parse_fade_after(typed: str) -> int | None:
    """Return the days that were typed; None for never.

    Raises:
        ValueError: with a sentence, if it is neither.
    """
    word = typed.strip().lower()
    if word in ("never", "off"):
        return None
    number = word.removesuffix("days").removesuffix("day").strip()
    if not (number.isascii() and number.isdecimal()) or not 1 <= int(number[:6]) <= 36_500:
        raise ValueError(_("Say a number of days, like “90”, or “never”."))
    return int(number[:6])
