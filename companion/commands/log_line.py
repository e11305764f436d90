"""The words of a new entry, read as the app reads its line: a time in front, `#tag`, `!7` and `@S` anywhere."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from companion.catalogue import _
from companion.commands.context import Context

_SIGN = re.compile(r"(?<!\S)\\?[#!@]\S")
_FRONT = re.compile(
    r"""\s*\\?(?: \d | today\b | tomorrow\b | tonight\b | yesterday\b | at\s+\d | half\san\s | (?:the\s)?day\sbefore\s
      | (?:this|last|next)\s(?:morn|aft|eve|night|mon|tue|wed|thu|fri|sat|sun) | (?:an?|one|two|three)\s\w+\sago\b
      | (?:on\s)?(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\s
      | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s\d
      | \S{3,12}\s(?:\S{3,12}\s)?(?:at\s)?\d{1,2}(?=[\s:]|[ap]m\b) | y[a-z]{6,9}\s )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a line may say besides its note: only then the modules that read it are imported."""

_KEPT = "\\"
"""In front of a time or a sign it keeps them as they are."""
_SHOWN = 40
"""Characters of a sign that are said again."""


def read_line(context: Context, given: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the fields of a new entry, and what to say of what was understood.

    Args:
        context: Knows the log and the time.
        given: The fields that the words and the options fill; an option wins over a sign.
    """
    fields, said = dict(given), []
    note = fields.get("note", "")
    if _FRONT.match(note):
        at, fields["note"], why = _read_front(note, context.clock(), is_timed="at" in given)
        fields |= {"at": at} if at else {}
        said = [why] if why else []
    understood = ""
    signs: list[str] = []
    if _SIGN.search(fields.get("note", "")):
        fields, understood, signs = _read_signs(context, fields)
    parts = [part for part in (say_moment(context, fields), understood) if part]
    return fields, ([_("Understood: {understood}", understood=" · ".join(parts))] if parts else []) + said + signs


def say_moment(context: Context, fields: dict[str, Any]) -> str:
    """Say the moment that a time in words was taken for; nothing where none was given."""
    from companion.domain.times import say_clock

    return say_clock(fields["at"], context.clock()) if "at" in fields else ""


def _read_front(note: str, now: datetime, *, is_timed: bool) -> tuple[datetime | None, str, str]:
    """Return the moment that a line begins with, if any, what is left of it, and why its time was not taken."""
    from companion.natural_time import LiesAheadError, NotATimeError, parse_when, split_front

    if note.startswith(_KEPT):
        return None, note[1:] if split_front(note[1:])[0] else note, ""
    front, rest = split_front(note)
    if is_timed or (front and not rest.strip()):
        return None, note, ""
    if not front:
        return None, note, _say_slip(note)
    try:
        return parse_when(front, now), rest, ""
    except LiesAheadError:
        return None, note, _("“{time}” has not happened yet and stays in the note.", time=front)
    except ValueError as error:
        none = error.said if isinstance(error, NotATimeError) else front
        return None, note, _("“{words}” is not a time and stays in the note.", words=none)


def _say_slip(note: str) -> str:
    """Say what keeps the front of a line from being a time; nothing if it does not try to be one."""
    from companion.natural_time_slips import find_slip

    slip = find_slip(note)
    return (
        _("“{said}” is not a time and stays in the note. Did you mean {meant}?", said=slip.said, meant=slip.meant)
        if slip
        else ""
    )


def _read_signs(context: Context, given: dict[str, Any]) -> tuple[dict[str, Any], str, list[str]]:
    """Return the fields, what the signs mean, and a line for each that stays in the note."""
    from companion.commands.library import shipped_library
    from companion.domain import shorthand
    from companion.domain.person import Names, known_persons

    is_open = not context.store.is_locked
    tags = shorthand.Tags(shipped_library().vocabulary)
    known = known_persons(context.store.entries) if is_open and "@" in given["note"] else ()
    line = shorthand.read_line(given["note"], tags, known)
    taken = {name: value for name, value in line.values.items() if name not in given}
    names = Names.among(context.store.entries if known else (), whole=is_open and context.store.settings.show_names)
    person = names.say(str(taken.get("person", "")))
    understood = shorthand.say_shorthand(shorthand.Shorthand(line.note, taken), tags, person)
    return {**given, **taken, "note": line.note}, understood, list(_say_unknown(line.unknown))


def _say_unknown(unknown: tuple[Any, ...]) -> Iterator[str]:
    from companion.text.plain import one_line

    for sign in unknown:
        said = one_line(sign.said if len(sign.said) <= _SHOWN else f"{sign.said[:_SHOWN]}…")
        stays = _("{sign} {why} and stays in the note.", sign=said, why=sign.why)
        yield " ".join((stays, _("Did you mean {near}?", near=sign.near))) if sign.near else stays
