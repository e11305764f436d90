"""One filling beside the one before: field by field, in words, and never as a total."""

from collections.abc import Iterable

from companion.catalogue import _
from companion.domain.field import SEVERAL, Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.person import Names
from companion.domain.times import say_day
from companion.domain.worksheet import Worksheet
from companion.domain.worksheet_names import names_in

_AS_WRITTEN = Names(whole=True)
_A_BIT = 2
"""Up to so many steps of a scale are “a bit”."""


def beside(worksheet: Worksheet, now: Answers, before: Answers, names: Names = _AS_WRITTEN) -> dict[str, str]:
    """Return what each field says of the filling before, by the field's id; nothing of those empty in both.

    Args:
        worksheet: The worksheet.
        now: The filling, its people as they were written.
        before: The filling before, likewise: two whose initials are the same are not the same.
        names: Says what people are called.
    """
    apart = names_in(worksheet, names, now, before)
    said = ((field.id, _say(field, now, before, apart)) for field in worksheet.fields)
    return {field_id: words for field_id, words in said if words}


def _say(field: Field, now: Answers, before: Answers, names: Names) -> str:
    new, old = now.lines(field.id), before.lines(field.id)
    then = _("on {day}", day=say_day(before.day, now.day)) if before.day != now.day else _("earlier that day")
    if not new and not old:
        return ""
    if not old:
        return _("left empty {then}", then=then)
    if new == old:
        return _("the same as {then}", then=then)
    if field.kind is FieldKind.SCALE and len(new) == len(old) == 1 and new[0].isdecimal() and old[0].isdecimal():
        return _say_scale(int(old[0]), int(new[0]), then)
    if new and field.kind in (*SEVERAL, FieldKind.LOG) and field.kind is not FieldKind.ENTRIES:
        return _say_several(field, now, before, then, names)
    if field.kind is FieldKind.ENTRIES:
        return _("other entries {then}", then=then)
    return f"{then}: {_say_lines(field, old, names)}"


def _say_scale(old: int, new: int, then: str) -> str:
    """Say `a bit lower than on 3 March: 6, now 4`."""
    match new < old, abs(new - old) <= _A_BIT:
        case True, True:
            return _("a bit lower than {then}: {old}, now {new}", then=then, old=old, new=new)
        case True, False:
            return _("lower than {then}: {old}, now {new}", then=then, old=old, new=new)
        case False, True:
            return _("a bit higher than {then}: {old}, now {new}", then=then, old=old, new=new)
    return _("higher than {then}: {old}, now {new}", then=then, old=old, new=new)


def _say_several(field: Field, now: Answers, before: Answers, then: str, names: Names) -> str:
    new, old = now.lines(field.id), before.lines(field.id)
    added, gone = (
        _say_lines(field, [line for line in these if line not in those], names)
        for these, those in ((new, old), (old, new))
    )
    parts = [
        _("not {then}: {added}", then=then, added=added) if added else "",
        _("{then} and not now: {gone}", then=then, gone=gone) if gone else "",
    ]
    return "; ".join(filter(None, parts)) or _("the same as {then}, in another order", then=then)


def _say_lines(field: Field, lines: Iterable[str], names: Names) -> str:
    """Say lines of an answer one behind the other."""
    say = names.say if field.kind is FieldKind.PEOPLE else str
    return ", ".join(" ".join(field.say(say(line))) for line in lines)
