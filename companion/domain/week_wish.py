"""How much quiet, solo and together time somebody wishes for in a week: two lengths of a worksheet for each kind."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import timedelta

import msgspec

from companion.catalogue import _
from companion.domain.field import Field, FieldKind
from companion.domain.length import parse_length
from companion.domain.week_time import TimeKind, say_hours

_FROM, _TO = "from", "to"
_HOUR = timedelta(hours=1)
_WEEK = timedelta(days=7)


class Wish(msgspec.Struct, frozen=True):
    """A range of hours; one end may be open."""

    least: timedelta | None = None
    most: timedelta | None = None

    def say(self) -> str:
        """Say it: `2 to 4 hours`, `45 minutes to 1 h 30`, `2 hours or more`, `up to 4 hours`."""
        match sorted(end for end in (self.least, self.most) if end is not None):
            case [least, most] if least < most:
                is_whole = least and not least % _HOUR and not most % _HOUR
                return _(
                    "{least} to {most}", least=least // _HOUR if is_whole else say_hours(least), most=say_hours(most)
                )
            case [end] if self.most is None:
                return _("{least} or more", least=say_hours(end))
            case [end]:
                return _("up to {most}", most=say_hours(end))
            case [end, _]:
                return say_hours(end)
        return ""


def field_ids(kind: TimeKind) -> tuple[str, str]:
    """Return the ids of the fields that hold the wish for a kind: `quiet_from` and `quiet_to`."""
    return f"{kind}_{_FROM}", f"{kind}_{_TO}"


def check_wish_fields(fields: Iterable[Field]) -> None:
    """Raise ValueError unless the fields can hold a wish for a kind or more."""
    known = {field.id: field.kind for field in fields}
    wanted = [name for kind in TimeKind for name in field_ids(kind)]
    found = [name for name in wanted if name in known]
    if not found:
        raise ValueError(_("wishes_for: expected with some of the fields {fields}", fields=", ".join(wanted)))
    if wrong := [name for name in found if known[name] is not FieldKind.LENGTH]:
        raise ValueError(
            _("wishes_for: expected “{wrong}” to be of kind {length}", wrong=wrong[0], length=FieldKind.LENGTH)
        )


def check_wish(field_id: str, answer: str, others: Mapping[str, str]) -> None:
    """Check one end of a wish against the hours of a week, and against its other end where that is answered.

    Raises:
        ValueError: with a sentence that says what does not fit.
    """
    ends = next((names for names in map(field_ids, TimeKind) if field_id in names), None)
    if ends is None or (length := _length(answer)) is None:
        return
    if length > _WEEK:
        raise ValueError(_("A week has {hours} hours. Say how many of them you wish for.", hours=_WEEK // _HOUR))
    least, most = (length if name == field_id else _length(others.get(name, "")) for name in ends)
    if least is not None and most is not None and least > most:
        raise ValueError(
            _(
                "From {least} up to {most} can't be: the first is the smaller one.",
                least=say_hours(least),
                most=say_hours(most),
            )
        )


def wishes_in(answers: Mapping[str, str]) -> dict[TimeKind, Wish]:
    """Return the wishes of a filling; one kept as it can't be read says nothing."""
    found = {}
    for kind in TimeKind:
        ends = [_length(answers.get(name, "")) for name in field_ids(kind)]
        if any(end is not None for end in ends):
            found[kind] = Wish(*ends)
    return found


def _length(answer: str) -> timedelta | None:
    with suppress(ValueError):
        return parse_length(answer)
    return None
