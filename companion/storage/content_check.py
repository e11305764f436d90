"""Turning what a file holds into values, with errors that name the file, the key and what was expected."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec
from msgspec import inspect

from companion.catalogue import _
from companion.storage.errors import ContentError

T = TypeVar("T")

_PLACE = r"(?s)^(.*?)(?: - at `\$(.*)`)?$"
_STEP = r"\.(\w+)|\[(\d+|\.\.\.)\]"
_KEY = r"Object (missing required|contains unknown) field `(.*)`"


class Named(Protocol):
    """What is known by an id."""

    @property
    def id(self) -> str:
        """Its id."""


IdT = TypeVar("IdT", bound=Named)


def convert(path: Path, type_: type[T], raw: Any, *, strict: bool = True) -> T:
    """Return the value that was read from a file; unless strict, words may stand for numbers and switches.

    Raises:
        ContentError: if it does not fit its type.
    """
    try:
        return msgspec.convert(raw, type_, strict=strict)
    except msgspec.ValidationError as error:
        raise ContentError(path, _sentence(str(error), type_)) from error


def by_id(path: Path, values: Iterable[IdT]) -> dict[str, IdT]:
    """Return the values of a file by id.

    Raises:
        ContentError: if two have the same.
    """
    found: dict[str, IdT] = {}
    for value in values:
        if value.id in found:
            raise ContentError(path, _("id: “{id}” is there twice; expected an id of its own", id=value.id))
        found[value.id] = value
    return found


def _sentence(said: str, type_: type) -> str:
    """Return what msgspec says, led by the place: `scripts, entry 2, tone: expected one of warm, …`."""
    split = re.match(_PLACE, said)
    what, place = (split[1], split[2] or "") if split else (said, "")
    steps = [(step[1], step[2]) for step in re.finditer(_STEP, place)]
    expected = _expected(_type_at(inspect.type_info(type_), steps))
    if key := re.fullmatch(_KEY, what):
        problem = "missing" if key[1].startswith("missing") else "unknown"
        what = _("the key “{key}” is {problem}; {expected}", key=key[2], problem=problem, expected=expected)
    elif what.startswith("Invalid enum value"):
        what = _("{expected}, got {given}", expected=expected, given=what.removeprefix("Invalid enum value "))
    where = ", ".join(
        name or (_("entry {number}", number=int(at) + 1) if at.isdigit() else _("one of them")) for name, at in steps
    )
    return f"{where}: {what}" if where else what


def _type_at(node: inspect.Type, steps: Iterable[tuple[str, str]]) -> inspect.Type:
    """Follow a place through a type."""
    for name, _key in steps:
        match node:
            case inspect.StructType():
                node = next((field.type for field in node.fields if field.encode_name == name), node)
            case inspect.VarTupleType() | inspect.ListType():
                node = node.item_type
            case inspect.DictType():
                node = node.value_type
    return node


def _expected(node: inspect.Type) -> str:
    """Say what a closed list or a piece may hold; nothing of other types, msgspec has named them."""
    match node:
        case inspect.EnumType():
            return _("expected one of {choices}", choices=", ".join(str(each.value) for each in node.cls))
        case inspect.StructType():
            keys = (field.encode_name for field in node.fields)
            return _(
                "expected {keys}", keys=", ".join(key for key in keys if key != "slug")
            )  # the file's name gives the slug
        case inspect.UnionType():
            return next((said for each in node.types if (said := _expected(each))), "")
    return ""
